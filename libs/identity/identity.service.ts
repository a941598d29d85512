import { createHash, randomBytes } from 'node:crypto';
import { SandyError, type UnitOfWork } from '../domain/index.js';
import { hashPassword, passwordMatches } from './passwords.js';
import { type ApiKey, type ApiKeyStore, type Role, type User, type UserChange, type UserStore } from './user.js';

/** Who is behind a request. */
export interface Principal {
  /** Written in the history of what they do: an e-mail or `api-key:NAME`. */
  readonly actor: string;
  readonly role: Role;
  /** Null for an API key. */
  readonly userId: number | null;
}

export interface TokenClaims {
  readonly sub: number;
  readonly version: number;
}

type IdentityStores = { users: UserStore; apiKeys: ApiKeyStore };

const KEY_TOUCH_MS = 60_000;
const API_KEY_PREFIX = 'sandy_';
const digest = (key: string): string => createHash('sha256').update(key).digest('hex');

/** Users, passwords and API keys. */
export class IdentityService {
  /** Verified against when the e-mail is unknown, so that the answer takes as long. */
  private readonly decoy = hashPassword(randomBytes(16).toString('hex'));

  constructor(private readonly work: UnitOfWork<IdentityStores>) {}

  /** @throws SandyError `auth.invalid_credentials`, the same for a wrong e-mail and a wrong password */
  async signIn(email: string, password: string): Promise<User> {
    const found = await this.work.read((stores) => stores.users.findByEmail(email));
    const matches = await passwordMatches(found?.passwordHash ?? (await this.decoy), password);
    if (!found?.active || !matches) throw new SandyError('auth.invalid_credentials');
    const { passwordHash: _, ...user } = found;
    return user;
  }

  /** The user of a token, or null when they left, were blocked or ended their sessions. */
  async userOf(claims: TokenClaims): Promise<User | null> {
    const user = await this.work.read((stores) => stores.users.find(claims.sub));
    return user?.active && user.tokenVersion === claims.version ? user : null;
  }

  async principalOfApiKey(key: string): Promise<Principal | null> {
    if (!key.startsWith(API_KEY_PREFIX)) return null;
    const found = await this.work.read((stores) => stores.apiKeys.findByHash(digest(key)));
    if (!found) return null;
    const now = new Date();
    if (!found.lastUsedAt || now.getTime() - found.lastUsedAt.getTime() > KEY_TOUCH_MS) {
      await this.work.run((stores) => stores.apiKeys.touch(found.id, now));
    }
    return { actor: `api-key:${found.name}`, role: found.role, userId: null };
  }

  listUsers(): Promise<User[]> {
    return this.work.read((stores) => stores.users.list());
  }

  /** @throws SandyError `user.email_taken` */
  async addUser(user: { email: string; name: string; role: Role; password: string }): Promise<User> {
    const { password, ...rest } = user;
    const passwordHash = await hashPassword(password);
    const added = await this.work.run((stores) => stores.users.add({ ...rest, passwordHash }, new Date()));
    if (!added) throw new SandyError('user.email_taken', { email: user.email });
    return added;
  }

  /**
   * A new password, a new role and a block end every session of the user.
   * @throws SandyError `resource.not_found`, `user.last_admin`
   */
  async changeUser(id: number, change: Omit<UserChange, 'passwordHash'> & { password?: string }): Promise<User> {
    const { password, ...rest } = change;
    const passwordHash = password === undefined ? {} : { passwordHash: await hashPassword(password) };
    const endSessions = password !== undefined || rest.active === false || rest.role !== undefined;
    return this.work.run(async ({ users }) => {
      const admins = await users.lockAdmins();
      const before = await users.find(id);
      if (!before) throw new SandyError('resource.not_found', { user: id });
      const staysAdmin = (rest.role ?? before.role) === 'admin' && (rest.active ?? before.active);
      if (before.role === 'admin' && before.active && !staysAdmin) {
        if (admins.length === 1) throw new SandyError('user.last_admin');
      }
      await users.change(id, { ...rest, ...passwordHash, endSessions });
      return (await users.find(id))!;
    });
  }

  /** @throws SandyError `auth.invalid_credentials` when the present password is wrong */
  async changeOwnPassword(email: string, present: string, next: string): Promise<void> {
    const user = await this.signIn(email, present);
    await this.changeUser(user.id, { password: next });
  }

  listApiKeys(): Promise<ApiKey[]> {
    return this.work.read((stores) => stores.apiKeys.list());
  }

  /** @returns the key itself too: it is kept nowhere and cannot be shown again */
  async addApiKey(name: string, role: Role): Promise<{ apiKey: ApiKey; key: string }> {
    const key = API_KEY_PREFIX + randomBytes(32).toString('base64url');
    const prefix = key.slice(0, API_KEY_PREFIX.length + 5);
    const apiKey = await this.work.run((stores) =>
      stores.apiKeys.add({ name, role, prefix, hash: digest(key) }, new Date()),
    );
    return { apiKey, key };
  }

  /** @throws SandyError `resource.not_found` */
  async removeApiKey(id: number): Promise<void> {
    const removed = await this.work.run((stores) => stores.apiKeys.remove(id));
    if (!removed) throw new SandyError('resource.not_found', { apiKey: id });
  }

  /** The first administrator of an empty database. @returns the password when one was made up, else null */
  async ensureFirstAdmin(
    email: string,
    password: string | null,
  ): Promise<{ created: boolean; password: string | null }> {
    if ((await this.work.read((stores) => stores.users.count())) > 0) return { created: false, password: null };
    const chosen = password ?? randomBytes(9).toString('base64url');
    const passwordHash = await hashPassword(chosen);
    const created = await this.work.run(async ({ users }) => {
      if ((await users.count()) > 0) return false;
      await users.add({ email, name: 'Administrateur', role: 'admin', passwordHash }, new Date());
      return true;
    });
    return { created, password: created && password === null ? chosen : null };
  }
}
