import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { openApiDocument } from '../../apps/api/src/swagger.js';
import { configTable } from '../../libs/config/index.js';
import { ROOT } from '../architecture/imports.js';
import { startApp, type TestApp } from '../support/app.js';

type Operation = { summary?: string; responses: Record<string, { content?: object }>; security?: object[] };

describe('the documentation', () => {
  let test: TestApp;
  beforeAll(async () => {
    test = await startApp({ WORKER: 'external' });
  });
  afterAll(() => test.close());

  it('of the API is the committed one (`npm run openapi` makes it anew)', () => {
    const committed = JSON.parse(readFileSync(join(ROOT, 'admin', 'openapi.json'), 'utf8'));
    expect(committed).toEqual(JSON.parse(JSON.stringify(openApiDocument(test.app))));
  });

  it('is served, with a page to read it', async () => {
    const { body } = await test.nobody.get('/api/docs-json').expect(200);
    expect(Object.keys(body.paths).length).toBeGreaterThan(15);
    await test.nobody.get('/api/docs').expect(200).expect('Content-Type', /html/);
  });

  it('has no empty schema, and a summary, an answer and a way to sign in for every call', () => {
    const { paths, components } = openApiDocument(test.app);
    for (const [name, schema] of Object.entries(components!.schemas!)) {
      const filled = 'enum' in schema || Object.keys(('properties' in schema && schema.properties) || {}).length > 0;
      expect([name, filled]).toEqual([name, true]);
    }
    for (const [path, calls] of Object.entries(paths)) {
      for (const [verb, operation] of Object.entries(calls) as [string, Operation][]) {
        const label = `${verb} ${path}`;
        const good = Object.keys(operation.responses).filter((status) => status.startsWith('2'));
        expect([label, operation.summary !== undefined, good.length > 0]).toEqual([label, true, true]);
        const open = ['/api/health', '/api/auth/login'].includes(path);
        expect([label, (operation.security?.length ?? 0) > 0]).toEqual([label, !open]);
      }
    }
  });

  it('of the configuration in README.md is printed from the schema', () => {
    expect(readFileSync(join(ROOT, 'README.md'), 'utf8')).toContain(configTable());
  });
});
