import { type INestApplicationContext } from '@nestjs/common';
import { createHash } from 'node:crypto';
import { createReadStream } from 'node:fs';
import { pipeline } from 'node:stream/promises';
import { type QualityReport } from '../../../libs/domain/index.js';
import {
  EngineChoice,
  Judge,
  READING_PARTS,
  readDocument,
  type RawReading,
  type ReadingParts,
} from '../../../libs/pipeline/index.js';

export type Outcome =
  | { readonly file: string; readonly sha256: string; readonly reading: RawReading; readonly quality: QualityReport }
  | { readonly file: string; readonly error: unknown };

/**
 * Reads files outside the books, `jobs` at once, and hands the outcomes over in the order of the files.
 * @throws SandyError `engine.unknown`, `engine.unavailable`
 */
export async function readFiles(
  context: INestApplicationContext,
  files: readonly string[],
  { engine, jobs }: { engine: string; jobs: number },
  each: (outcome: Outcome) => void,
): Promise<void> {
  await context.get(EngineChoice).check(engine);
  const parts = context.get<ReadingParts>(READING_PARTS);
  const judge = context.get(Judge);

  const read = async (file: string): Promise<Outcome> => {
    try {
      const hash = createHash('sha256');
      await pipeline(createReadStream(file), hash);
      const reading = await readDocument(file, engine, parts, new AbortController().signal);
      const quality = judge.quality(reading.invoice, reading.engine, reading.pages);
      return { file, sha256: hash.digest('hex'), reading, quality };
    } catch (error) {
      return { file, error };
    }
  };

  const waiting = new Map<number, Outcome>();
  let next = 0;
  let told = 0;
  const walk = async () => {
    while (next < files.length) {
      const index = next++;
      waiting.set(index, await read(files[index]!));
      for (let ready = waiting.get(told); ready; ready = waiting.get(told)) {
        waiting.delete(told++);
        each(ready);
      }
    }
  };
  await Promise.all(Array.from({ length: Math.min(jobs, files.length) }, walk));
}
