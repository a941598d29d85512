import { readdir, stat } from 'node:fs/promises';
import { join } from 'node:path';
import { UsageError } from './usage.js';

/**
 * Files under the paths: folders are walked, hidden ones and the truth beside a document left out. In order.
 * @throws UsageError for a path that is not there
 */
export async function filesUnder(paths: readonly string[]): Promise<string[]> {
  const files: string[] = [];
  for (const path of paths) {
    const found = await stat(path).catch((error: NodeJS.ErrnoException) => {
      throw new UsageError(`«${path}» cannot be read: ${reasonOf(error)}.`);
    });
    if (!found.isDirectory()) {
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

const reasonOf = ({ code, message }: NodeJS.ErrnoException): string =>
  code === 'ENOENT' || code === 'ENOTDIR' ? 'there is no such file or folder' : message;
