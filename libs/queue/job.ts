import { type ErrorCode, type ErrorParams } from '../domain/index.js';

export type JobStatus = 'queued' | 'running' | 'done' | 'failed';

/** A piece of work that survives the process. The payload is ids only. */
export interface Job {
  readonly id: number;
  readonly kind: string;
  readonly subjectId: number;
  readonly attempts: number;
  readonly maxAttempts: number;
}

export interface JobFailure {
  readonly code: ErrorCode;
  readonly params: ErrorParams;
  readonly message: string;
}

export interface NewJob {
  readonly kind: string;
  readonly subjectId: number;
  readonly maxAttempts: number;
}

export interface QueueState {
  readonly queued: number;
  readonly running: number;
  readonly failed: number;
  /** When the oldest waiting job was added. */
  readonly oldestQueuedAt: Date | null;
}

/** Every method that changes a job takes it from exactly one state to the next, or answers false. */
export interface JobStore {
  /** Adds a job unless one of the same kind and subject is still waiting or running. */
  add(job: NewJob, now: Date): Promise<void>;
  /** Ids of jobs that may be taken: due, or with a lease that ran out; the oldest first. */
  due(now: Date, limit: number): Promise<number[]>;
  /** Compare and set: null when somebody else was quicker. Counts an attempt. */
  claim(id: number, owner: string, now: Date, leaseUntil: Date): Promise<Job | null>;
  extend(id: number, owner: string, leaseUntil: Date): Promise<boolean>;
  complete(id: number, owner: string, now: Date): Promise<boolean>;
  /** Back to the queue, to be taken from `runAt` on. */
  retry(id: number, owner: string, failure: JobFailure, runAt: Date): Promise<boolean>;
  /** Back to the queue at once without counting the attempt, for a process that is told to stop. */
  release(id: number, owner: string, now: Date): Promise<boolean>;
  fail(id: number, owner: string, failure: JobFailure, now: Date): Promise<boolean>;
  state(): Promise<QueueState>;
  /** Deletes jobs that ended before; how many. */
  purgeEndedBefore(instant: Date): Promise<number>;
}
