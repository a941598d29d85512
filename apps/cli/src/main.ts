import 'reflect-metadata';
import { ConfigError } from '../../../libs/config/index.js';
import { SandyError } from '../../../libs/domain/index.js';
import { COMMANDS } from './commands/index.js';
import { usage, UsageError } from './usage.js';

const [name, ...args] = process.argv.slice(2);
const entry = COMMANDS.find((candidate) => candidate.name === name);

for (const stream of [process.stdout, process.stderr]) stream.on('error', leaveIfNobodyReads);

try {
  if (!entry) throw new UsageError(name === undefined ? '' : `There is no command «${name}».`);
  process.exitCode = await (await entry.load()).run(args);
} catch (error) {
  process.exitCode = error instanceof UsageError ? 2 : 1;
  process.stderr.write(`${toldAs(error)}\n`);
}

function toldAs(error: unknown): string {
  if (error instanceof UsageError) return `${error.message}\n${usage(COMMANDS)}`.trimStart();
  if (error instanceof ConfigError) return error.message;
  if (error instanceof SandyError) return `${error.code}: ${error.message}`;
  return error instanceof Error ? (error.stack ?? error.message) : String(error);
}

/** Of `sandy read … | head`. */
function leaveIfNobodyReads(error: NodeJS.ErrnoException): void {
  if (error.code !== 'EPIPE') throw error;
  process.exit();
}
