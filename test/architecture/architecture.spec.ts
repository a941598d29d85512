import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { importsOf, ROOT, sourceFiles } from './imports.js';
import { RULES } from './rules.js';

const imports = sourceFiles('apps', 'libs', 'migrations', 'admin/src').flatMap((file) => importsOf(file));

/** For each rule an import that breaks it: a rule that nothing can break protects nothing. */
const BREACHES: Record<string, [file: string, statement: string]> = {
  'inside libs only *.module.ts imports @nestjs': [
    'libs/ocr/engine.ts',
    "import { Injectable } from '@nestjs/common';",
  ],
  'features never import one another': ['libs/ocr/engine.ts', "import { x } from '../quality/index.js';"],
  'the domain imports nothing': ['libs/domain/money.ts', "import { readFileSync } from 'node:fs';"],
  'features know neither the books nor the pipeline': [
    'libs/quality/gate/gate.ts',
    "import { Database } from '../../persistence/index.js';",
  ],
  'only persistence and the migrations import typeorm': ['libs/payables/x.ts', "import { DataSource } from 'typeorm';"],
  'a lib is entered by its index.ts or a *.module.ts': [
    'apps/api/src/x.ts',
    "import { hash } from '../../../libs/identity/passwords.js';",
  ],
  'libs never import apps': ['libs/pipeline/x.ts', "import { createApp } from '../../apps/api/src/create-app.js';"],
  'apps reach the books through the pipeline and the unit of work only': [
    'apps/api/src/x.ts',
    "import { JobEntity } from '../../../libs/persistence/entities/index.js';",
  ],
  'admin imports nothing outside itself': ['admin/src/x.ts', "import { parse } from '../../libs/domain/index.js';"],
};

describe('the rules of the house', () => {
  it('are looked at on a project that was really read', () => {
    expect(imports.length).toBeGreaterThan(300);
    expect(imports.some(({ to }) => to === 'libs/domain/index.ts')).toBe(true);
  });

  it.each(RULES.map((rule) => [rule.name, rule] as const))('%s', (_name, rule) => {
    const broken = imports.filter(rule.breaks).map(({ from, to }) => `${from} imports ${to}. ${rule.why}`);
    expect(broken).toEqual([]);
  });

  it.each(RULES.map((rule) => [rule.name, rule] as const))('notices a breach of: %s', (name, rule) => {
    const [file, statement] = BREACHES[name]!;
    expect(importsOf(file, statement).some(rule.breaks)).toBe(true);
  });

  it('keeps synchronize off everywhere', () => {
    const on = sourceFiles('apps', 'libs', 'migrations', 'test').filter((file) =>
      /synchronize\s*:\s*true|\.synchronize\(/.test(
        readFileSync(join(ROOT, file), 'utf8').replace(/\/[^/\n]+\/\.test/g, ''),
      ),
    );
    expect(on.filter((file) => !file.endsWith('architecture.spec.ts'))).toEqual([]);
  });

  it('keeps files readable in one sitting', () => {
    const long = sourceFiles('apps', 'libs', 'migrations', 'admin/src').filter(
      (file) => !/schema\.d\.ts$/.test(file) && readFileSync(join(ROOT, file), 'utf8').split('\n').length > 450,
    );
    expect(long).toEqual([]);
  });
});
