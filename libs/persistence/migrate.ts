import { type DataSource } from 'typeorm';
import { whileBusy } from './while-busy.js';

const WAIT_SECONDS = 300;
const LOCK = "CONCAT('sandy-migrate-', MD5(DATABASE()))";

/**
 * Runs what is missing. Processes that start at once on one database take turns: the first migrates, the others find
 * nothing left to do.
 * @returns the names of the migrations that ran
 */
export async function migrate(source: DataSource): Promise<string[]> {
  const ran = await (source.options.type === 'better-sqlite3' ? inOneTransaction(source) : underLock(source));
  return ran.map((migration) => migration.name);
}

async function inOneTransaction(source: DataSource) {
  const runner = source.createQueryRunner();
  await runner.beforeMigration();
  try {
    await whileBusy(() => runner.query('BEGIN IMMEDIATE'), WAIT_SECONDS * 1000);
    try {
      const ran = await source.runMigrations({ transaction: 'none' });
      await runner.query('COMMIT');
      return ran;
    } catch (error) {
      await runner.query('ROLLBACK');
      throw error;
    }
  } finally {
    await runner.afterMigration();
  }
}

interface Answer {
  readonly got: number | null;
}

/** The lock belongs to its connection: it ends with it, also when the process is killed. */
async function underLock(source: DataSource) {
  const holder = source.createQueryRunner();
  try {
    const [answer] = (await holder.query(`SELECT GET_LOCK(${LOCK}, ${WAIT_SECONDS}) AS got`)) as unknown as Answer[];
    if (Number(answer?.got) !== 1) throw new Error('Another process has not finished migrating this database.');
    try {
      return await source.runMigrations({ transaction: 'each' });
    } finally {
      await holder.query(`SELECT RELEASE_LOCK(${LOCK})`);
    }
  } finally {
    await holder.release();
  }
}
