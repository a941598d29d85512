import {
  formatAmount,
  formatFixed,
  formatMicro,
  parseAmount,
  parseFixed,
  parseMicro,
  type Box,
  type InvoiceLine,
  type OcrPage,
  type VatRow,
  type Word,
} from '../../domain/index.js';
import { type DocumentSource, type Invoice, type InvoiceContent, type StoredDocument } from '../../payables/index.js';
import {
  type DocumentEntity,
  type InvoiceEntity,
  type InvoiceLineEntity,
  type InvoiceReadingEntity,
  type InvoiceVatEntity,
  type OcrPageEntity,
} from '../entities/index.js';

const RATE_SCALE = 2;
type LineRow = Omit<InvoiceLineEntity, 'id' | 'invoice'>;
type VatRowRow = Omit<InvoiceVatEntity, 'id' | 'invoice'>;

const orNull = <T, R>(value: T | null, map: (value: T) => R): R | null => (value === null ? null : map(value));

export function toDocument(row: DocumentEntity): StoredDocument {
  return { ...row, source: row.source as DocumentSource };
}

export function toInvoice(row: InvoiceEntity): Invoice {
  const { document, documentId: _documentId, supplier: _supplier, reading: _reading, ...columns } = row;
  return { ...columns, document: toDocument(document) };
}

export function toContent(
  reading: InvoiceReadingEntity,
  lines: readonly InvoiceLineEntity[],
  vat: readonly InvoiceVatEntity[],
  currency: string | null,
): InvoiceContent {
  return {
    fields: reading.fields,
    quality: reading.quality,
    warnings: reading.warnings,
    rowsByPerson: reading.rowsByPerson,
    lines: lines.map((row) => ({
      description: row.description,
      quantity: orNull(row.quantityMicro, formatMicro),
      unitPrice: orNull(row.unitPriceMicro, (micro) => formatMicro(micro, 2)),
      netAmount: orNull(row.netAmount, (minor) => formatAmount(minor, currency)),
      vatRate: orNull(row.vatRateHundredths, (rate) => formatFixed(rate, RATE_SCALE)),
      confidence: row.confidence,
      evidence: row.evidence,
    })),
    vatBreakdown: vat.map((row) => ({
      rate: formatFixed(row.rateHundredths, RATE_SCALE),
      base: formatAmount(row.base, currency),
      amount: formatAmount(row.amount, currency),
    })),
  };
}

export function toLineRows(invoiceId: number, lines: readonly InvoiceLine[], currency: string | null): LineRow[] {
  return lines.map((line, index) => ({
    invoiceId,
    position: index + 1,
    description: line.description,
    quantityMicro: orNull(line.quantity, parseMicro),
    unitPriceMicro: orNull(line.unitPrice, parseMicro),
    netAmount: orNull(line.netAmount, (text) => parseAmount(text, currency)),
    vatRateHundredths: orNull(line.vatRate, (text) => parseFixed(text, RATE_SCALE)),
    confidence: line.confidence,
    evidence: [...line.evidence],
  }));
}

export function toVatRows(invoiceId: number, rows: readonly VatRow[], currency: string | null): VatRowRow[] {
  return rows.map((row, index) => ({
    invoiceId,
    position: index + 1,
    rateHundredths: parseFixed(row.rate, RATE_SCALE),
    base: parseAmount(row.base, currency),
    amount: parseAmount(row.amount, currency),
  }));
}

/** A hundred-thousandth of a page is finer than any pixel; more digits would double the table. */
export const toStoredWord = ({ text, box, confidence }: Word): Word => ({
  text,
  box: box.map((edge) => Math.round(edge * 1e5) / 1e5) as unknown as Box,
  confidence: Math.round(confidence * 1e3) / 1e3,
});

export function toOcrPage(row: OcrPageEntity): OcrPage {
  return {
    number: row.number,
    engineId: row.engine,
    widthPx: row.widthPx,
    heightPx: row.heightPx,
    words: row.words,
  };
}
