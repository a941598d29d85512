import { Inject, Logger, Module, type BeforeApplicationShutdown, type OnApplicationBootstrap } from '@nestjs/common';
import { Cron, CronExpression, Interval, ScheduleModule } from '@nestjs/schedule';
import { CONFIG, type Config } from '../config/index.js';
import { Database, type Stores } from '../persistence/index.js';
import { DEFAULT_OPTIONS, JobRunner, type RunnerLog } from '../queue/index.js';
import { Receiver } from '../storage/index.js';
import { Housekeeping } from './housekeeping.js';
import { Inbox, INBOX_OPTIONS, type InboxLog } from './inbox.js';
import { Intake } from './intake.js';
import { JobSignal } from './job-signal.js';
import { PipelineModule } from './pipeline.module.js';
import { ReadingJob } from './reading-job.js';

const LOOK_AT_INBOX_MS = 2_000;

const stackOf = (error: unknown): string => (error instanceof Error ? (error.stack ?? error.message) : String(error));

function runnerLog(): RunnerLog {
  const logger = new Logger('Worker');
  return {
    failed: (job, { code }, cause) => {
      const told = `${job.kind} ${job.subjectId}, try ${job.attempts} of ${job.maxAttempts}: ${code}`;
      if (code === 'internal') logger.error(told, stackOf((cause as Error).cause ?? cause));
      else logger.warn(told);
    },
    trouble: (error) => logger.error(stackOf(error)),
  };
}

function inboxLog(): InboxLog {
  const logger = new Logger('Inbox');
  return {
    taken: (name, invoiceId, known) => logger.log(`${name}: invoice ${invoiceId}${known ? ' (known already)' : ''}`),
    refused: (name, code) => logger.warn(`${name}: ${code}`),
    trouble: (error) => logger.error(stackOf(error)),
  };
}

/** Takes jobs, watches the folder, keeps house. Part of the API process, or a process of its own (`WORKER=external`). */
@Module({
  imports: [PipelineModule, ScheduleModule.forRoot()],
  providers: [
    {
      provide: JobRunner,
      inject: [Database, ReadingJob, CONFIG],
      useFactory: ({ work }: Database, reading: ReadingJob, { workerJobs, jobLeaseSeconds }: Config) =>
        new JobRunner<Stores>(
          work,
          [reading],
          { ...DEFAULT_OPTIONS, concurrency: workerJobs, leaseMs: jobLeaseSeconds * 1000 },
          runnerLog(),
        ),
    },
    {
      provide: Inbox,
      inject: [CONFIG, Receiver, Intake],
      useFactory: ({ inboxDir, ocrEngine }: Config, receiver: Receiver, intake: Intake) =>
        new Inbox(inboxDir, receiver, intake, { ...INBOX_OPTIONS, engine: ocrEngine }, inboxLog()),
    },
    {
      provide: Housekeeping,
      inject: [Database, Receiver, CONFIG],
      useFactory: ({ work }: Database, receiver: Receiver, { jobAttempts }: Config) =>
        new Housekeeping(work, receiver, jobAttempts),
    },
  ],
})
export class WorkerModule implements OnApplicationBootstrap, BeforeApplicationShutdown {
  private readonly logger = new Logger('Housekeeping');

  constructor(
    @Inject(JobRunner) private readonly runner: JobRunner<Stores>,
    @Inject(JobSignal) private readonly signal: JobSignal,
    @Inject(Inbox) private readonly inbox: Inbox,
    @Inject(Housekeeping) private readonly housekeeping: Housekeeping,
  ) {}

  async onApplicationBootstrap(): Promise<void> {
    await this.keepHouse();
    this.signal.listen(() => this.runner.nudge());
    this.runner.start();
  }

  /** Before the connections close. */
  async beforeApplicationShutdown(): Promise<void> {
    await Promise.all([this.inbox.stop(), this.runner.stop()]);
  }

  @Interval(LOOK_AT_INBOX_MS)
  lookAtInbox(): Promise<void> {
    return this.inbox.look();
  }

  @Cron(CronExpression.EVERY_10_MINUTES)
  async keepHouse(): Promise<void> {
    try {
      const { requeued, jobsPurged, uploadsPurged } = await this.housekeeping.run(new Date());
      if (requeued + jobsPurged + uploadsPurged === 0) return;
      this.logger.log(`requeued ${requeued}, purged ${jobsPurged} jobs and ${uploadsPurged} uploads`);
    } catch (error) {
      this.logger.error(stackOf(error));
    }
  }
}
