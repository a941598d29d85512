import { randomBytes } from 'node:crypto';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import mysql from 'mysql2/promise';
import { Database } from '../../libs/persistence/index.js';

export interface TestDatabase {
  readonly url: string;
  drop(): Promise<void>;
}

/** Set by the test command, which starts a server of its own. */
const SERVER = process.env.SANDY_TEST_MARIADB;

async function sqlite(): Promise<TestDatabase> {
  const folder = mkdtempSync(join(tmpdir(), 'sandy-test-'));
  return {
    url: `sqlite:${join(folder, 'books.sqlite')}`,
    drop: async () => rmSync(folder, { recursive: true, force: true }),
  };
}

async function mariadb(): Promise<TestDatabase> {
  const name = `sandy_${randomBytes(6).toString('hex')}`;
  const statement = async (sql: string) => {
    const connection = await mysql.createConnection(SERVER!.replace(/^mariadb:/, 'mysql:'));
    await connection.query(sql);
    await connection.end();
  };
  await statement(`CREATE DATABASE ${name} CHARACTER SET utf8mb4`);
  return { url: `${SERVER}${name}`, drop: () => statement(`DROP DATABASE ${name}`) };
}

const kinds: [string, () => Promise<TestDatabase>][] = [['SQLite', sqlite]];
if (SERVER) kinds.push(['MariaDB', mariadb]);

/** Runs the suite once on each database: an empty one of its own, not yet migrated. */
export function onEveryDatabase(suite: (create: () => Promise<TestDatabase>) => void): void {
  describe.each(kinds)('on %s', (_name, create) => suite(create));
  if (!SERVER) it.skip('on MariaDB: SANDY_TEST_MARIADB is not set, `npm test` starts a server and sets it', () => {});
}

export const emptySqlite = sqlite;

/** Migrated and open. */
export async function openBooks(create: () => Promise<TestDatabase>): Promise<{ books: Database; test: TestDatabase }> {
  const test = await create();
  const books = await Database.open(test.url);
  await books.migrate();
  return { books, test };
}
