import { setTimeout as sleep } from 'node:timers/promises';
import { SandyError } from '../../libs/domain/index.js';
import { Database, isSqlite, type Stores } from '../../libs/persistence/index.js';
import { DEFAULT_OPTIONS, JobRunner, type JobHandler, type RunnerOptions } from '../../libs/queue/index.js';
import { onEveryDatabase, openBooks, type TestDatabase } from '../support/databases.js';

const quick: RunnerOptions = { concurrency: 3, leaseMs: 300, idleMs: 10, troubleMs: 10, backOffMs: () => 20 };
const silent = { failed: () => {}, trouble: () => {} };

const handler = (changes: Partial<JobHandler<Stores>>): JobHandler<Stores> => ({
  kind: 'count',
  run: async () => async () => {},
  isFinal: () => false,
  failed: async () => {},
  ...changes,
});

async function until(condition: () => Promise<boolean> | boolean, ms = 15_000): Promise<void> {
  for (const end = Date.now() + ms; Date.now() < end; await sleep(15)) if (await condition()) return;
  throw new Error('waited too long');
}

onEveryDatabase((create) => {
  let books: Database;
  let test: TestDatabase;
  const runners: { stop(): Promise<void> }[] = [];

  beforeEach(async () => ({ books, test } = await openBooks(create)));
  afterEach(async () => {
    await Promise.all(runners.splice(0).map((runner) => runner.stop()));
    await books.close();
    await test.drop();
  });

  const add = (subjectId: number, maxAttempts = 3) =>
    books.work.run((s) => s.jobs.add({ kind: 'count', subjectId, maxAttempts }, new Date()));
  const state = () => books.work.read((s) => s.jobs.state());
  const idle = async () => {
    const { queued, running } = await state();
    return queued + running === 0;
  };
  const start = (changes: Partial<JobHandler<Stores>>, options = quick, on = books) => {
    const runner = new JobRunner<Stores>(on.work, [handler(changes)], options, silent);
    runners.push(runner);
    runner.start();
    return runner;
  };

  it('runs every job once with three runners, each on a connection of its own where the database is a server', async () => {
    for (let subject = 1; subject <= 60; subject++) await add(subject);
    const ran: number[] = [];
    const others = isSqlite(test.url) ? [] : await Promise.all([Database.open(test.url), Database.open(test.url)]);
    for (const connection of [books, others[0] ?? books, others[1] ?? books]) {
      start(
        {
          run: async (job) => {
            ran.push(job.subjectId);
            await sleep(3);
            return async () => {};
          },
        },
        { ...quick, leaseMs: 10_000 },
        connection,
      );
    }
    await until(idle);
    await Promise.all(runners.splice(0).map((runner) => runner.stop()));
    await Promise.all(others.map((other) => other.close()));
    expect([...ran].sort((a, b) => a - b)).toEqual(Array.from({ length: 60 }, (_, i) => i + 1));
  });

  it('keeps one living job for a subject', async () => {
    await add(1);
    await add(1);
    expect((await state()).queued).toBe(1);
  });

  it('tries again with a pause, and ends as failed with the reason kept after the last try', async () => {
    await add(7, 3);
    const tries: number[] = [];
    const given: string[] = [];
    start({
      run: async (job) => {
        tries.push(job.attempts);
        throw new SandyError('engine.failed', { engine: 'x' });
      },
      failed: async (_job, failure) => void given.push(failure.code),
    });
    await until(async () => (await state()).failed === 1);
    expect(tries).toEqual([1, 2, 3]);
    expect(given).toEqual(['engine.failed']);
  });

  it('does not try again what cannot get better', async () => {
    await add(7, 3);
    let tries = 0;
    start({
      run: async () => {
        tries++;
        throw new SandyError('document.broken');
      },
      isFinal: () => true,
    });
    await until(async () => (await state()).failed === 1);
    expect(tries).toBe(1);
  });

  it('takes up a job whose process is gone, and the late one writes nothing', async () => {
    await add(9);
    let tries = 0;
    const written: number[] = [];
    const deaf = { ...books.work, run: books.work.run.bind(books.work), read: books.work.read.bind(books.work) };
    let frozen = false;
    deaf.run = async (work) => {
      if (frozen) await sleep(900);
      return books.work.run(work);
    };
    const body = {
      run: async () => {
        const mine = ++tries;
        if (mine === 1) frozen = true;
        await sleep(mine === 1 ? 700 : 5);
        return async () => void written.push(mine);
      },
    };
    const first = new JobRunner<Stores>(deaf, [handler(body)], { ...quick, concurrency: 1 }, silent);
    runners.push(first);
    first.start();
    await until(() => tries === 1);
    start(body);
    await until(() => written.length === 1);
    await first.stop();
    expect(written).toEqual([2]);
    expect((await state()).failed).toBe(0);
  });

  it('gives up a job that kills its process each time', async () => {
    await add(5, 2);
    const [id] = await books.work.read((s) => s.jobs.due(new Date(), 1));
    for (let death = 0; death < 2; death++) {
      const past = new Date(Date.now() - 1000);
      expect(await books.work.run((s) => s.jobs.claim(id!, `dead-${death}`, new Date(), past))).not.toBeNull();
    }
    const given: string[] = [];
    start({ failed: async (_job, failure) => void given.push(failure.code) });
    await until(async () => (await state()).failed === 1);
    expect(given).toEqual(['job.abandoned']);
  });

  it('gives unfinished work back when told to stop, without counting the try', async () => {
    await add(3, 1);
    const runner = start({
      run: (_job, signal) =>
        new Promise((_resolve, reject) => signal.addEventListener('abort', () => reject(new Error('stopped')))),
    });
    await until(async () => (await state()).running === 1);
    await runner.stop();
    expect(await state()).toMatchObject({ queued: 1, running: 0, failed: 0 });
    start({});
    await until(idle);
    expect((await state()).failed).toBe(0);
  });

  it('writes the outcome and the end of the job together or not at all', async () => {
    await add(4, 1);
    start({
      run: async () => async (stores) => {
        await stores.suppliers.resolve({ key: 'name:HALF', name: 'Half', vatId: null, siren: null }, new Date());
        throw new Error('disk full');
      },
    });
    await until(async () => (await state()).failed === 1);
    expect((await books.work.read((s) => s.suppliers.page({ page: 1, perPage: 10 }))).total).toBe(0);
  });

  it('waits longer after each failed try', () => {
    expect([1, 2, 3, 4].map(DEFAULT_OPTIONS.backOffMs)).toEqual([2_000, 8_000, 32_000, 128_000]);
  });
});
