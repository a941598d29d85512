import { formatMicro } from '../domain/index.js';
import { netPrice } from './e-invoice-terms.js';
import { lineNet, type SampleInvoice, type SampleLine, totalsOf } from './invoice-model.js';
import { fieldValues, truthLine, vatRowsOf } from './printout.js';
import { type EmbeddedTruth } from './truth.js';

/** What the e-invoice XML of an invoice says: a credit note's names no account. */
export function xmlTruth(invoice: SampleInvoice): EmbeddedTruth {
  const fields = fieldValues(invoice);
  return {
    fields: invoice.kind === 'creditNote' ? { ...fields, iban: null, bic: null } : fields,
    vatBreakdown: vatRowsOf(invoice),
    lines: invoice.lines.map((line) => ({ ...truthLine(line), unitPrice: netUnitPrice(line) })),
    acceptable: { sellerLegalId: [invoice.supplier.siren, invoice.supplier.siret] },
  };
}

const netUnitPrice = (line: SampleLine): string => formatMicro(Math.round(Number(netPrice(line)) * 1_000_000), 2);

/** The same invoice with another price in its first line: it adds up, but it is not what the page says. */
export function mismatched(invoice: SampleInvoice): SampleInvoice {
  const [first, ...rest] = invoice.lines as [SampleLine, ...SampleLine[]];
  const unitPrice = first.unitPrice + 1000;
  const lines = [{ ...first, unitPrice, net: lineNet(first.quantityMilli, unitPrice, first.discountPercent) }, ...rest];
  const { lines: sum, discount, paid } = invoice.totals;
  const discountPercent = sum === 0 ? 0 : Math.round((discount * 100) / sum);
  return { ...invoice, lines, totals: totalsOf(lines, { discountPercent, paid }) };
}
