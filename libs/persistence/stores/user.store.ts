import { type EntityManager, type QueryDeepPartialEntity } from 'typeorm';
import {
  type NewUser,
  type User,
  type UserChange,
  type UserStore,
  type UserWithPassword,
} from '../../identity/index.js';
import { UserEntity } from '../entities/index.js';
import { isUniqueViolation } from '../sql-errors.js';
import { rowLock } from './row-lock.js';

const toUser = ({ passwordHash: _, ...user }: UserEntity): User => user;

export class SqlUserStore implements UserStore {
  constructor(private readonly manager: EntityManager) {}

  count(): Promise<number> {
    return this.manager.count(UserEntity);
  }

  async list(): Promise<User[]> {
    return (await this.manager.find(UserEntity, { order: { email: 'ASC' } })).map(toUser);
  }

  async lockAdmins(): Promise<User[]> {
    const lock = rowLock(this.manager);
    return (await this.manager.find(UserEntity, { where: { role: 'admin', active: true }, ...lock })).map(toUser);
  }

  async find(id: number): Promise<User | null> {
    const row = await this.manager.findOneBy(UserEntity, { id });
    return row && toUser(row);
  }

  /** Exactly that e-mail: a server's collation takes `á` for `a`. */
  async findByEmail(email: string): Promise<UserWithPassword | null> {
    const row = await this.manager.findOneBy(UserEntity, { email: email.toLowerCase() });
    return row?.email === email.toLowerCase() ? row : null;
  }

  async add(user: NewUser, now: Date): Promise<User | null> {
    const row = { ...user, email: user.email.toLowerCase(), active: true, tokenVersion: 1, createdAt: now };
    try {
      const { identifiers } = await this.manager.insert(UserEntity, row);
      return this.find(identifiers[0]!.id as number);
    } catch (error) {
      if (isUniqueViolation(error)) return null;
      throw error;
    }
  }

  async change(id: number, { endSessions, ...change }: UserChange): Promise<void> {
    const set: QueryDeepPartialEntity<UserEntity> = { ...change };
    if (endSessions) set.tokenVersion = () => 'token_version + 1';
    await this.manager.update(UserEntity, { id }, set);
  }
}
