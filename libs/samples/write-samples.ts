import { mkdir, writeFile } from 'node:fs/promises';
import { join, parse } from 'node:path';
import { makeSample, type Sample, SAMPLE_FORMATS } from './sample.js';

/** Writes a document and, beside it, its truth file. Returns the path of the document. */
export async function writeSample(directory: string, sample: Sample, prefix = ''): Promise<string> {
  const name = `${prefix}${sample.name}`;
  const path = join(directory, name);
  await writeFile(path, sample.bytes);
  const truth = { ...sample.truth, file: name };
  await writeFile(join(directory, `${parse(name).name}.truth.json`), `${JSON.stringify(truth, null, 1)}\n`);
  return path;
}

/** Fills a folder with `count` samples of all formats in turn, each with its truth file. Returns the paths of the documents. */
export async function writeSamples(directory: string, count: number, seed: number): Promise<string[]> {
  await mkdir(directory, { recursive: true });
  const paths: string[] = [];
  for (let index = 0; index < count; index++) {
    const format = SAMPLE_FORMATS[index % SAMPLE_FORMATS.length];
    const sample = await makeSample(seed + index, format ? { format } : {});
    paths.push(await writeSample(directory, sample, `${String(index + 1).padStart(4, '0')}-`));
  }
  return paths;
}
