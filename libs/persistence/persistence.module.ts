import { Global, Inject, Module, type OnApplicationShutdown } from '@nestjs/common';
import { TypeOrmModule, getDataSourceToken } from '@nestjs/typeorm';
import { type DataSource } from 'typeorm';
import { CONFIG, type Config } from '../config/index.js';
import { openSource, writerOptions } from './data-source.js';
import { Database } from './database.js';

@Global()
@Module({
  imports: [
    TypeOrmModule.forRootAsync({
      inject: [CONFIG],
      useFactory: ({ databaseUrl }: Config) => ({ ...writerOptions(databaseUrl), retryAttempts: 3 }),
      dataSourceFactory: (options) => openSource(options!),
    }),
  ],
  providers: [
    {
      provide: Database,
      inject: [CONFIG, getDataSourceToken()],
      useFactory: async ({ databaseUrl }: Config, source: DataSource) => {
        const database = await Database.open(databaseUrl, source);
        await database.migrate();
        return database;
      },
    },
  ],
  exports: [Database],
})
export class PersistenceModule implements OnApplicationShutdown {
  constructor(@Inject(Database) private readonly database: Database) {}

  onApplicationShutdown(): Promise<void> {
    return this.database.close();
  }
}
