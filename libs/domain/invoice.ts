import { type Box } from './geometry.js';

/** Header fields in the order of an accountant; the comment gives the business term of EN 16931. */
export const FIELD_NAMES = [
  'documentType', // BT-3
  'invoiceNumber', // BT-1
  'issueDate', // BT-2
  'dueDate', // BT-9
  'deliveryDate', // BT-72
  'sellerName', // BT-27
  'sellerAddress', // BG-5
  'sellerVatId', // BT-31
  'sellerLegalId', // BT-30 (SIREN) or BT-29 (SIRET)
  'buyerName', // BT-44
  'buyerAddress', // BG-8
  'buyerVatId', // BT-48
  'buyerId', // customer number
  'orderReference', // BT-13
  'currency', // BT-5
  'totalWithoutVat', // BT-109
  'totalVat', // BT-110
  'totalWithVat', // BT-112
  'amountDue', // BT-115
  'iban', // BT-84
  'bic', // BT-86
  'paymentTerms', // BT-20
] as const;

export type FieldName = (typeof FIELD_NAMES)[number];
export type FieldKind = 'documentType' | 'identifier' | 'date' | 'amount' | 'currency' | 'name' | 'text';

export const FIELD_KINDS: Record<FieldName, FieldKind> = {
  documentType: 'documentType',
  invoiceNumber: 'identifier',
  issueDate: 'date',
  dueDate: 'date',
  deliveryDate: 'date',
  sellerName: 'name',
  sellerAddress: 'text',
  sellerVatId: 'identifier',
  sellerLegalId: 'identifier',
  buyerName: 'name',
  buyerAddress: 'text',
  buyerVatId: 'identifier',
  buyerId: 'identifier',
  orderReference: 'identifier',
  currency: 'currency',
  totalWithoutVat: 'amount',
  totalVat: 'amount',
  totalWithVat: 'amount',
  amountDue: 'amount',
  iban: 'identifier',
  bic: 'identifier',
  paymentTerms: 'text',
};

/** Where a value stands on the paper. */
export interface Evidence {
  /** 1-based. */
  readonly page: number;
  readonly box: Box;
}

/** How a value came about. `person` wins over everything. */
export type FieldSource = 'xml' | 'text' | 'ocr' | 'barcode' | 'computed' | 'person';

/** One value that was read, with the reason for it. */
export interface Field {
  /** Normalised: dates `YYYY-MM-DD`, amounts decimal strings with a dot, identifiers without spaces. Null = not on the document. */
  readonly value: string | null;
  /** As printed. */
  readonly raw: string | null;
  /** 0–1: right this many times in one. */
  readonly confidence: number;
  readonly source: FieldSource;
  /** Empty for values that stand nowhere on the page (XML only, computed). */
  readonly evidence: readonly Evidence[];
  /** Reasons as codes with parameters, e.g. `label:Facture n°`, `checksum:iban`, `arithmetic:totals`. */
  readonly why: readonly string[];
}

/** Amounts are decimal strings; a credit note's are positive. Null = not printed. */
export interface InvoiceLine {
  readonly description: string | null;
  readonly quantity: string | null;
  readonly unitPrice: string | null;
  readonly netAmount: string | null;
  /** Percent with two decimals, `"20.00"`. */
  readonly vatRate: string | null;
  readonly confidence: number;
  readonly evidence: readonly Evidence[];
}

/** One row of the VAT breakdown (BG-23), decimal strings, rate in percent with two decimals. */
export interface VatRow {
  readonly rate: string;
  readonly base: string;
  readonly amount: string;
}

/** A remark that does not stop the reading. Codes are listed in `warnings` of the API documentation. */
export interface Warning {
  readonly code: string;
  readonly params: Readonly<Record<string, string | number | null>>;
}

/** What a reader made of a document: from words, or exactly from an e-invoice XML. */
export interface ReadInvoice {
  /** Every field of FIELD_NAMES is present. */
  readonly fields: Readonly<Record<FieldName, Field>>;
  readonly vatBreakdown: readonly VatRow[];
  readonly lines: readonly InvoiceLine[];
  readonly warnings: readonly Warning[];
}

export const INVOICE_STATUSES = ['queued', 'processing', 'in_review', 'accepted', 'rejected', 'failed'] as const;
export type InvoiceStatus = (typeof INVOICE_STATUSES)[number];

export const ABSENT: Field = { value: null, raw: null, confidence: 0, source: 'computed', evidence: [], why: [] };

/** A full set of fields with `given` filled in and the rest absent. */
export function fieldsWith(given: Partial<Record<FieldName, Field>>): Record<FieldName, Field> {
  return Object.fromEntries(FIELD_NAMES.map((name) => [name, given[name] ?? ABSENT])) as Record<FieldName, Field>;
}
