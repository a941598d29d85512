import { Inject, Module, type OnApplicationShutdown } from '@nestjs/common';
import { CONFIG, type Config } from '../config/index.js';
import { BarcodeReader } from './barcode-reader.js';
import { FileDocumentReader } from './document-reader.js';
import { NativePool } from './native/native-pool.js';

const NATIVE_WORKERS = 2;
const RECYCLE_AFTER = 200;
const MAX_HEAP_BYTES = 768 * 1024 * 1024;

@Module({
  providers: [
    {
      provide: NativePool,
      inject: [CONFIG],
      useFactory: ({ documentTimeoutSeconds }: Config) =>
        new NativePool({
          workers: NATIVE_WORKERS,
          timeoutMs: documentTimeoutSeconds * 1000,
          recycleAfter: RECYCLE_AFTER,
          maxHeapBytes: MAX_HEAP_BYTES,
        }),
    },
    {
      provide: FileDocumentReader,
      inject: [NativePool, CONFIG],
      useFactory: (pool: NativePool, config: Config) =>
        new FileDocumentReader(pool, {
          maxBytes: config.maxFileMegabytes * 1024 * 1024,
          maxPages: config.maxPages,
          maxPixels: config.maxMegapixels * 1_000_000,
          timeoutMs: config.documentTimeoutSeconds * 1000,
        }),
    },
    { provide: BarcodeReader, inject: [NativePool], useFactory: (pool: NativePool) => new BarcodeReader(pool) },
  ],
  exports: [FileDocumentReader, BarcodeReader],
})
export class DocumentsModule implements OnApplicationShutdown {
  constructor(@Inject(NativePool) private readonly pool: NativePool) {}

  onApplicationShutdown(): Promise<void> {
    return this.pool.dispose();
  }
}
