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

  it('refuses what the sign-in would refuse', () => {
    const nameOf = (fault: string) => fault.split(' ')[0];
    const taken = { ADMIN_EMAIL: 'admin@localhost', ADMIN_PASSWORD: 'p'.repeat(200) };
    expect(faultsOf(taken)).toEqual([]);
    for (const address of ['admin@my_host', 'admin', `${'a'.repeat(64)}@${'b.'.repeat(70)}fr`]) {
      expect(faultsOf({ ADMIN_EMAIL: address }).map(nameOf)).toEqual(['ADMIN_EMAIL']);
    }
    expect(faultsOf({ ADMIN_PASSWORD: 'p'.repeat(201) }).map(nameOf)).toEqual(['ADMIN_PASSWORD']);
  });

  it('refuses books in memory, with the reason', () => {
    expect(faultsOf({ DATABASE_URL: 'sqlite::memory:' })).toEqual([
      'DATABASE_URL must name a file: books in memory would be lost at the next stop',
    ]);
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
