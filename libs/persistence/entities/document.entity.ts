import { Column, Entity, Index, PrimaryGeneratedColumn } from 'typeorm';
import { bigint, instant } from './columns.js';

@Entity('document')
export class DocumentEntity {
  @PrimaryGeneratedColumn({ type: 'integer' })
  id!: number;

  @Index('document_sha256', { unique: true })
  @Column({ type: 'varchar', length: 64 })
  sha256!: string;

  @Column({ type: 'varchar', length: 40 })
  mime!: string;

  @Column({ name: 'size_bytes', ...bigint() })
  sizeBytes!: number;

  @Column({ name: 'page_count', type: 'integer' })
  pageCount!: number;

  @Column({ name: 'original_name', type: 'varchar', length: 255 })
  originalName!: string;

  @Column({ name: 'blob_key', type: 'varchar', length: 120 })
  blobKey!: string;

  @Column({ type: 'varchar', length: 16 })
  source!: string;

  @Column({ name: 'received_at', ...instant() })
  receivedAt!: Date;
}
