import { mkdir } from 'node:fs/promises';
import { writeSamples } from '../../../../libs/samples/index.js';
import { readArguments } from '../arguments.js';
import { UsageError, type Command } from '../usage.js';

const MOST = 10_000;

function wholeNumber(name: string, text: string | undefined, fallback: number): number {
  const number = text === undefined ? fallback : Number(text);
  if (!Number.isInteger(number) || number < 1 || number > MOST) {
    throw new UsageError(`--${name} must be a whole number from 1 to ${MOST}.`);
  }
  return number;
}

export const samples: Command = {
  async run(args) {
    const { values, positionals } = readArguments(args, { count: { type: 'string' }, seed: { type: 'string' } });
    const [folder, ...more] = positionals;
    if (folder === undefined || more.length > 0) throw new UsageError('Into which folder?');
    await mkdir(folder, { recursive: true });
    await writeSamples(folder, wholeNumber('count', values.count, 20), wholeNumber('seed', values.seed, 1));
    return 0;
  },
};
