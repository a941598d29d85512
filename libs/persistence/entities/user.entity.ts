import { Column, Entity, Index, PrimaryGeneratedColumn } from 'typeorm';
import { type Role } from '../../identity/index.js';
import { instant, nullable } from './columns.js';

@Entity('app_user')
export class UserEntity {
  @PrimaryGeneratedColumn({ type: 'integer' })
  id!: number;

  @Index('app_user_email', { unique: true })
  @Column({ type: 'varchar', length: 191 })
  email!: string;

  @Column({ type: 'varchar', length: 100 })
  name!: string;

  @Column({ type: 'varchar', length: 12 })
  role!: Role;

  @Column({ name: 'password_hash', type: 'varchar', length: 200 })
  passwordHash!: string;

  @Column({ type: 'boolean' })
  active!: boolean;

  @Column({ name: 'token_version', type: 'integer' })
  tokenVersion!: number;

  @Column({ name: 'created_at', ...instant() })
  createdAt!: Date;
}

@Entity('api_key')
export class ApiKeyEntity {
  @PrimaryGeneratedColumn({ type: 'integer' })
  id!: number;

  @Column({ type: 'varchar', length: 100 })
  name!: string;

  @Column({ type: 'varchar', length: 12 })
  role!: Role;

  @Column({ type: 'varchar', length: 12 })
  prefix!: string;

  @Index('api_key_hash', { unique: true })
  @Column({ type: 'varchar', length: 64 })
  hash!: string;

  @Column({ name: 'created_at', ...instant() })
  createdAt!: Date;

  @Column({ name: 'last_used_at', ...instant(nullable) })
  lastUsedAt!: Date | null;
}
