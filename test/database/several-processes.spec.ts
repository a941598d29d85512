import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { join } from 'node:path';
import { text } from 'node:stream/consumers';
import { setTimeout as sleep } from 'node:timers/promises';
import { makeDataSource } from '../../libs/persistence/index.js';
import { ROOT } from '../architecture/imports.js';
import { newDocument } from '../support/books.js';
import { emptySqlite, onEveryDatabase, openBooks } from '../support/databases.js';

onEveryDatabase((create) => {
  it('is migrated once by processes that start at the same moment', async () => {
    const database = await create();
    const migrate = async () => {
      const child = spawn(process.execPath, [join(ROOT, 'dist/apps/cli/src/main.js'), 'migrate'], {
        env: { ...process.env, DATABASE_URL: database.url },
        stdio: ['ignore', 'pipe', 'pipe'],
      });
      const [out, faults] = await Promise.all([text(child.stdout), text(child.stderr), once(child, 'close')]);
      return { out, faults };
    };
    const ended = await Promise.all(Array.from({ length: 4 }, migrate));
    expect(ended.map(({ faults }) => faults)).toEqual(['', '', '', '']);
    expect(ended.filter(({ out }) => /Initial/.test(out))).toHaveLength(1);
    expect(ended.filter(({ out }) => out === 'The database is up to date.\n')).toHaveLength(3);
    await database.drop();
  }, 60_000);
});

describe('on SQLite, while another process writes for two seconds', () => {
  it('reads on, stays awake, and writes afterwards', async () => {
    const { books, test } = await openBooks(emptySqlite);
    const other = await makeDataSource(test.url).initialize();
    await other.query('BEGIN IMMEDIATE');
    const freed = sleep(2_000).then(() => other.query('COMMIT'));

    let written = false;
    const write = books.work.run((stores) => stores.documents.addWithInvoice(newDocument(), 'auto'));
    void write.then(() => (written = true));
    const pauses: number[] = [];
    while (!written) {
      const before = performance.now();
      await books.work.read((stores) => stores.jobs.state());
      await sleep(10);
      pauses.push(performance.now() - before);
    }
    await freed;
    expect(await write).not.toBeNull();
    expect(Math.max(...pauses)).toBeLessThan(500);
    expect(pauses.length).toBeGreaterThan(20);
    await other.destroy();
    await books.close();
    await test.drop();
  }, 30_000);
});
