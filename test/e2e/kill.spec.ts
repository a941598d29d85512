import { type ChildProcess } from 'node:child_process';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { Database } from '../../libs/persistence/index.js';
import { makeSample } from '../../libs/samples/index.js';
import { onEveryDatabase, type TestDatabase } from '../support/databases.js';
import { Client, freePort, kill, startProcess } from '../support/process.js';

const DOCUMENTS = 4;

onEveryDatabase((create) => {
  let test: TestDatabase;
  let dataDir: string;
  const children: ChildProcess[] = [];

  beforeEach(async () => {
    test = await create();
    dataDir = await mkdtemp(join(tmpdir(), 'sandy-kill-'));
  });
  afterEach(async () => {
    await Promise.all(children.splice(0).map((child) => kill(child)));
    await rm(dataDir, { recursive: true, force: true });
    await test.drop();
  });

  const start = (app: 'api' | 'worker', env: Record<string, string>) => {
    const child = startProcess(app, { DATA_DIR: dataDir, DATABASE_URL: test.url, JOB_LEASE_S: '2', ...env });
    children.push(child);
    return child;
  };

  const handIn = async (client: Client): Promise<number[]> => {
    const ids: number[] = [];
    for (let i = 0; i < DOCUMENTS; i++) {
      const { bytes } = await makeSample(700 + i, { format: 'png', supplier: 'ombrival', number: `K-${700 + i}` });
      ids.push((await client.upload(bytes, `k-${i}.png`)).id);
    }
    return ids;
  };

  const untilInTheMiddle = async (client: Client) => {
    for (;;) {
      const { processing, queued } = await client.get('/invoices/counts');
      if (processing > 0 && queued < DOCUMENTS - 1) return;
      await sleep(20);
    }
  };

  /** Every document read, each once: one reading event that counts, one row in the books, no job left. */
  const expectAllReadOnce = async (client: Client, ids: number[]) => {
    for (const end = Date.now() + 90_000; Date.now() < end; await sleep(200)) {
      const { queued, processing } = await client.get('/invoices/counts');
      if (queued + processing === 0) break;
    }
    const numbers: string[] = [];
    for (const id of ids) {
      const invoice = await client.get(`/invoices/${id}`);
      expect(['accepted', 'in_review']).toContain(invoice.status);
      expect(invoice.history.filter((event: { kind: string }) => event.kind === 'read')).toHaveLength(1);
      numbers.push(invoice.invoiceNumber);
    }
    expect(numbers.sort()).toEqual(ids.map((_, i) => `K-${700 + i}`));
    const books = await Database.open(test.url);
    expect(await books.work.read(({ jobs }) => jobs.state())).toMatchObject({ queued: 0, running: 0, failed: 0 });
    await books.close();
  };

  it('a server killed in the middle of reading reads everything after a restart, nothing twice', async () => {
    const port = String(await freePort());
    const client = new Client(`http://127.0.0.1:${port}`);
    const first = start('api', { PORT: port });
    await (await client.ready()).signIn();
    const ids = await handIn(client);
    await untilInTheMiddle(client);
    await kill(first, 'SIGKILL');
    start('api', { PORT: port });
    await (await client.ready()).signIn();
    await expectAllReadOnce(client, ids);
  }, 150_000);

  it('a worker process killed in the middle is replaced by another', async () => {
    const port = String(await freePort());
    const client = new Client(`http://127.0.0.1:${port}`);
    start('api', { PORT: port, WORKER: 'external' });
    await (await client.ready()).signIn();
    const ids = await handIn(client);
    expect((await client.get('/invoices/counts')).queued).toBe(DOCUMENTS);
    const first = start('worker', { WORKER: 'external' });
    await untilInTheMiddle(client);
    await kill(first, 'SIGKILL');
    start('worker', { WORKER: 'external' });
    await expectAllReadOnce(client, ids);
  }, 150_000);
});
