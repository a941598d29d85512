import { Like, type EntityManager } from 'typeorm';
import { type Paged, type Supplier, type SupplierIdentity, type SupplierStore } from '../../payables/index.js';
import { SupplierEntity } from '../entities/index.js';
import { likePattern } from './like.js';

const toSupplier = ({ id, name, vatId, siren }: SupplierEntity): Supplier => ({ id, name, vatId, siren });

export class SqlSupplierStore implements SupplierStore {
  constructor(private readonly manager: EntityManager) {}

  async resolve({ key, ...identity }: SupplierIdentity, now: Date): Promise<number> {
    await this.manager
      .createQueryBuilder()
      .insert()
      .into(SupplierEntity)
      .values({ identityKey: key, ...identity, createdAt: now })
      .orIgnore()
      .updateEntity(false)
      .execute();
    return (await this.manager.findOneByOrFail(SupplierEntity, { identityKey: key })).id;
  }

  async page({ page, perPage, q }: { page: number; perPage: number; q?: string }): Promise<Paged<Supplier>> {
    const [rows, total] = await this.manager.findAndCount(SupplierEntity, {
      where: q ? { name: Like(likePattern(q)) } : {},
      order: { name: 'ASC', id: 'ASC' },
      skip: (page - 1) * perPage,
      take: perPage,
    });
    return { data: rows.map(toSupplier), total };
  }

  async find(id: number): Promise<Supplier | null> {
    const row = await this.manager.findOneBy(SupplierEntity, { id });
    return row && toSupplier(row);
  }
}
