import { Column, Entity, Index, PrimaryGeneratedColumn } from 'typeorm';
import { instant, nullable } from './columns.js';

@Entity('supplier')
export class SupplierEntity {
  @PrimaryGeneratedColumn({ type: 'integer' })
  id!: number;

  /** `vat:…`, `siren:…` or `name:…`: unique, so two readings at once cannot make the same supplier twice. */
  @Index('supplier_identity_key', { unique: true })
  @Column({ name: 'identity_key', type: 'varchar', length: 191 })
  identityKey!: string;

  @Index('supplier_name')
  @Column({ type: 'varchar', length: 191 })
  name!: string;

  @Column({ name: 'vat_id', type: 'varchar', length: 20, ...nullable })
  vatId!: string | null;

  @Column({ type: 'varchar', length: 9, ...nullable })
  siren!: string | null;

  @Column({ name: 'created_at', ...instant() })
  createdAt!: Date;
}
