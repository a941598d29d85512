import {
  Table,
  TableForeignKey,
  TableIndex,
  type MigrationInterface,
  type QueryRunner,
  type TableColumnOptions,
} from 'typeorm';

type Options = Partial<TableColumnOptions>;

const column = (name: string, type: string, options: Options = {}): TableColumnOptions => ({ name, type, ...options });
const optional: Options = { isNullable: true };

const id = column('id', 'integer', { isPrimary: true, isGenerated: true, generationStrategy: 'increment' });
const integer = (name: string, options?: Options) => column(name, 'integer', options);
const bigint = (name: string, options?: Options) => column(name, 'bigint', options);
const varchar = (name: string, length: number, options: Options = {}) =>
  column(name, 'varchar', { length: String(length), ...options });
const instant = (name: string, options: Options = {}) => column(name, 'datetime', { precision: 3, ...options });
const date = (name: string, options?: Options) => column(name, 'date', options);
const json = (name: string, options?: Options) => column(name, 'json', options);
const double = (name: string, options?: Options) => column(name, 'double', options);

const unique = (name: string, ...columnNames: string[]) => new TableIndex({ name, columnNames, isUnique: true });
const index = (name: string, ...columnNames: string[]) => new TableIndex({ name, columnNames });
const references = (name: string, columnName: string, table: string) =>
  new TableForeignKey({
    name,
    columnNames: [columnName],
    referencedTableName: table,
    referencedColumnNames: ['id'],
    onDelete: 'NO ACTION',
    onUpdate: 'NO ACTION',
  });

const TABLES = [
  new Table({
    name: 'document',
    columns: [
      id,
      varchar('sha256', 64),
      varchar('mime', 40),
      bigint('size_bytes'),
      integer('page_count'),
      varchar('original_name', 255),
      varchar('blob_key', 120),
      varchar('source', 16),
      instant('received_at'),
    ],
    indices: [unique('document_sha256', 'sha256')],
  }),
  new Table({
    name: 'supplier',
    columns: [
      id,
      varchar('identity_key', 191),
      varchar('name', 191),
      varchar('vat_id', 20, optional),
      varchar('siren', 9, optional),
      instant('created_at'),
    ],
    indices: [unique('supplier_identity_key', 'identity_key'), index('supplier_name', 'name')],
  }),
  new Table({
    name: 'invoice',
    columns: [
      id,
      integer('document_id'),
      integer('supplier_id', optional),
      varchar('status', 16),
      varchar('engine_requested', 20),
      varchar('engine', 20, optional),
      varchar('document_type', 12, optional),
      varchar('invoice_number', 100, optional),
      varchar('number_key', 100, optional),
      date('issue_date', optional),
      date('due_date', optional),
      varchar('seller_name', 191, optional),
      varchar('currency', 3, optional),
      bigint('total_without_vat', optional),
      bigint('total_vat', optional),
      bigint('total_with_vat', optional),
      bigint('amount_due', optional),
      double('score', optional),
      integer('version'),
      instant('received_at'),
      instant('read_at', optional),
      instant('decided_at', optional),
      varchar('decided_by', 191, optional),
      json('failure', optional),
    ],
    indices: [
      unique('invoice_document', 'document_id'),
      index('invoice_status_received', 'status', 'received_at'),
      index('invoice_supplier_number', 'supplier_id', 'number_key'),
      index('invoice_issue_date', 'issue_date'),
      index('invoice_due_date', 'due_date'),
    ],
    foreignKeys: [
      references('fk_invoice_document', 'document_id', 'document'),
      references('fk_invoice_supplier', 'supplier_id', 'supplier'),
    ],
  }),
  new Table({
    name: 'invoice_reading',
    columns: [
      integer('invoice_id', { isPrimary: true }),
      json('fields'),
      json('quality'),
      json('warnings'),
      json('barcodes'),
      column('rows_by_person', 'boolean'),
      integer('ms_total'),
      integer('ms_ocr'),
    ],
    foreignKeys: [references('fk_reading_invoice', 'invoice_id', 'invoice')],
  }),
  new Table({
    name: 'invoice_line',
    columns: [
      id,
      integer('invoice_id'),
      integer('position'),
      column('description', 'text', optional),
      bigint('quantity_micro', optional),
      bigint('unit_price_micro', optional),
      bigint('net_amount', optional),
      integer('vat_rate_hundredths', optional),
      double('confidence'),
      json('evidence'),
    ],
    indices: [unique('invoice_line_position', 'invoice_id', 'position')],
    foreignKeys: [references('fk_line_invoice', 'invoice_id', 'invoice')],
  }),
  new Table({
    name: 'invoice_vat',
    columns: [
      id,
      integer('invoice_id'),
      integer('position'),
      integer('rate_hundredths'),
      bigint('base'),
      bigint('amount'),
    ],
    indices: [unique('invoice_vat_position', 'invoice_id', 'position')],
    foreignKeys: [references('fk_vat_invoice', 'invoice_id', 'invoice')],
  }),
  new Table({
    name: 'ocr_page',
    columns: [
      id,
      integer('invoice_id'),
      integer('number'),
      varchar('engine', 20),
      integer('width_px'),
      integer('height_px'),
      json('words'),
    ],
    indices: [unique('ocr_page_number', 'invoice_id', 'number')],
    foreignKeys: [references('fk_ocr_page_invoice', 'invoice_id', 'invoice')],
  }),
  new Table({
    name: 'invoice_event',
    columns: [id, integer('invoice_id'), instant('at'), varchar('actor', 191), varchar('kind', 20), json('data')],
    indices: [index('invoice_event_invoice', 'invoice_id', 'at')],
    foreignKeys: [references('fk_event_invoice', 'invoice_id', 'invoice')],
  }),
  new Table({
    name: 'job',
    columns: [
      id,
      varchar('kind', 40),
      integer('subject_id'),
      varchar('status', 8),
      varchar('living_key', 60, optional),
      integer('attempts'),
      integer('max_attempts'),
      instant('run_at'),
      varchar('owner', 80, optional),
      instant('lease_until', optional),
      json('failure', optional),
      instant('created_at'),
      instant('ended_at', optional),
    ],
    indices: [
      unique('job_living_key', 'living_key'),
      index('job_status_run_at', 'status', 'run_at'),
      index('job_subject', 'kind', 'subject_id'),
    ],
  }),
  new Table({
    name: 'app_user',
    columns: [
      id,
      varchar('email', 191),
      varchar('name', 100),
      varchar('role', 12),
      varchar('password_hash', 200),
      column('active', 'boolean'),
      integer('token_version'),
      instant('created_at'),
    ],
    indices: [unique('app_user_email', 'email')],
  }),
  new Table({
    name: 'api_key',
    columns: [
      id,
      varchar('name', 100),
      varchar('role', 12),
      varchar('prefix', 12),
      varchar('hash', 64),
      instant('created_at'),
      instant('last_used_at', optional),
    ],
    indices: [unique('api_key_hash', 'hash')],
  }),
];

export class Initial1763900000000 implements MigrationInterface {
  readonly name = 'Initial1763900000000';

  async up(runner: QueryRunner): Promise<void> {
    for (const table of TABLES) await runner.createTable(table.clone(), false, true, true);
  }

  async down(runner: QueryRunner): Promise<void> {
    for (const table of [...TABLES].reverse()) await runner.dropTable(table.name, false, true, true);
  }
}
