import { readFile } from 'node:fs/promises';
import { relative, resolve } from 'node:path';
import { ReadingModule } from '../../../../libs/pipeline/reading.module.js';
import {
  evaluate as score,
  evaluationJson,
  evaluationTable,
  readTruth,
  readValues,
  truthFor,
  type Sample,
  type TruthFile,
} from '../../../../libs/quality/index.js';
import { positiveInteger, readArguments } from '../arguments.js';
import { environment, withContext } from '../context.js';
import { Progress } from '../progress.js';
import { readFiles, type Outcome } from '../read-files.js';
import { UsageError, type Command } from '../usage.js';
import { filesUnder } from '../walk.js';

interface Measured {
  readonly samples: Sample[];
  readonly pages: number;
  readonly seconds: number;
}

export const evaluate: Command = {
  async run(args) {
    const { values, positionals } = readArguments(args, {
      engine: { type: 'string' },
      jobs: { type: 'string' },
      json: { type: 'boolean' },
      errors: { type: 'boolean' },
    });
    if (positionals.length === 0) throw new UsageError('Which folder?');
    const { ocrEngine, ocrWorkers } = environment();
    const engine = values.engine ?? ocrEngine;
    const jobs = positiveInteger('jobs', values.jobs, ocrWorkers);
    const truths = await truthsUnder(positionals);
    if (truths.size === 0) throw new UsageError('There is no document with a truth file in it.');

    const { samples, pages, seconds } = await measure(truths, engine, jobs, resolve(positionals[0]!));
    const evaluation = score(samples);
    const speed = { pages, seconds, pagesPerMinute: (60 * pages) / seconds };
    if (values.json) {
      process.stdout.write(
        `${JSON.stringify({ engine, speed, ...(JSON.parse(evaluationJson(evaluation)) as object) })}\n`,
      );
    } else {
      process.stdout.write(
        `engine: ${engine}\n\n${evaluationTable(evaluation, { withErrors: values.errors ?? false })}`,
      );
      process.stdout.write(
        `${pages} pages in ${seconds.toFixed(1)} s = ${speed.pagesPerMinute.toFixed(0)} pages a minute, start included\n`,
      );
    }
    return 0;
  },
};

async function truthsUnder(paths: readonly string[]): Promise<Map<string, TruthFile>> {
  const truths = new Map<string, TruthFile>();
  for (const file of await filesUnder(paths)) {
    const path = file.replace(/\.[^.]+$/, '.truth.json');
    const text = await readFile(path, 'utf8').catch(() => null);
    if (text !== null) truths.set(file, readTruth(JSON.parse(text), path));
  }
  return truths;
}

async function measure(
  truths: ReadonlyMap<string, TruthFile>,
  engine: string,
  jobs: number,
  base: string,
): Promise<Measured> {
  const samples: Sample[] = [];
  let pages = 0;
  const start = performance.now();
  const progress = new Progress(truths.size);
  await withContext([ReadingModule], (context) =>
    readFiles(context, [...truths.keys()], { engine, jobs }, (outcome) => {
      const sample = toSample(outcome, truths.get(outcome.file)!, engine, relative(base, outcome.file));
      if (sample) samples.push(sample);
      if ('reading' in outcome) pages += outcome.reading.pageCount;
      progress.step(outcome.file);
    }),
  );
  progress.end();
  return { samples, pages, seconds: (performance.now() - start) / 1000 };
}

/**
 * What was read from the embedded XML is scored against what that XML says, all else against the page. Null where the
 * truth file does not have that side.
 */
function toSample(outcome: Outcome, file: TruthFile, engine: string, name: string): Sample | null {
  const used = 'error' in outcome ? engine : outcome.reading.engine;
  const truth = truthFor(file, used === 'embedded' && (engine === 'embedded' || file.embedded) ? 'embedded' : 'page');
  if (!truth) return null;
  if ('error' in outcome) return { name, truth, read: null, verdict: null };
  return { name, truth, read: readValues(outcome.reading.invoice), verdict: outcome.quality.verdict };
}
