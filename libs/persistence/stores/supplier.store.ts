import { Like, type EntityManager } from 'typeorm';
import { type Paged, type Supplier, type SupplierIdentity, type SupplierStore } from '../../payables/index.js';
import { SupplierEntity } from '../entities/index.js';
import { likePattern } from './like.js';
import { rowLock } from './row-lock.js';

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
    const where = { identityKey: key };
    return (await this.manager.findOneOrFail(SupplierEntity, { where, ...rowLock(this.manager) })).id;
  }

  async page({ page, perPage, q }: { page: number; perPage: number; q?: string }): Promise<Paged<Supplier>> {
    const select = this.manager
      .createQueryBuilder(SupplierEntity, 'supplier')
      .where('EXISTS (SELECT 1 FROM invoice WHERE invoice.supplier_id = supplier.id)');
    if (q) select.andWhere({ name: Like(likePattern(q)) });
    const [rows, total] = await select
      .orderBy('supplier.name', 'ASC')
      .addOrderBy('supplier.id', 'ASC')
      .offset((page - 1) * perPage)
      .limit(perPage)
      .getManyAndCount();
    return { data: rows.map(toSupplier), total };
  }

  async find(id: number): Promise<Supplier | null> {
    const row = await this.manager.findOneBy(SupplierEntity, { id });
    return row && toSupplier(row);
  }
}
