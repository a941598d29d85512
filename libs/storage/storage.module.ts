import { Module } from '@nestjs/common';
import { join } from 'node:path';
import { CONFIG, type Config } from '../config/index.js';
import { BLOB_STORE } from './blob-store.js';
import { LocalBlobStore } from './local-blob-store.js';
import { Receiver } from './receiver.js';

@Module({
  providers: [
    {
      provide: BLOB_STORE,
      inject: [CONFIG],
      useFactory: ({ dataDir }: Config) => new LocalBlobStore(join(dataDir, 'blobs')),
    },
    {
      provide: Receiver,
      inject: [CONFIG],
      useFactory: ({ dataDir, maxFileMegabytes }: Config) =>
        new Receiver(join(dataDir, 'incoming'), maxFileMegabytes * 1024 * 1024),
    },
  ],
  exports: [BLOB_STORE, Receiver],
})
export class StorageModule {}
