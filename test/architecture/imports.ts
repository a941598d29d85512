import { readdirSync, readFileSync } from 'node:fs';
import { join, posix, relative } from 'node:path';

export const ROOT = join(import.meta.dirname, '..', '..');

export interface Import {
  /** Importing file, from the root of the project, with `/`. */
  readonly from: string;
  /** A package's name, or an imported file from the root of the project. */
  readonly to: string;
  readonly isPackage: boolean;
}

const STATEMENT =
  /(?:import|export)\s[^'"]*?from\s*['"]([^'"]+)['"]|import\s*\(\s*['"]([^'"]+)['"]\s*\)|^import\s*['"]([^'"]+)['"]/gm;

export function sourceFiles(...folders: string[]): string[] {
  return folders.flatMap((folder) =>
    readdirSync(join(ROOT, folder), { recursive: true, withFileTypes: true })
      .filter((entry) => entry.isFile() && /\.tsx?$/.test(entry.name))
      .map((entry) => relative(ROOT, join(entry.parentPath, entry.name)))
      .filter((file) => !/node_modules|\/dist\//.test(file)),
  );
}

export function importsOf(file: string, text = readFileSync(join(ROOT, file), 'utf8')): Import[] {
  return [...text.matchAll(STATEMENT)].map((match) => {
    const target = (match[1] ?? match[2] ?? match[3])!;
    if (!target.startsWith('.')) return { from: file, to: target, isPackage: true };
    const to = posix.normalize(posix.join(posix.dirname(file), target)).replace(/\.js$/, '.ts');
    return { from: file, to, isPackage: false };
  });
}
