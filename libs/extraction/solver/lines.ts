import { formatMicro, type InvoiceLine, parseMicro } from '../../domain/index.js';
import { type Row } from '../lines/index.js';
import { cents, centsText, type NumberValue } from '../values/index.js';

export const rowCents = (row: Row): number =>
  Math.abs(row.net !== null ? cents(row.net.amount) : cents(Number(row.computedNet)));

const signedCents = (row: Row): number => (row.net !== null ? cents(row.net.amount) : cents(Number(row.computedNet)));

/** Sum of the rows in cents, without sign; null without rows. */
export const sumOf = (rows: readonly Row[]): number | null =>
  rows.length === 0 ? null : Math.abs(rows.reduce((sum, row) => sum + signedCents(row), 0));

const plain = (number: NumberValue | null, minFraction: number, flip: boolean): string | null => {
  if (number === null) return null;
  const text = flip ? number.value.replace(/^-/, '') : number.value;
  try {
    return formatMicro(parseMicro(text), minFraction);
  } catch {
    return null;
  }
};

/** Confidence that a line is right: its own product, the sum of all lines, or neither. */
function confidenceOf(row: Row, sumFits: boolean): number {
  if (row.confirmed && sumFits) return 0.98;
  if (sumFits) return 0.95;
  if (row.confirmed) return 0.9;
  return row.bare ? 0.5 : 0.6;
}

export function linesFrom(rows: readonly Row[], sumFits: boolean, creditNote: boolean): InvoiceLine[] {
  return rows.map((row) => ({
    description: row.description === '' ? null : row.description,
    quantity: plain(row.quantity, 0, creditNote),
    unitPrice: plain(row.unitPrice, 2, creditNote),
    netAmount:
      row.net === null ? row.computedNet : creditNote ? centsText(rowCents(row)) : centsText(cents(row.net.amount)),
    vatRate: row.vatRate,
    confidence: confidenceOf(row, sumFits),
    evidence: row.evidence,
  }));
}

/** Sums of the rows by VAT rate, in cents. */
export function basesOf(rows: readonly Row[]): Map<number, number> {
  const bases = new Map<number, number>();
  for (const row of rows) {
    if (row.vatRate === null) continue;
    const rate = Number(row.vatRate);
    bases.set(rate, (bases.get(rate) ?? 0) + signedCents(row));
  }
  return bases;
}
