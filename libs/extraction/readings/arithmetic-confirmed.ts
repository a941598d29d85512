import { type InvoiceLine, type ReadInvoice } from '../../domain/index.js';
import { productMatches } from '../lines/arithmetic.js';
import { cents } from '../values/index.js';

export const lineCents = (line: InvoiceLine): number => cents(Number(line.netAmount ?? 0));

export const amountOf = (
  invoice: ReadInvoice,
  name: 'totalWithoutVat' | 'totalVat' | 'totalWithVat',
): number | null => {
  const { value } = invoice.fields[name];
  return value === null ? null : cents(Number(value));
};

/** The sum of the lines is the total, net or gross. */
export function linesMakeTotal(invoice: ReadInvoice, lines: readonly InvoiceLine[] = invoice.lines): boolean {
  if (lines.length === 0) return false;
  const sum = lines.reduce((total, line) => total + lineCents(line), 0);
  return [amountOf(invoice, 'totalWithoutVat'), amountOf(invoice, 'totalWithVat')].some(
    (total) => total !== null && total === sum,
  );
}

/**
 * Do the figures prove one another? True when the lines sum to the total (and net + VAT is gross where all three are
 * there), or when the three totals agree and every line's quantity times price is its amount.
 */
export function arithmeticConfirmed(invoice: ReadInvoice): boolean {
  const net = amountOf(invoice, 'totalWithoutVat');
  const vat = amountOf(invoice, 'totalVat');
  const gross = amountOf(invoice, 'totalWithVat');
  const all = net !== null && vat !== null && gross !== null;
  const totalsHold = all && Math.abs(net + vat - gross) <= 1;
  if (linesMakeTotal(invoice)) return !all || totalsHold;
  return (
    totalsHold &&
    invoice.lines.every(
      ({ quantity, unitPrice, netAmount }) =>
        quantity !== null &&
        unitPrice !== null &&
        netAmount !== null &&
        productMatches(Number(quantity), Number(unitPrice), Number(netAmount)),
    )
  );
}
