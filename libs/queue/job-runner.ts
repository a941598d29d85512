import { randomBytes } from 'node:crypto';
import { hostname } from 'node:os';
import { asSandyError, SandyError, type UnitOfWork } from '../domain/index.js';
import { type JobHandler } from './job-handler.js';
import { type Job, type JobFailure, type JobStore } from './job.js';

export interface RunnerOptions {
  /** Jobs at once in this process. */
  readonly concurrency: number;
  readonly leaseMs: number;
  /** Pause between two looks at an empty queue. */
  readonly idleMs: number;
  /** Pause after the database failed. */
  readonly troubleMs: number;
  /** Wait after the n-th failed try. */
  readonly backOffMs: (attempts: number) => number;
}

export const DEFAULT_OPTIONS: RunnerOptions = {
  concurrency: 2,
  leaseMs: 60_000,
  idleMs: 500,
  troubleMs: 5_000,
  backOffMs: (attempts) => Math.min(2_000 * 4 ** (attempts - 1), 10 * 60_000),
};

export interface RunnerLog {
  failed(job: Job, failure: JobFailure, cause: unknown): void;
  trouble(error: unknown): void;
}

type QueueStores = { jobs: JobStore };

class LeaseLost extends Error {}

/**
 * Takes jobs and runs them. Any number of processes may run one each on the same database: a job is taken by
 * compare-and-set and kept by a lease that is renewed while the work goes on.
 */
export class JobRunner<S extends QueueStores> {
  private readonly owner = `${hostname()}:${process.pid}:${randomBytes(4).toString('hex')}`;
  private readonly handlers: ReadonlyMap<string, JobHandler<S>>;
  private readonly running = new Set<Promise<void>>();
  private readonly stopping = new AbortController();
  private loop: Promise<void> | null = null;
  private wake: () => void = () => {};

  /** @throws Error when two handlers want the same kind */
  constructor(
    private readonly work: UnitOfWork<S>,
    handlers: readonly JobHandler<S>[],
    private readonly options: RunnerOptions,
    private readonly log: RunnerLog,
  ) {
    this.handlers = new Map(handlers.map((handler) => [handler.kind, handler]));
    if (this.handlers.size !== handlers.length) throw new Error('two handlers for one kind of job');
  }

  start(): void {
    this.loop ??= this.run();
  }

  /** Looks at the queue at once instead of after the pause. */
  nudge(): void {
    this.wake();
  }

  /** Takes no more jobs, ends those under way and gives them back to the queue. */
  async stop(): Promise<void> {
    this.stopping.abort();
    this.wake();
    await this.loop;
    await Promise.all(this.running);
  }

  private async run(): Promise<void> {
    while (!this.stopping.signal.aborted) {
      try {
        if (!(await this.takeDue())) await this.pause(this.options.idleMs);
      } catch (error) {
        this.log.trouble(error);
        await this.pause(this.options.troubleMs);
      }
    }
  }

  private async takeDue(): Promise<boolean> {
    const free = this.options.concurrency - this.running.size;
    if (free <= 0) return false;
    const ids = await this.work.read((stores) => stores.jobs.due(new Date(), free));
    for (const id of ids) {
      const job = await this.claim(id);
      if (!job) continue;
      const end = this.process(job)
        .catch((error: unknown) => this.log.trouble(error))
        .finally(() => {
          this.running.delete(end);
          this.wake();
        });
      this.running.add(end);
    }
    return ids.length > 0 && this.running.size < this.options.concurrency;
  }

  private claim(id: number): Promise<Job | null> {
    return this.work.run(async (stores) => {
      const now = new Date();
      const job = await stores.jobs.claim(id, this.owner, now, this.leaseEnd(now));
      if (job && job.attempts <= job.maxAttempts) await this.handlers.get(job.kind)?.started?.(job, stores);
      return job;
    });
  }

  private async process(job: Job): Promise<void> {
    const handler = this.handlers.get(job.kind);
    if (!handler) return this.giveUp(job, undefined, new Error(`no handler for jobs of kind ${job.kind}`));
    if (job.attempts > job.maxAttempts) return this.giveUp(job, handler, new SandyError('job.abandoned'));

    const lease = new AbortController();
    const signal = AbortSignal.any([lease.signal, this.stopping.signal]);
    const renewal = setInterval(() => this.renew(job, lease), this.options.leaseMs / 3);
    try {
      const write = await handler.run(job, signal);
      await this.work.run(async (stores) => {
        if (!(await stores.jobs.complete(job.id, this.owner, new Date()))) throw new LeaseLost();
        await write(stores);
      });
    } catch (error) {
      if (error instanceof LeaseLost || lease.signal.aborted) return;
      if (this.stopping.signal.aborted) return this.release(job, handler);
      if (handler.isFinal(error) || job.attempts >= job.maxAttempts) return this.giveUp(job, handler, error);
      await this.retry(job, handler, error);
    } finally {
      clearInterval(renewal);
    }
  }

  private renew(job: Job, lease: AbortController): void {
    this.work
      .run((stores) => stores.jobs.extend(job.id, this.owner, this.leaseEnd(new Date())))
      .then((kept) => kept || lease.abort())
      .catch((error: unknown) => this.log.trouble(error));
  }

  private async release(job: Job, handler: JobHandler<S>): Promise<void> {
    await this.work.run(async (stores) => {
      if (await stores.jobs.release(job.id, this.owner, new Date())) await handler.waiting?.(job, stores);
    });
  }

  private async retry(job: Job, handler: JobHandler<S>, error: unknown): Promise<void> {
    const runAt = new Date(Date.now() + this.options.backOffMs(job.attempts));
    const failure = toFailure(error);
    this.log.failed(job, failure, error);
    await this.work.run(async (stores) => {
      if (await stores.jobs.retry(job.id, this.owner, failure, runAt)) await handler.waiting?.(job, stores);
    });
  }

  private async giveUp(job: Job, handler: JobHandler<S> | undefined, error: unknown): Promise<void> {
    const failure = toFailure(error);
    this.log.failed(job, failure, error);
    await this.work.run(async (stores) => {
      if (!(await stores.jobs.fail(job.id, this.owner, failure, new Date()))) return;
      await handler?.failed(job, failure, stores);
    });
  }

  private leaseEnd(now: Date): Date {
    return new Date(now.getTime() + this.options.leaseMs);
  }

  private pause(ms: number): Promise<void> {
    return new Promise((resolve) => {
      const timer = setTimeout(resolve, ms);
      this.wake = () => {
        clearTimeout(timer);
        resolve();
      };
    });
  }
}

function toFailure(error: unknown): JobFailure {
  const { code, params, message } = asSandyError(error);
  return { code, params, message };
}
