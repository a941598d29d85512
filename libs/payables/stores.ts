import { type CalendarDate, type InvoiceStatus, type OcrPage } from '../domain/index.js';
import {
  type Failure,
  type Invoice,
  type InvoiceColumns,
  type InvoiceContent,
  type InvoiceDetail,
  type InvoiceEvent,
  type Reading,
  type StoredDocument,
  type Supplier,
  type SupplierIdentity,
} from './invoice-record.js';

export type NewDocument = Omit<StoredDocument, 'id'>;

export interface DocumentStore {
  findBySha256(sha256: string): Promise<{ readonly documentId: number; readonly invoiceId: number } | null>;
  /** With its invoice, `queued`. @returns null when the same bytes were added meanwhile */
  addWithInvoice(document: NewDocument, engine: string): Promise<{ documentId: number; invoiceId: number } | null>;
}

export const INVOICE_SORTS = [
  'id', 'receivedAt', 'issueDate', 'dueDate', 'invoiceNumber', 'sellerName', 'totalWithVat', 'status', 'score',
] as const; // prettier-ignore
export type InvoiceSort = (typeof INVOICE_SORTS)[number];

export interface InvoiceQuery {
  /** 1-based. */
  readonly page: number;
  readonly perPage: number;
  readonly sort: InvoiceSort;
  readonly order: 'ASC' | 'DESC';
  readonly statuses?: readonly InvoiceStatus[];
  readonly supplierId?: number;
  /** Part of the number, the seller's name or the file's name. */
  readonly q?: string;
  /** Issue date, both ends included. */
  readonly from?: CalendarDate;
  readonly to?: CalendarDate;
}

export interface Paged<T> {
  readonly data: T[];
  readonly total: number;
}

export interface InvoiceStore {
  page(query: InvoiceQuery): Promise<Paged<Invoice>>;
  find(id: number): Promise<InvoiceDetail | null>;
  /** Holds the invoice until the transaction ends: nobody else decides on it meanwhile. */
  lock(id: number): Promise<void>;
  findDocument(id: number): Promise<StoredDocument | null>;
  countByStatus(): Promise<Record<InvoiceStatus, number>>;
  /** Another living invoice of the supplier with this number. */
  findSameNumber(supplierKey: string, numberKey: string, exceptId: number): Promise<number | null>;
  ocrPage(invoiceId: number, number: number): Promise<OcrPage | null>;
  ocrPages(invoiceId: number): Promise<OcrPage[]>;
  setStatus(id: number, change: StatusChange): Promise<void>;
  /** Replaces everything that an earlier reading left. */
  saveReading(id: number, reading: Reading, columns: InvoiceColumns, supplierId: number | null): Promise<void>;
  /** Replaces fields, lines and VAT rows. @returns false when `version` is not the present one */
  saveContent(
    id: number,
    version: number,
    content: InvoiceContent,
    columns: InvoiceColumns,
    supplierId: number | null,
  ): Promise<boolean>;
  addEvent(invoiceId: number, event: InvoiceEvent): Promise<void>;
  /** Waiting invoices that no job will ever take: `queued` or `processing` with none waiting or running. */
  findOrphans(limit: number): Promise<number[]>;
}

export interface StatusChange {
  readonly status: InvoiceStatus;
  readonly engineRequested?: string;
  readonly failure?: Failure | null;
  readonly readAt?: Date;
  readonly decidedAt?: Date | null;
  readonly decidedBy?: string | null;
}

export interface SupplierStore {
  /**
   * The supplier of this identity, made when there is none. Its row is held until the transaction ends, so that of two
   * invoices of one supplier the second sees the first.
   */
  resolve(identity: SupplierIdentity, now: Date): Promise<number>;
  page(query: { page: number; perPage: number; q?: string }): Promise<Paged<Supplier>>;
  find(id: number): Promise<Supplier | null>;
}
