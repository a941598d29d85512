import { type DataSource } from 'typeorm';
import { isSqlite, openSource, readerOptions, writerOptions } from './data-source.js';
import { migrate } from './migrate.js';
import { ServerUnitOfWork, SqliteUnitOfWork } from './unit-of-work.js';
import { type Stores } from './stores/index.js';
import { type UnitOfWork } from '../domain/index.js';

/** The open books: connections, migrations and the unit of work. */
export class Database {
  private constructor(
    readonly source: DataSource,
    private readonly reader: DataSource | null,
    readonly work: UnitOfWork<Stores>,
  ) {}

  /** @param opened an open connection to use (a container's), else one is opened here */
  static async open(databaseUrl: string, opened?: DataSource): Promise<Database> {
    const source = opened ?? (await openSource(writerOptions(databaseUrl)));
    if (!isSqlite(databaseUrl)) return new Database(source, null, new ServerUnitOfWork(source));
    const reader = await openSource(readerOptions(databaseUrl)!);
    return new Database(source, reader, new SqliteUnitOfWork(source, reader));
  }

  /** Runs what is missing. @returns the names of the migrations that ran */
  migrate(): Promise<string[]> {
    return migrate(this.source);
  }

  /** @throws when the database does not answer */
  async ping(): Promise<void> {
    await this.source.query('SELECT 1');
  }

  async close(): Promise<void> {
    if (this.reader?.isInitialized) await this.reader.destroy();
    if (this.source.isInitialized) await this.source.destroy();
  }
}
