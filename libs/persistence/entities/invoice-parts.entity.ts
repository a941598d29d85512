import { Column, Entity, Index, JoinColumn, ManyToOne, PrimaryGeneratedColumn } from 'typeorm';
import { type Evidence, type Word } from '../../domain/index.js';
import { type InvoiceEventKind } from '../../payables/index.js';
import { bigint, instant, nullable } from './columns.js';
import { InvoiceEntity } from './invoice.entity.js';

@Entity('invoice_line')
@Index('invoice_line_position', ['invoiceId', 'position'], { unique: true })
export class InvoiceLineEntity {
  @PrimaryGeneratedColumn({ type: 'integer' })
  id!: number;

  @Column({ name: 'invoice_id', type: 'integer' })
  invoiceId!: number;

  @ManyToOne(() => InvoiceEntity)
  @JoinColumn({ name: 'invoice_id', foreignKeyConstraintName: 'fk_line_invoice' })
  invoice!: InvoiceEntity;

  /** From 1, in the order of the paper. */
  @Column({ type: 'integer' })
  position!: number;

  @Column({ type: 'text', ...nullable })
  description!: string | null;

  @Column({ name: 'quantity_micro', ...bigint(nullable) })
  quantityMicro!: number | null;

  @Column({ name: 'unit_price_micro', ...bigint(nullable) })
  unitPriceMicro!: number | null;

  @Column({ name: 'net_amount', ...bigint(nullable) })
  netAmount!: number | null;

  /** Percent in hundredths: 2000 = 20 %. */
  @Column({ name: 'vat_rate_hundredths', type: 'integer', ...nullable })
  vatRateHundredths!: number | null;

  @Column({ type: 'double' })
  confidence!: number;

  @Column({ type: 'json' })
  evidence!: Evidence[];
}

@Entity('invoice_vat')
@Index('invoice_vat_position', ['invoiceId', 'position'], { unique: true })
export class InvoiceVatEntity {
  @PrimaryGeneratedColumn({ type: 'integer' })
  id!: number;

  @Column({ name: 'invoice_id', type: 'integer' })
  invoiceId!: number;

  @ManyToOne(() => InvoiceEntity)
  @JoinColumn({ name: 'invoice_id', foreignKeyConstraintName: 'fk_vat_invoice' })
  invoice!: InvoiceEntity;

  @Column({ type: 'integer' })
  position!: number;

  @Column({ name: 'rate_hundredths', type: 'integer' })
  rateHundredths!: number;

  @Column(bigint())
  base!: number;

  @Column(bigint())
  amount!: number;
}

@Entity('ocr_page')
@Index('ocr_page_number', ['invoiceId', 'number'], { unique: true })
export class OcrPageEntity {
  @PrimaryGeneratedColumn({ type: 'integer' })
  id!: number;

  @Column({ name: 'invoice_id', type: 'integer' })
  invoiceId!: number;

  @ManyToOne(() => InvoiceEntity)
  @JoinColumn({ name: 'invoice_id', foreignKeyConstraintName: 'fk_ocr_page_invoice' })
  invoice!: InvoiceEntity;

  @Column({ type: 'integer' })
  number!: number;

  @Column({ type: 'varchar', length: 20 })
  engine!: string;

  @Column({ name: 'width_px', type: 'integer' })
  widthPx!: number;

  @Column({ name: 'height_px', type: 'integer' })
  heightPx!: number;

  @Column({ type: 'json' })
  words!: Word[];
}

@Entity('invoice_event')
@Index('invoice_event_invoice', ['invoiceId', 'at'])
export class InvoiceEventEntity {
  @PrimaryGeneratedColumn({ type: 'integer' })
  id!: number;

  @Column({ name: 'invoice_id', type: 'integer' })
  invoiceId!: number;

  @ManyToOne(() => InvoiceEntity)
  @JoinColumn({ name: 'invoice_id', foreignKeyConstraintName: 'fk_event_invoice' })
  invoice!: InvoiceEntity;

  @Column(instant())
  at!: Date;

  @Column({ type: 'varchar', length: 191 })
  actor!: string;

  @Column({ type: 'varchar', length: 20 })
  kind!: InvoiceEventKind;

  @Column({ type: 'json' })
  data!: Record<string, unknown>;
}
