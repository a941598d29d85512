import { mkdtemp, readdir, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { basename, join } from 'node:path';
import { writeSamples } from './write-samples.js';

describe('writing samples', () => {
  let directory: string;

  beforeAll(async () => {
    directory = await mkdtemp(join(tmpdir(), 'samples-'));
  });

  afterAll(() => rm(directory, { recursive: true }));

  it('puts a truth file that names the document beside each of them', async () => {
    const paths = await writeSamples(join(directory, 'new', 'folder'), 3, 77);
    expect(paths).toHaveLength(3);
    const names = await readdir(join(directory, 'new', 'folder'));
    expect(names).toHaveLength(6);
    for (const path of paths) {
      const truth = JSON.parse(await readFile(path.replace(/\.\w+$/, '.truth.json'), 'utf8')) as { file: string };
      expect(truth.file).toBe(basename(path));
    }
  });
});
