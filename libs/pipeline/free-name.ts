import { open } from 'node:fs/promises';
import { join } from 'node:path';

/** Of a file name, in bytes, on the usual file systems. */
const LONGEST = 255;

/**
 * Takes a name that is free in the folder by making an empty file, so that two processes never get the same one:
 * `NAME` + ending, else `NAME.2` + ending and so on, NAME cut short where all would be too long.
 */
export async function reserveName(folder: string, name: string, ending = ''): Promise<string> {
  for (let n = 1; ; n++) {
    const tail = n === 1 ? ending : `.${n}${ending}`;
    const free = `${shortened(name, LONGEST - Buffer.byteLength(tail))}${tail}`;
    try {
      await (await open(join(folder, free), 'wx')).close();
      return free;
    } catch (error) {
      if ((error as NodeJS.ErrnoException).code !== 'EEXIST') throw error;
    }
  }
}

/** Whole characters only. */
function shortened(name: string, bytes: number): string {
  let short = name;
  while (Buffer.byteLength(short) > bytes) short = [...short].slice(0, -1).join('');
  return short;
}
