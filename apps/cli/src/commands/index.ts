import { type CommandEntry } from '../usage.js';

/** Each command is loaded when it is called: reading one file needs no HTTP server. */
export const COMMANDS: readonly CommandEntry[] = [
  {
    name: 'read',
    form: 'read FILE… [--engine NAME] [--jobs N]',
    about: 'reads documents and prints one JSON object a line; stores nothing',
    load: async () => (await import('./read.js')).read,
  },
  {
    name: 'ingest',
    form: 'ingest PATH… [--engine NAME]',
    about: 'reads files and folders into the books; what is known is skipped',
    load: async () => (await import('./ingest.js')).ingest,
  },
  {
    name: 'evaluate',
    form: 'evaluate FOLDER… [--engine NAME] [--jobs N] [--json] [--errors]',
    about: 'reads documents that have truth files and scores what was read',
    load: async () => (await import('./evaluate.js')).evaluate,
  },
  {
    name: 'migrate',
    form: 'migrate',
    about: 'brings the database up to date',
    load: async () => (await import('./migrate.js')).migrate,
  },
  {
    name: 'seed',
    form: 'seed',
    about: 'reads the made-up demonstration invoices into the books',
    load: async () => (await import('./seed.js')).seed,
  },
  {
    name: 'openapi',
    form: 'openapi',
    about: 'prints the OpenAPI document of the HTTP API',
    load: async () => (await import('./openapi.js')).openapi,
  },
  {
    name: 'samples',
    form: 'samples FOLDER [--count N] [--seed N]',
    about: 'writes made-up invoices with their truth files, to try things with',
    load: async () => (await import('./samples.js')).samples,
  },
];
