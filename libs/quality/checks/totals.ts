import { formatFixed, type FieldName } from '../../domain/index.js';
import { minorOf, scaleOf, sum, units } from './amounts.js';
import { finding, nothingToCheck, type Params, type QualityCheck } from './quality-check.js';

const TOTALS: readonly FieldName[] = ['totalWithoutVat', 'totalVat', 'totalWithVat'];

export const totalsAddUp: QualityCheck = {
  code: 'totals.add_up',
  about: 'Total without VAT plus VAT is the total with VAT, to the cent.',
  run(input) {
    const net = minorOf(input, 'totalWithoutVat');
    const vat = minorOf(input, 'totalVat');
    const gross = minorOf(input, 'totalWithVat');
    if (net === null || vat === null || gross === null) return nothingToCheck;
    const params = { difference: formatFixed(net + vat - gross, scaleOf(input)) };
    return finding(net + vat === gross, 'blocking', { fields: TOTALS, params });
  },
};

/**
 * The tax of the rows must sum to the total tax. Their bases may stay below the total without VAT, because exempt
 * parts are often not listed, but not exceed it. Each row may be a minor unit off.
 */
export const vatRowsSum: QualityCheck = {
  code: 'totals.vat_rows_sum',
  about: 'The rows of the VAT breakdown sum to total VAT, and their bases to no more than the total without VAT.',
  run(input) {
    const scale = scaleOf(input);
    const rows = input.invoice.vatBreakdown;
    const [net, vat] = [minorOf(input, 'totalWithoutVat'), minorOf(input, 'totalVat')];
    const bases = rows.map((row) => units(row.base, scale));
    const amounts = rows.map((row) => units(row.amount, scale));
    if (rows.length === 0 || vat === null || [...bases, ...amounts].includes(null)) return nothingToCheck;
    const vatOff = sum(amounts as number[]) - vat;
    const netOff = net === null ? 0 : sum(bases as number[]) - net;
    const passed = Math.abs(vatOff) <= rows.length && netOff <= rows.length;
    const params = { vatDifference: formatFixed(vatOff, scale), baseDifference: formatFixed(netOff, scale) };
    return finding(passed, 'blocking', { fields: ['totalWithoutVat', 'totalVat'], params });
  },
};

/** Tax may be rounded line by line, so each line (at least one) allows half a minor unit beside the row's own rounding. */
export const vatRateTimesBase: QualityCheck = {
  code: 'totals.vat_rate_times_base',
  about: 'In each row of the VAT breakdown, rate times base is the tax, within rounding.',
  run(input) {
    const scale = scaleOf(input);
    const allowed = 1 + Math.max(1, input.invoice.lines.length) / 2;
    const judged = input.invoice.vatBreakdown.flatMap((row) => {
      const [rate, base, amount] = [units(row.rate, 4), units(row.base, scale), units(row.amount, scale)];
      if (rate === null || base === null || amount === null) return [];
      return [{ row, off: Math.abs((rate * base) / 1_000_000 - amount) }];
    });
    if (judged.length === 0) return nothingToCheck;
    const wrong = judged.find(({ off }) => off > allowed);
    const params: Params = wrong ? { rate: wrong.row.rate, base: wrong.row.base, amount: wrong.row.amount } : {};
    return finding(!wrong, 'blocking', { fields: ['totalVat'], params });
  },
};

/** Discounts and charges of the whole document are no lines, so a difference warns and does not block. */
export const linesSum: QualityCheck = {
  code: 'totals.lines_sum',
  about: 'The net amounts of the lines sum to the total without VAT, or to the total where that is the only one.',
  run(input) {
    const scale = scaleOf(input);
    const amounts = input.invoice.lines.map((line) => units(line.netAmount, scale));
    const total: FieldName = minorOf(input, 'totalWithoutVat') === null ? 'totalWithVat' : 'totalWithoutVat';
    const expected = minorOf(input, total);
    if (amounts.length === 0 || expected === null || amounts.includes(null)) return nothingToCheck;
    const off = sum(amounts as number[]) - expected;
    const params = { difference: formatFixed(off, scale), lines: amounts.length };
    return finding(Math.abs(off) <= Math.ceil(amounts.length / 2), 'warning', { fields: [total], params });
  },
};

/** A discount on the line lowers its amount, so a difference warns. */
export const linesMultiply: QualityCheck = {
  code: 'lines.multiply',
  about: 'In each line, quantity times unit price is the net amount, within the rounding of the price.',
  run(input) {
    const scale = scaleOf(input);
    const judged = input.invoice.lines.flatMap((line, index) => {
      const [quantity, price, net] = [units(line.quantity, 6), units(line.unitPrice, 6), units(line.netAmount, scale)];
      if (quantity === null || price === null || net === null) return [];
      const decimals = Math.min(6, line.unitPrice!.split('.')[1]?.length ?? 0);
      const minor = 10 ** scale;
      const product = (quantity / 1e6) * (price / 1e6) * minor;
      const rounding = (Math.abs(quantity) / 1e6) * 0.5 * 10 ** -decimals * minor + 0.5;
      return [{ line: index + 1, off: Math.abs(product - net) > rounding + 1e-6 }];
    });
    if (judged.length === 0) return nothingToCheck;
    const wrong = judged.filter(({ off }) => off).map(({ line }) => line);
    return finding(wrong.length === 0, 'warning', { params: { lines: wrong.join(', ') || null } });
  },
};

/** Less than the total is usual (a payment on account); more means an older debt or a misread amount. */
export const amountDue: QualityCheck = {
  code: 'totals.amount_due',
  about: 'The amount due is not more than the total with VAT.',
  run(input) {
    const [due, gross] = [minorOf(input, 'amountDue'), minorOf(input, 'totalWithVat')];
    if (due === null || gross === null) return nothingToCheck;
    const params = { difference: formatFixed(due - gross, scaleOf(input)) };
    return finding(due <= gross, 'warning', { fields: ['amountDue', 'totalWithVat'], params });
  },
};
