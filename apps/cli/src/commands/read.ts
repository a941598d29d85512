import { readArguments, positiveInteger } from '../arguments.js';
import { environment, withContext } from '../context.js';
import { ReadingModule } from '../../../../libs/pipeline/reading.module.js';
import { Progress } from '../progress.js';
import { readFiles } from '../read-files.js';
import { errorOutput, readOutput } from '../to-output.js';
import { UsageError, type Command } from '../usage.js';

export const read: Command = {
  async run(args) {
    const { values, positionals } = readArguments(args, { engine: { type: 'string' }, jobs: { type: 'string' } });
    if (positionals.length === 0) throw new UsageError('Which files?');
    const { ocrEngine, ocrWorkers } = environment();
    const options = { engine: values.engine ?? ocrEngine, jobs: positiveInteger('jobs', values.jobs, ocrWorkers) };
    const progress = new Progress(positionals.length);
    let failed = 0;
    await withContext([ReadingModule], (context) =>
      readFiles(context, positionals, options, (outcome) => {
        if ('error' in outcome) failed++;
        const output =
          'error' in outcome
            ? errorOutput(outcome.file, outcome.error)
            : readOutput(outcome.file, outcome.sha256, outcome.reading, outcome.quality);
        process.stdout.write(`${JSON.stringify(output)}\n`);
        progress.step(outcome.file);
      }),
    );
    progress.end();
    return failed > 0 ? 1 : 0;
  },
};
