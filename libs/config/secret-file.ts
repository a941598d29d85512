import { randomBytes } from 'node:crypto';
import { linkSync, mkdirSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';

/** A random secret that survives restarts: kept in `DATA_DIR/NAME`, readable by its owner alone, made on first use. */
export function keptSecret(dataDir: string, name: string): string {
  const path = join(dataDir, name);
  mkdirSync(dataDir, { recursive: true });
  if (!contentOf(path)) make(path);
  return contentOf(path);
}

const contentOf = (path: string): string => {
  try {
    return readFileSync(path, 'utf8').trim();
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== 'ENOENT') throw error;
    return '';
  }
};

/** The file appears whole or not at all, and of two processes that make it at once the first wins. */
function make(path: string): void {
  const part = `${path}.${randomBytes(6).toString('hex')}.part`;
  try {
    writeFileSync(part, randomBytes(48).toString('base64url'), { mode: 0o600, flag: 'wx', flush: true });
    placeAt(path, part);
  } finally {
    rmSync(part, { force: true });
  }
}

function placeAt(path: string, part: string): void {
  try {
    linkSync(part, path);
  } catch {
    // It is there, maybe empty; or the file system knows no links.
    if (!contentOf(path)) renameSync(part, path);
  }
}
