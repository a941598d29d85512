import { mkdirSync } from 'node:fs';
import { dirname } from 'node:path';
import { DataSource, type DataSourceOptions } from 'typeorm';
import { MIGRATIONS } from '../../migrations/index.js';
import { ENTITIES } from './entities/index.js';

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
    timeout: 10_000,
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
