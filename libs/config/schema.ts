import { isEmail } from 'class-validator';
import { cpus } from 'node:os';
import { integer, oneOf, optionalText, share, text, type Setting } from './setting.js';

/** What the sign-in takes; more could be set here but never used there. */
const MAX_EMAIL = 191;
const MAX_PASSWORD = 200;

const email: Setting<string> = {
  name: 'ADMIN_EMAIL',
  fallback: 'admin@sandy.local',
  doc: 'E-mail of the first administrator, created when there is no user yet.',
  parse(value) {
    if (!isEmail(value, { require_tld: false }) || value.length > MAX_EMAIL) {
      throw new Error('must be an e-mail address');
    }
    return value.toLowerCase();
  },
};

const adminPassword: Setting<string | null> = {
  name: 'ADMIN_PASSWORD',
  fallback: null,
  fallbackDoc: 'generated, printed once',
  secret: true,
  doc: 'Password of the first administrator, 10 to 200 characters.',
  parse(value) {
    if (value.length < 10 || value.length > MAX_PASSWORD) {
      throw new Error(`must have 10 to ${MAX_PASSWORD} characters`);
    }
    return value;
  },
};

const jwtSecret: Setting<string | null> = {
  name: 'JWT_SECRET',
  fallback: null,
  fallbackDoc: 'generated, kept under DATA_DIR',
  secret: true,
  doc: 'Key that signs access tokens, at least 32 characters.',
  parse(value) {
    if (value.length < 32) throw new Error('must have at least 32 characters');
    return value;
  },
};

const databaseUrl: Setting<string | null> = {
  name: 'DATABASE_URL',
  fallback: null,
  fallbackDoc: '`sqlite:DATA_DIR/sandy.sqlite`',
  secret: true,
  doc: 'Where the books are: `sqlite:PATH`, `mysql://user:password@host:port/name` or `mariadb://…`.',
  parse(value) {
    if (value === 'sqlite::memory:')
      throw new Error('must name a file: books in memory would be lost at the next stop');
    if (/^sqlite:.+/.test(value)) return value;
    const url = URL.canParse(value) ? new URL(value) : null;
    const named = url && ['mysql:', 'mariadb:'].includes(url.protocol) && url.hostname && url.pathname.length > 1;
    if (!named) throw new Error('must look like sqlite:PATH, mysql://user:password@host/name or mariadb://…');
    return value;
  },
};

/** The whole environment. The table in README.md is printed from it. */
export const SCHEMA = {
  port: integer('PORT', 3000, [0, 65535], 'Port of the HTTP server.'),
  host: text('HOST', '127.0.0.1', 'Address that the HTTP server listens on.'),
  dataDir: text('DATA_DIR', 'data', 'Folder of database, files and generated secrets.'),
  databaseUrl,
  adminEmail: email,
  adminPassword,
  jwtSecret,
  jwtMinutes: integer('JWT_MINUTES', 480, [1, 10_080], 'How long a sign-in lasts, in minutes.'),
  ocrEngine: oneOf(
    'OCR_ENGINE',
    ['auto', 'text', 'tesseract'],
    'auto',
    'Engine when an upload names none; `auto` takes the embedded XML, else the text layer, else Tesseract.',
  ),
  ocrWorkers: integer('OCR_WORKERS', Math.max(1, Math.min(cpus().length, 8)), [1, 32], 'Tesseract workers.', {
    fallbackDoc: 'number of cores, at most 8',
  }),
  ocrTimeoutSeconds: integer('OCR_TIMEOUT_S', 60, [1, 600], 'Time limit of one page, in seconds.'),
  worker: oneOf('WORKER', ['inline', 'external'], 'inline', 'Whether the API process reads documents itself.'),
  workerJobs: integer('WORKER_JOBS', 2, [1, 32], 'Documents that one worker process reads at once.'),
  queue: oneOf('QUEUE', ['sql'], 'sql', 'Where jobs wait.'),
  jobLeaseSeconds: integer('JOB_LEASE_S', 60, [2, 3600], 'A job whose process died is taken up again after this.'),
  jobAttempts: integer('JOB_ATTEMPTS', 4, [1, 20], 'Tries before a job is given up.'),
  maxFileMegabytes: integer('MAX_FILE_MB', 25, [1, 500], 'Largest file that is taken.'),
  maxPages: integer('MAX_PAGES', 100, [1, 2000], 'Most pages of a document.'),
  maxMegapixels: integer('MAX_MEGAPIXELS', 50, [1, 500], 'Most pixels of one page, in millions.'),
  documentTimeoutSeconds: integer('DOCUMENT_TIMEOUT_S', 30, [1, 600], 'Time limit for opening a file or a page.'),
  qualityThreshold: share(
    'QUALITY_THRESHOLD',
    0.7,
    'Least quality score of an invoice that is accepted without a person.',
  ),
  inboxDir: optionalText('INBOX_DIR', 'Watched folder: files dropped there are read.', {
    fallbackDoc: '`DATA_DIR/inbox`',
  }),
  seed: oneOf('SEED', ['demo', 'none'], 'demo', 'Whether an empty database is filled with made-up invoices.'),
  logFormat: oneOf('LOG_FORMAT', ['text', 'json'], 'text', 'Form of the log.'),
} as const satisfies Record<string, Setting<unknown>>;

type Parsed = { [K in keyof typeof SCHEMA]: (typeof SCHEMA)[K] extends Setting<infer T> ? T : never };

/** The environment, read and checked, with the values that depend on others filled in. */
export interface Config extends Omit<Parsed, 'databaseUrl' | 'inboxDir'> {
  readonly databaseUrl: string;
  readonly inboxDir: string;
}
