import { mkdirSync } from 'node:fs';
import { dirname } from 'node:path';
import { DataSource, type DataSourceOptions } from 'typeorm';
import { MIGRATIONS } from '../../migrations/index.js';
import { ENTITIES } from './entities/index.js';
import { whileBusy } from './while-busy.js';

/** While it waits for SQLite's lock the driver stops the whole process; `whileBusy` does the patient waiting. */
const DRIVER_WAIT_MS = 100;
const OPEN_WAIT_MS = 15_000;

const shared = { entities: ENTITIES, migrations: MIGRATIONS, synchronize: false, migrationsRun: false } as const;

export const isSqlite = (databaseUrl: string): boolean => databaseUrl.startsWith('sqlite:');

/**
 * @param databaseUrl `sqlite:PATH`, `mysql://…` or `mariadb://…`; the last two differ: TypeORM reports drift that is
 *   none when one is taken for the other
 */
export function writerOptions(databaseUrl: string): DataSourceOptions {
  return isSqlite(databaseUrl) ? sqlite(databaseUrl, false) : server(databaseUrl);
}

/** SQLite reads on a connection of its own, so that it never sees a transaction that is not finished. */
export function readerOptions(databaseUrl: string): DataSourceOptions | null {
  return isSqlite(databaseUrl) ? sqlite(databaseUrl, true) : null;
}

function sqlite(databaseUrl: string, readOnly: boolean): DataSourceOptions {
  const path = databaseUrl.slice('sqlite:'.length);
  mkdirSync(dirname(path), { recursive: true });
  return {
    ...shared,
    type: 'better-sqlite3',
    database: path,
    enableWAL: !readOnly,
    timeout: DRIVER_WAIT_MS,
    prepareDatabase: (db: { pragma(sql: string): void }) => {
      db.pragma('foreign_keys = ON');
      db.pragma('synchronous = FULL');
      if (readOnly) db.pragma('query_only = ON');
    },
  };
}

function server(databaseUrl: string): DataSourceOptions {
  return {
    ...shared,
    type: databaseUrl.startsWith('mariadb:') ? 'mariadb' : 'mysql',
    url: databaseUrl.replace(/^mariadb:/, 'mysql:'),
    charset: 'utf8mb4',
    timezone: 'Z',
    poolSize: 10,
  };
}

export const makeDataSource = (databaseUrl: string): DataSource => new DataSource(writerOptions(databaseUrl));

/** Opens it, also while another process is just creating or recovering the same file. */
export const openSource = (options: DataSourceOptions): Promise<DataSource> =>
  whileBusy(() => new DataSource(options).initialize(), OPEN_WAIT_MS);
