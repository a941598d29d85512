import { compact, isCalendarDate, parseAmount, type Field, type FieldName } from '../domain/index.js';
import { type InvoiceColumns } from './invoice-record.js';

const MAX_NAME = 191;
const MAX_NUMBER = 100;

/** The columns of the books, derived from the fields: what is not a date or an amount there is null here. */
export function invoiceColumns(fields: Readonly<Record<FieldName, Field>>): InvoiceColumns {
  const value = (name: FieldName) => fields[name].value;
  const currency = /^[A-Z]{3}$/.test(value('currency') ?? '') ? value('currency') : null;
  const date = (name: FieldName) => {
    const text = value(name);
    return text !== null && isCalendarDate(text) ? text : null;
  };
  const amount = (name: FieldName) => {
    const text = value(name);
    return text !== null && /^-?\d{1,12}(\.\d+)?$/.test(text) ? parseAmount(text, currency) : null;
  };
  return {
    documentType: value('documentType'),
    invoiceNumber: value('invoiceNumber')?.slice(0, MAX_NUMBER) ?? null,
    numberKey: numberKey(value('invoiceNumber')),
    issueDate: date('issueDate'),
    dueDate: date('dueDate'),
    sellerName: value('sellerName')?.slice(0, MAX_NAME) ?? null,
    currency,
    totalWithoutVat: amount('totalWithoutVat'),
    totalVat: amount('totalVat'),
    totalWithVat: amount('totalWithVat'),
    amountDue: amount('amountDue'),
  };
}

/** Two prints of one number have one key: `F-2026/001` and `f 2026 001` both give `F2026001`. */
export function numberKey(invoiceNumber: string | null): string | null {
  const key = compact(invoiceNumber ?? '').slice(0, MAX_NUMBER);
  return key === '' ? null : key;
}
