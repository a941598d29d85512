import {
  compact,
  FIELD_KINDS,
  FIELD_NAMES,
  fieldsWith,
  formatMicro,
  type Field,
  type FieldName,
  type InvoiceLine,
  type ReadInvoice,
  type VatRow,
  type Warning,
} from '../../domain/index.js';
import codes from './codes.json' with { type: 'json' };
import { type RawInvoice, type RawLine, type RawValue, type RawVatRow } from './raw-invoice.js';
import { amount, dateValue, decimal, micro, percent, unitPrice } from './values.js';

type Sign = 1 | -1;

/** Compacted: printed and written with and without spaces. Other identifiers keep their punctuation. */
const COMPACTED: readonly FieldName[] = ['sellerVatId', 'buyerVatId', 'iban'];

/**
 * Turns what stands in the XML into an invoice. A document whose total is negative is a credit note whatever its type
 * code says, and all its amounts change sign, so that a credit note is positive.
 */
export function assemble(raw: RawInvoice, dialect: string, faithful: boolean): ReadInvoice {
  const warnings: Warning[] = faithful ? [] : [{ code: 'einvoice.encoding', params: {} }];
  const currency = raw.fields.currency?.text.toUpperCase() ?? null;
  const total = raw.fields.totalWithVat ?? raw.fields.totalWithoutVat ?? raw.fields.amountDue;
  const sign: Sign = (decimal(total?.text ?? null, 6) ?? 0) < 0 ? -1 : 1;
  const byCode = codes.creditNoteTypes.includes(raw.typeCode ?? '');
  if (sign < 0 && !byCode) warnings.push({ code: 'einvoice.negative_invoice', params: { typeCode: raw.typeCode } });

  const field = (value: string | null, text: string | null): Field => ({
    value,
    raw: text,
    confidence: 1,
    source: 'xml',
    evidence: [],
    why: [`xml:${dialect}`],
  });
  const fields: Partial<Record<FieldName, Field>> = {
    documentType: field(byCode || sign < 0 ? 'creditNote' : 'invoice', raw.typeCode),
  };
  for (const name of FIELD_NAMES) {
    const given = raw.fields[name];
    if (!given) continue;
    const value = fieldValue(name, given, currency, sign);
    if (value === null)
      warnings.push({ code: 'einvoice.unreadable_value', params: { field: name, value: given.text } });
    else fields[name] = field(value, given.text);
  }
  return {
    fields: fieldsWith(fields),
    vatBreakdown: raw.vatRows.flatMap((row) => vatRow(row, currency, sign) ?? []),
    lines: raw.lines.flatMap((line) => invoiceLine(line, currency, sign) ?? []),
    warnings,
  };
}

function fieldValue(name: FieldName, { text, format }: RawValue, currency: string | null, sign: Sign): string | null {
  switch (FIELD_KINDS[name]) {
    case 'date':
      return dateValue(text, format);
    case 'amount':
      return amount(text, currency, sign);
    case 'currency':
      return /^[A-Za-z]{3}$/.test(text) ? text.toUpperCase() : null;
    default:
      return (COMPACTED.includes(name) ? compact(text) : text) || null;
  }
}

const rateOf = (rate: string | null, category: string | null): string | null =>
  percent(rate) ?? (codes.vatExemptCategories.includes(category ?? '') ? '0.00' : null);

function vatRow(row: RawVatRow, currency: string | null, sign: Sign): VatRow | null {
  const rate = rateOf(row.rate, row.category);
  const base = amount(row.base, currency, sign);
  const tax = amount(row.amount, currency, sign);
  return rate === null || base === null || tax === null ? null : { rate, base, amount: tax };
}

/** Null for a line of text only. */
function invoiceLine(line: RawLine, currency: string | null, sign: Sign): InvoiceLine | null {
  const netAmount = amount(line.netAmount, currency, sign);
  const quantity = micro(line.quantity);
  const price = micro(line.price);
  if (netAmount === null && quantity === null) return null;
  const priceSign = sign < 0 && price !== null && price < 0 ? -1 : 1;
  const quantitySign = priceSign < 0 ? 1 : sign;
  return {
    description: line.description,
    quantity: quantity === null ? null : formatMicro(quantity * quantitySign || 0),
    unitPrice: unitPrice(price === null ? null : price * priceSign, micro(line.basisQuantity)),
    netAmount,
    vatRate: rateOf(line.vatRate, line.vatCategory),
    confidence: 1,
    evidence: [],
  };
}
