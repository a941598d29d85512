import { type Import } from './imports.js';

export interface Rule {
  readonly name: string;
  /** Why, in one sentence. */
  readonly why: string;
  /** Whether the import breaks the rule. */
  readonly breaks: (it: Import) => boolean;
}

const FEATURES = ['ocr', 'extraction', 'quality', 'feedback', 'payables', 'reporting', 'monitoring'];

const libOf = (path: string): string | null => /^libs\/([^/]+)\//.exec(path)?.[1] ?? null;
const appOf = (path: string): string | null => /^apps\/([^/]+)\//.exec(path)?.[1] ?? null;
const isModule = (path: string): boolean => path.endsWith('.module.ts');
const isSpec = (path: string): boolean => path.endsWith('.spec.ts');

export const RULES: readonly Rule[] = [
  {
    name: 'inside libs only *.module.ts imports @nestjs',
    why: 'A service that is a plain class is tested without a container and read without knowing Nest.',
    breaks: ({ from, to }) => libOf(from) !== null && to.startsWith('@nestjs/') && !isModule(from),
  },
  {
    name: 'features never import one another',
    why: 'The pipeline composes them, so each can be changed, or replaced, alone.',
    breaks: ({ from, to }) => {
      const [a, b] = [libOf(from), libOf(to)];
      return a !== null && b !== null && a !== b && FEATURES.includes(a) && FEATURES.includes(b);
    },
  },
  {
    name: 'the domain imports nothing',
    why: 'It is what everybody speaks of; anything it needed would be needed by all.',
    breaks: ({ from, to, isPackage }) =>
      libOf(from) === 'domain' && !isSpec(from) && (isPackage || libOf(to) !== 'domain'),
  },
  {
    name: 'features know neither the books nor the pipeline',
    why: 'They declare the small port that they need; knowing who implements it would turn the arrows round.',
    breaks: ({ from, to }) =>
      FEATURES.includes(libOf(from) ?? '') && ['persistence', 'pipeline'].includes(libOf(to) ?? ''),
  },
  {
    name: 'only persistence and the migrations import typeorm',
    why: 'Whoever writes past the unit of work can lose rows.',
    breaks: ({ from, to }) =>
      (to === 'typeorm' || to === '@nestjs/typeorm') &&
      libOf(from) !== 'persistence' &&
      !from.startsWith('migrations/'),
  },
  {
    name: 'a lib is entered by its index.ts or a *.module.ts',
    why: 'What is not exported there can be changed without asking anybody.',
    breaks: ({ from, to }) => {
      const lib = libOf(to);
      if (lib === null || libOf(from) === lib) return false;
      return !isModule(to) && !/(^|\/)index\.ts$/.test(to);
    },
  },
  {
    name: 'libs never import apps',
    why: 'Apps map HTTP and argv to libs; what both need belongs into a lib.',
    breaks: ({ from, to }) => libOf(from) !== null && appOf(to) !== null,
  },
  {
    name: 'apps reach the books through the pipeline and the unit of work only',
    why: 'They hold no business rule and no SQL.',
    breaks: ({ from, to }) => appOf(from) !== null && /^libs\/persistence\/(entities|stores)\//.test(to),
  },
  {
    name: 'admin imports nothing outside itself',
    why: 'Its types come from the OpenAPI document, so it cannot lean on what integrators do not have.',
    breaks: ({ from, to, isPackage }) => from.startsWith('admin/') && !isPackage && !to.startsWith('admin/'),
  },
];
