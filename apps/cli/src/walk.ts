import { readdir, stat } from 'node:fs/promises';
import { join } from 'node:path';

/** Files under the paths: folders are walked, hidden ones and the truth beside a document left out. In order. */
export async function filesUnder(paths: readonly string[]): Promise<string[]> {
  const files: string[] = [];
  for (const path of paths) {
    if (!(await stat(path)).isDirectory()) {
      files.push(path);
      continue;
    }
    const entries = (await readdir(path, { recursive: true, withFileTypes: true }))
      .filter((entry) => entry.isFile() && !entry.name.startsWith('.') && !entry.name.endsWith('.truth.json'))
      .map((entry) => join(entry.parentPath, entry.name));
    files.push(...entries.sort());
  }
  return files;
}
