import { Brackets, type EntityManager, type QueryDeepPartialEntity } from 'typeorm';
import { type Job, type JobFailure, type JobStore, type NewJob, type QueueState } from '../../queue/index.js';
import { JobEntity } from '../entities/index.js';

const FREE = { owner: null, leaseUntil: null } as const;

export class SqlJobStore implements JobStore {
  constructor(private readonly manager: EntityManager) {}

  async add(job: NewJob, now: Date): Promise<void> {
    await this.manager
      .createQueryBuilder()
      .insert()
      .into(JobEntity)
      .values({
        ...job,
        status: 'queued',
        livingKey: `${job.kind}:${job.subjectId}`,
        attempts: 0,
        runAt: now,
        createdAt: now,
      })
      .orIgnore()
      .updateEntity(false)
      .execute();
  }

  async due(now: Date, limit: number): Promise<number[]> {
    const rows = await this.manager
      .createQueryBuilder(JobEntity, 'job')
      .select('job.id')
      .where(free(now))
      .orderBy('job.runAt', 'ASC')
      .addOrderBy('job.id', 'ASC')
      .limit(limit)
      .getMany();
    return rows.map((row) => row.id);
  }

  async claim(id: number, owner: string, now: Date, leaseUntil: Date): Promise<Job | null> {
    const taken = await this.manager
      .createQueryBuilder()
      .update(JobEntity)
      .set({ status: 'running', owner, leaseUntil, attempts: () => 'attempts + 1' })
      .where('id = :id', { id })
      .andWhere(free(now, ''))
      .execute();
    if (taken.affected !== 1) return null;
    const row = await this.manager.findOneByOrFail(JobEntity, { id });
    return {
      id: row.id,
      kind: row.kind,
      subjectId: row.subjectId,
      attempts: row.attempts,
      maxAttempts: row.maxAttempts,
    };
  }

  extend(id: number, owner: string, leaseUntil: Date): Promise<boolean> {
    return this.changeOwn(id, owner, { leaseUntil });
  }

  complete(id: number, owner: string, now: Date): Promise<boolean> {
    return this.changeOwn(id, owner, { ...FREE, status: 'done', livingKey: null, endedAt: now });
  }

  retry(id: number, owner: string, failure: JobFailure, runAt: Date): Promise<boolean> {
    return this.changeOwn(id, owner, { ...FREE, status: 'queued', failure, runAt });
  }

  release(id: number, owner: string, now: Date): Promise<boolean> {
    return this.changeOwn(id, owner, { ...FREE, status: 'queued', runAt: now, attempts: () => 'attempts - 1' });
  }

  fail(id: number, owner: string, failure: JobFailure, now: Date): Promise<boolean> {
    return this.changeOwn(id, owner, { ...FREE, status: 'failed', livingKey: null, failure, endedAt: now });
  }

  async state(): Promise<QueueState> {
    const rows = await this.manager
      .createQueryBuilder(JobEntity, 'job')
      .select('job.status', 'status')
      .addSelect('COUNT(*)', 'count')
      .groupBy('job.status')
      .getRawMany<{ status: string; count: string | number }>();
    const count = (status: string) => Number(rows.find((row) => row.status === status)?.count ?? 0);
    const oldest = await this.manager.findOne(JobEntity, { where: { status: 'queued' }, order: { createdAt: 'ASC' } });
    return {
      queued: count('queued'),
      running: count('running'),
      failed: count('failed'),
      oldestQueuedAt: oldest?.createdAt ?? null,
    };
  }

  async purgeEndedBefore(instant: Date): Promise<number> {
    const gone = await this.manager
      .createQueryBuilder()
      .delete()
      .from(JobEntity)
      .where('ended_at < :instant', { instant: sqlInstant(instant) })
      .execute();
    return gone.affected ?? 0;
  }

  private async changeOwn(id: number, owner: string, change: QueryDeepPartialEntity<JobEntity>): Promise<boolean> {
    const result = await this.manager
      .createQueryBuilder()
      .update(JobEntity)
      .set(change)
      .where("id = :id AND owner = :owner AND status = 'running'", { id, owner })
      .execute();
    return result.affected === 1;
  }
}

/** Waiting and due, or running on a lease that ran out. */
function free(now: Date, alias = 'job'): Brackets {
  const column = (name: string) => (alias ? `${alias}.${name}` : name);
  return new Brackets((where) =>
    where
      .where(`(${column('status')} = 'queued' AND ${column('run_at')} <= :now)`, { now: sqlInstant(now) })
      .orWhere(`(${column('status')} = 'running' AND ${column('lease_until')} < :now)`, { now: sqlInstant(now) }),
  );
}

/** As both SQLite (text) and MySQL (UTC session) compare it. */
const sqlInstant = (instant: Date): string => instant.toISOString().replace('T', ' ').replace('Z', '');
