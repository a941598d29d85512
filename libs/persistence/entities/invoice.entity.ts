import { Column, Entity, Index, JoinColumn, ManyToOne, OneToOne, PrimaryGeneratedColumn } from 'typeorm';
import {
  type Barcode,
  type Field,
  type FieldName,
  type InvoiceStatus,
  type QualityReport,
  type Warning,
} from '../../domain/index.js';
import { type Failure } from '../../payables/index.js';
import { bigint, instant, nullable } from './columns.js';
import { DocumentEntity } from './document.entity.js';
import { SupplierEntity } from './supplier.entity.js';

@Entity('invoice')
@Index('invoice_status_received', ['status', 'receivedAt'])
@Index('invoice_supplier_number', ['supplierId', 'numberKey'])
export class InvoiceEntity {
  @PrimaryGeneratedColumn({ type: 'integer' })
  id!: number;

  @Index('invoice_document', { unique: true })
  @Column({ name: 'document_id', type: 'integer' })
  documentId!: number;

  @ManyToOne(() => DocumentEntity)
  @JoinColumn({ name: 'document_id', foreignKeyConstraintName: 'fk_invoice_document' })
  document!: DocumentEntity;

  @Column({ name: 'supplier_id', type: 'integer', ...nullable })
  supplierId!: number | null;

  @ManyToOne(() => SupplierEntity)
  @JoinColumn({ name: 'supplier_id', foreignKeyConstraintName: 'fk_invoice_supplier' })
  supplier!: SupplierEntity | null;

  @Column({ type: 'varchar', length: 16 })
  status!: InvoiceStatus;

  @Column({ name: 'engine_requested', type: 'varchar', length: 20 })
  engineRequested!: string;

  @Column({ type: 'varchar', length: 20, ...nullable })
  engine!: string | null;

  @Column({ name: 'document_type', type: 'varchar', length: 12, ...nullable })
  documentType!: string | null;

  @Column({ name: 'invoice_number', type: 'varchar', length: 100, ...nullable })
  invoiceNumber!: string | null;

  @Column({ name: 'number_key', type: 'varchar', length: 100, ...nullable })
  numberKey!: string | null;

  @Index('invoice_issue_date')
  @Column({ name: 'issue_date', type: 'date', ...nullable })
  issueDate!: string | null;

  @Index('invoice_due_date')
  @Column({ name: 'due_date', type: 'date', ...nullable })
  dueDate!: string | null;

  @Column({ name: 'seller_name', type: 'varchar', length: 191, ...nullable })
  sellerName!: string | null;

  @Column({ type: 'varchar', length: 3, ...nullable })
  currency!: string | null;

  @Column({ name: 'total_without_vat', ...bigint(nullable) })
  totalWithoutVat!: number | null;

  @Column({ name: 'total_vat', ...bigint(nullable) })
  totalVat!: number | null;

  @Column({ name: 'total_with_vat', ...bigint(nullable) })
  totalWithVat!: number | null;

  @Column({ name: 'amount_due', ...bigint(nullable) })
  amountDue!: number | null;

  @Column({ type: 'double', ...nullable })
  score!: number | null;

  @Column({ type: 'integer' })
  version!: number;

  @Column({ name: 'received_at', ...instant() })
  receivedAt!: Date;

  @Column({ name: 'read_at', ...instant(nullable) })
  readAt!: Date | null;

  @Column({ name: 'decided_at', ...instant(nullable) })
  decidedAt!: Date | null;

  @Column({ name: 'decided_by', type: 'varchar', length: 191, ...nullable })
  decidedBy!: string | null;

  @Column({ type: 'json', ...nullable })
  failure!: Failure | null;

  @OneToOne(() => InvoiceReadingEntity, (reading) => reading.invoice)
  reading!: InvoiceReadingEntity | null;
}

/** The bulky part of an invoice, apart so that lists stay quick. */
@Entity('invoice_reading')
export class InvoiceReadingEntity {
  @Column({ name: 'invoice_id', type: 'integer', primary: true })
  invoiceId!: number;

  @OneToOne(() => InvoiceEntity, (invoice) => invoice.reading)
  @JoinColumn({ name: 'invoice_id', foreignKeyConstraintName: 'fk_reading_invoice' })
  invoice!: InvoiceEntity;

  @Column({ type: 'json' })
  fields!: Record<FieldName, Field>;

  @Column({ type: 'json' })
  quality!: QualityReport;

  @Column({ type: 'json' })
  warnings!: Warning[];

  @Column({ type: 'json' })
  barcodes!: Barcode[];

  @Column({ name: 'rows_by_person', type: 'boolean' })
  rowsByPerson!: boolean;

  @Column({ name: 'ms_total', type: 'integer' })
  msTotal!: number;

  @Column({ name: 'ms_ocr', type: 'integer' })
  msOcr!: number;
}
