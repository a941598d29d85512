import { type UnitOfWork } from '../domain/index.js';
import { type InvoiceStore } from '../payables/index.js';
import { type JobStore } from '../queue/index.js';
import { type Receiver } from '../storage/index.js';
import { READ_JOB } from './reading-job.js';

const DAY_MS = 86_400_000;
const KEEP_JOBS_DAYS = 30;
const ORPHANS_AT_ONCE = 500;

export interface Findings {
  readonly requeued: number;
  readonly jobsPurged: number;
  readonly uploadsPurged: number;
}

/** Puts right what a fault may have left: waiting invoices without a job, half uploads, ended jobs. Safe to repeat. */
export class Housekeeping {
  constructor(
    private readonly work: UnitOfWork<{ invoices: InvoiceStore; jobs: JobStore }>,
    private readonly receiver: Receiver,
    private readonly jobAttempts: number,
  ) {}

  async run(now: Date): Promise<Findings> {
    const requeued = await this.work.run(async ({ invoices, jobs }) => {
      const orphans = await invoices.findOrphans(ORPHANS_AT_ONCE);
      for (const subjectId of orphans) {
        await jobs.add({ kind: READ_JOB, subjectId, maxAttempts: this.jobAttempts }, now);
      }
      return orphans.length;
    });
    const jobsBefore = new Date(now.getTime() - KEEP_JOBS_DAYS * DAY_MS);
    const jobsPurged = await this.work.run(({ jobs }) => jobs.purgeEndedBefore(jobsBefore));
    const uploadsPurged = await this.receiver.purgeOlderThan(new Date(now.getTime() - DAY_MS));
    return { requeued, jobsPurged, uploadsPurged };
  }
}
