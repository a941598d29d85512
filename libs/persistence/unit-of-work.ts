import { type DataSource, type EntityManager } from 'typeorm';
import { type UnitOfWork } from '../domain/index.js';
import { isDeadlock } from './sql-errors.js';
import { makeStores, type Stores } from './stores/index.js';
import { whileBusy } from './while-busy.js';

const DEADLOCK_TRIES = 5;
const BUSY_WAIT_MS = 15_000;

/**
 * Transactions on a server database, where a deadlock's victim simply runs again: nothing of it was kept.
 */
export class ServerUnitOfWork implements UnitOfWork<Stores> {
  constructor(private readonly source: DataSource) {}

  async run<T>(work: (stores: Stores) => Promise<T>): Promise<T> {
    for (let attempt = 1; ; attempt++) {
      try {
        // READ COMMITTED: after "insert or ignore" the row of a quicker transaction must be visible.
        return await this.source.transaction('READ COMMITTED', (manager) => work(makeStores(manager)));
      } catch (error) {
        if (!isDeadlock(error) || attempt === DEADLOCK_TRIES) throw error;
      }
    }
  }

  read<T>(work: (stores: Stores) => Promise<T>): Promise<T> {
    return work(makeStores(this.source.manager));
  }
}

/**
 * Transactions on SQLite. TypeORM has one connection and would mix the statements of transactions that overlap in
 * time, so they run one after the other. Other processes are kept out by SQLite's own lock; who finds it taken waits,
 * and begins anew.
 */
export class SqliteUnitOfWork implements UnitOfWork<Stores> {
  private last: Promise<unknown> = Promise.resolve();

  constructor(
    private readonly writer: DataSource,
    private readonly reader: DataSource,
  ) {}

  run<T>(work: (stores: Stores) => Promise<T>): Promise<T> {
    const turn = this.last.then(() => whileBusy(() => this.transaction(work), BUSY_WAIT_MS));
    this.last = turn.catch(() => undefined);
    return turn;
  }

  read<T>(work: (stores: Stores) => Promise<T>): Promise<T> {
    return work(makeStores(this.reader.manager));
  }

  private transaction<T>(work: (stores: Stores) => Promise<T>): Promise<T> {
    return this.writer.transaction(async (manager) => {
      await takeWriteLock(manager);
      return work(makeStores(manager));
    });
  }
}

/** A transaction that first reads and then writes may be refused when another process wrote between; one that starts by writing waits. */
async function takeWriteLock(manager: EntityManager): Promise<void> {
  await manager.query('DELETE FROM job WHERE id = -1');
}
