export const ROLES = ['admin', 'accountant', 'reviewer', 'auditor'] as const;
export type Role = (typeof ROLES)[number];

export interface User {
  readonly id: number;
  readonly email: string;
  readonly name: string;
  readonly role: Role;
  readonly active: boolean;
  /** Tokens carry it; a new one ends every session of the user. */
  readonly tokenVersion: number;
  readonly createdAt: Date;
}

export interface UserWithPassword extends User {
  /** argon2id, PHC string. */
  readonly passwordHash: string;
}

export interface NewUser {
  readonly email: string;
  readonly name: string;
  readonly role: Role;
  readonly passwordHash: string;
}

export interface UserChange {
  readonly name?: string;
  readonly role?: Role;
  readonly active?: boolean;
  readonly passwordHash?: string;
  readonly endSessions?: boolean;
}

export interface ApiKey {
  readonly id: number;
  readonly name: string;
  readonly role: Role;
  /** The first characters, to tell keys apart. The key itself is shown once and never kept. */
  readonly prefix: string;
  readonly createdAt: Date;
  readonly lastUsedAt: Date | null;
}

export interface UserStore {
  count(): Promise<number>;
  list(): Promise<User[]>;
  /** Active administrators; nobody else can change them until the transaction ends. */
  lockAdmins(): Promise<User[]>;
  find(id: number): Promise<User | null>;
  findByEmail(email: string): Promise<UserWithPassword | null>;
  /** @returns null when the e-mail is taken */
  add(user: NewUser, now: Date): Promise<User | null>;
  change(id: number, change: UserChange): Promise<void>;
}

export interface ApiKeyStore {
  list(): Promise<ApiKey[]>;
  add(key: { name: string; role: Role; prefix: string; hash: string }, now: Date): Promise<ApiKey>;
  findByHash(hash: string): Promise<ApiKey | null>;
  touch(id: number, now: Date): Promise<void>;
  remove(id: number): Promise<boolean>;
}
