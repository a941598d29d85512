import { ConfigError, configTable, loadConfig } from './index.js';

const faultsOf = (env: Record<string, string>): readonly string[] => {
  try {
    loadConfig(env);
  } catch (error) {
    if (error instanceof ConfigError) return error.faults;
    throw error;
  }
  return [];
};

describe('configuration', () => {
  it('stands on defaults when nothing is set', () => {
    const config = loadConfig({ DATA_DIR: '/srv/sandy' });
    expect(config).toMatchObject({
      port: 3000,
      host: '127.0.0.1',
      databaseUrl: 'sqlite:/srv/sandy/sandy.sqlite',
      inboxDir: '/srv/sandy/inbox',
      ocrEngine: 'auto',
      worker: 'inline',
      seed: 'demo',
    });
  });

  it('names every faulty variable at once', () => {
    const faults = faultsOf({ PORT: 'http', OCR_ENGINE: 'magic', JWT_SECRET: 'short', DATABASE_URL: 'postgres://x/y' });
    expect(faults.map((fault) => fault.split(' ')[0]).sort()).toEqual([
      'DATABASE_URL',
      'JWT_SECRET',
      'OCR_ENGINE',
      'PORT',
    ]);
  });

  it('never repeats a value, which may be a secret', () => {
    expect(faultsOf({ JWT_SECRET: 'hunter2', ADMIN_PASSWORD: 'pass' }).join()).not.toMatch(/hunter2|pass\b/);
  });

  it('takes an empty value as not set', () => {
    expect(loadConfig({ PORT: '' }).port).toBe(3000);
  });

  it('documents every variable in the table', () => {
    expect(configTable()).toContain('| `DATABASE_URL` |');
    expect(
      configTable()
        .split('\n')
        .every((row) => row.split('|').length === 5),
    ).toBe(true);
  });
});
