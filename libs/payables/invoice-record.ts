import {
  type Barcode,
  type CalendarDate,
  type Field,
  type FieldName,
  type InvoiceLine,
  type InvoiceStatus,
  type Minor,
  type OcrPage,
  type QualityReport,
  type VatRow,
  type Warning,
} from '../domain/index.js';

/** What the accounts need to list, sort, sum and join, derived from the fields. Null = not known. */
export interface InvoiceColumns {
  readonly documentType: string | null;
  readonly invoiceNumber: string | null;
  /** The number without spaces, punctuation and case: two prints of one number have one key. */
  readonly numberKey: string | null;
  readonly issueDate: CalendarDate | null;
  readonly dueDate: CalendarDate | null;
  readonly sellerName: string | null;
  readonly currency: string | null;
  readonly totalWithoutVat: Minor | null;
  readonly totalVat: Minor | null;
  readonly totalWithVat: Minor | null;
  readonly amountDue: Minor | null;
}

export interface Failure {
  readonly code: string;
  readonly params: Readonly<Record<string, string | number | null>>;
}

/** What a reading or a person's edit leaves behind. */
export interface InvoiceContent {
  readonly fields: Readonly<Record<FieldName, Field>>;
  readonly lines: readonly InvoiceLine[];
  readonly vatBreakdown: readonly VatRow[];
  readonly warnings: readonly Warning[];
  readonly quality: QualityReport;
  /** A person has set lines or VAT rows: a later reading leaves them alone. */
  readonly rowsByPerson: boolean;
}

export interface Reading extends InvoiceContent {
  readonly engine: string;
  readonly barcodes: readonly Barcode[];
  readonly pages: readonly OcrPage[];
  /** Milliseconds. */
  readonly ms: { readonly total: number; readonly ocr: number };
}

export interface StoredDocument {
  readonly id: number;
  readonly sha256: string;
  readonly mime: string;
  readonly sizeBytes: number;
  readonly pageCount: number;
  readonly originalName: string;
  readonly blobKey: string;
  readonly source: DocumentSource;
  readonly receivedAt: Date;
}

export type DocumentSource = 'upload' | 'inbox' | 'cli' | 'demo';

export interface Invoice extends InvoiceColumns {
  readonly id: number;
  readonly status: InvoiceStatus;
  readonly supplierId: number | null;
  readonly engineRequested: string;
  readonly engine: string | null;
  readonly score: number | null;
  /** Counts up with every change; an edit must name the version that it was made on. */
  readonly version: number;
  readonly receivedAt: Date;
  readonly readAt: Date | null;
  readonly decidedAt: Date | null;
  readonly decidedBy: string | null;
  readonly failure: Failure | null;
  readonly document: StoredDocument;
}

export interface InvoiceDetail extends Invoice {
  /** Null until it has been read. */
  readonly content: InvoiceContent | null;
  readonly barcodes: readonly Barcode[];
  readonly ms: { readonly total: number; readonly ocr: number } | null;
  readonly history: readonly InvoiceEvent[];
}

export const INVOICE_EVENTS = [
  'received',
  'read',
  'failed',
  'edited',
  'accepted',
  'rejected',
  'reopened',
  'reprocess_asked',
] as const;
export type InvoiceEventKind = (typeof INVOICE_EVENTS)[number];

export interface InvoiceEvent {
  readonly at: Date;
  /** E-mail of a person, `api-key:NAME`, or `system`. */
  readonly actor: string;
  readonly kind: InvoiceEventKind;
  readonly data: Readonly<Record<string, unknown>>;
}

export interface Supplier {
  readonly id: number;
  readonly name: string;
  readonly vatId: string | null;
  readonly siren: string | null;
}

export interface SupplierIdentity {
  /** Unique: `vat:FR…`, `siren:…` or `name:…`. */
  readonly key: string;
  readonly name: string;
  readonly vatId: string | null;
  readonly siren: string | null;
}
