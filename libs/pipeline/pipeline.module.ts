import { Module } from '@nestjs/common';
import { join } from 'node:path';
import { CONFIG, type Config } from '../config/index.js';
import { FileDocumentReader } from '../documents/index.js';
import { Database } from '../persistence/index.js';
import { BLOB_STORE, Receiver, type BlobStore } from '../storage/index.js';
import { StorageModule } from '../storage/storage.module.js';
import { EngineChoice } from './engine-choice.js';
import { Intake } from './intake.js';
import { InvoiceDesk } from './invoice-desk.js';
import { JobSignal } from './job-signal.js';
import { Judge } from './judge.js';
import { PageViewer } from './page-viewer.js';
import { READING_PARTS, type ReadingParts } from './read-document.js';
import { ReadingJob } from './reading-job.js';
import { ReadingModule } from './reading.module.js';

/** Everything between a file and the books, without HTTP and without a running worker. */
@Module({
  imports: [ReadingModule, StorageModule],
  providers: [
    { provide: JobSignal, useFactory: () => new JobSignal() },
    {
      provide: Intake,
      inject: [Database, FileDocumentReader, BLOB_STORE, Receiver, EngineChoice, CONFIG, JobSignal],
      useFactory: (
        { work }: Database,
        documents: FileDocumentReader,
        blobs: BlobStore,
        receiver: Receiver,
        engines: EngineChoice,
        { jobAttempts }: Config,
        signal: JobSignal,
      ) => new Intake(work, documents, blobs, receiver, engines, jobAttempts, signal.raise),
    },
    {
      provide: ReadingJob,
      inject: [Database, BLOB_STORE, READING_PARTS, Judge],
      useFactory: ({ work }: Database, blobs: BlobStore, parts: ReadingParts, judge: Judge) =>
        new ReadingJob(work, blobs, parts, judge),
    },
    {
      provide: InvoiceDesk,
      inject: [Database, Judge, EngineChoice, CONFIG, JobSignal],
      useFactory: (
        { work }: Database,
        judge: Judge,
        engines: EngineChoice,
        { jobAttempts }: Config,
        signal: JobSignal,
      ) => new InvoiceDesk(work, judge, engines, jobAttempts, signal.raise),
    },
    {
      provide: PageViewer,
      inject: [Database, FileDocumentReader, BLOB_STORE, CONFIG],
      useFactory: ({ work }: Database, documents: FileDocumentReader, blobs: BlobStore, { dataDir }: Config) =>
        new PageViewer(work, documents, blobs, join(dataDir, 'incoming')),
    },
  ],
  exports: [Intake, InvoiceDesk, PageViewer, ReadingJob, JobSignal, ReadingModule, StorageModule],
})
export class PipelineModule {}
