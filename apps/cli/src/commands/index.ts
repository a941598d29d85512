import { type Command } from '../usage.js';
import { evaluate } from './evaluate.js';
import { ingest } from './ingest.js';
import { migrate } from './migrate.js';
import { openapi } from './openapi.js';
import { read } from './read.js';
import { seed } from './seed.js';

export const COMMANDS: readonly Command[] = [read, ingest, evaluate, migrate, seed, openapi];
