import { mkdtempSync, readdirSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { keptSecret } from './index.js';

describe('a kept secret', () => {
  let folder: string;
  beforeEach(() => {
    folder = mkdtempSync(join(tmpdir(), 'sandy-secret-'));
  });
  afterEach(() => rmSync(folder, { recursive: true }));

  it('is made once, readable by its owner alone, and nothing else is left', () => {
    const secret = keptSecret(join(folder, 'data'), 'jwt-secret');
    expect(secret).toMatch(/^[\w-]{64}$/);
    expect(keptSecret(join(folder, 'data'), 'jwt-secret')).toBe(secret);
    expect(readdirSync(join(folder, 'data'))).toEqual(['jwt-secret']);
    expect(statSync(join(folder, 'data', 'jwt-secret')).mode & 0o777).toBe(0o600);
  });

  it('is made anew where an empty file stands in its place', () => {
    writeFileSync(join(folder, 'jwt-secret'), '');
    const secret = keptSecret(folder, 'jwt-secret');
    expect(secret).toHaveLength(64);
    expect(keptSecret(folder, 'jwt-secret')).toBe(secret);
    expect(readdirSync(folder)).toEqual(['jwt-secret']);
  });
});
