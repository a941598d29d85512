import { Column, Entity, Index, PrimaryGeneratedColumn } from 'typeorm';
import { type JobFailure, type JobStatus } from '../../queue/index.js';
import { instant, nullable } from './columns.js';

@Entity('job')
@Index('job_status_run_at', ['status', 'runAt'])
@Index('job_subject', ['kind', 'subjectId'])
export class JobEntity {
  @PrimaryGeneratedColumn({ type: 'integer' })
  id!: number;

  @Column({ type: 'varchar', length: 40 })
  kind!: string;

  @Column({ name: 'subject_id', type: 'integer' })
  subjectId!: number;

  @Column({ type: 'varchar', length: 8 })
  status!: JobStatus;

  /** `KIND:SUBJECT` while waiting or running, then null: at most one living job for a subject. */
  @Index('job_living_key', { unique: true })
  @Column({ name: 'living_key', type: 'varchar', length: 60, ...nullable })
  livingKey!: string | null;

  @Column({ type: 'integer' })
  attempts!: number;

  @Column({ name: 'max_attempts', type: 'integer' })
  maxAttempts!: number;

  @Column({ name: 'run_at', ...instant() })
  runAt!: Date;

  @Column({ type: 'varchar', length: 80, ...nullable })
  owner!: string | null;

  @Column({ name: 'lease_until', ...instant(nullable) })
  leaseUntil!: Date | null;

  @Column({ type: 'json', ...nullable })
  failure!: JobFailure | null;

  @Column({ name: 'created_at', ...instant() })
  createdAt!: Date;

  @Column({ name: 'ended_at', ...instant(nullable) })
  endedAt!: Date | null;
}
