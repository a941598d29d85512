import { type Job, type JobFailure } from './job.js';

/**
 * Does the work of one kind of job.
 *
 * `S` is the set of stores its outcome is written with. Work and writing are apart so that the outcome and the end of
 * the job are one transaction: a job whose lease was lost meanwhile writes nothing.
 */
export interface JobHandler<S> {
  readonly kind: string;
  /** Before the work, in the transaction that took the job. */
  started?(job: Job, stores: S): Promise<void>;
  /** The job is in the queue again, for another try or another process. */
  waiting?(job: Job, stores: S): Promise<void>;
  /**
   * The slow part; no writing here.
   * @param signal aborted when the process is told to stop or the lease is lost
   * @returns writes the outcome
   * @throws anything: tried again later, or the end of the job when `isFinal` says so or no try is left
   */
  run(job: Job, signal: AbortSignal): Promise<(stores: S) => Promise<void>>;
  /** Whether another try cannot help. */
  isFinal(error: unknown): boolean;
  /** The job is given up. */
  failed(job: Job, failure: JobFailure, stores: S): Promise<void>;
}
