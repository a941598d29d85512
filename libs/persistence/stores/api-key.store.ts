import { type EntityManager } from 'typeorm';
import { type ApiKey, type ApiKeyStore, type Role } from '../../identity/index.js';
import { ApiKeyEntity } from '../entities/index.js';

const toApiKey = ({ hash: _, ...key }: ApiKeyEntity): ApiKey => key;

export class SqlApiKeyStore implements ApiKeyStore {
  constructor(private readonly manager: EntityManager) {}

  async list(): Promise<ApiKey[]> {
    return (await this.manager.find(ApiKeyEntity, { order: { id: 'ASC' } })).map(toApiKey);
  }

  async add(key: { name: string; role: Role; prefix: string; hash: string }, now: Date): Promise<ApiKey> {
    const { identifiers } = await this.manager.insert(ApiKeyEntity, { ...key, createdAt: now });
    return toApiKey(await this.manager.findOneByOrFail(ApiKeyEntity, { id: identifiers[0]!.id as number }));
  }

  async findByHash(hash: string): Promise<ApiKey | null> {
    const row = await this.manager.findOneBy(ApiKeyEntity, { hash });
    return row && toApiKey(row);
  }

  async touch(id: number, now: Date): Promise<void> {
    await this.manager.update(ApiKeyEntity, { id }, { lastUsedAt: now });
  }

  async remove(id: number): Promise<boolean> {
    return (await this.manager.delete(ApiKeyEntity, { id })).affected === 1;
  }
}
