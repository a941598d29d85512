import { MICRO_SCALE, type InvoiceLine, type VatRow, type Warning } from '../domain/index.js';
import { type ReadContent } from './edit.js';

const MAX_DESCRIPTION = 4000;
const WHOLE_DIGITS = { amount: 12, micro: 15 - MICRO_SCALE, rate: 3 } as const;

type Kind = keyof typeof WHOLE_DIGITS;

/** A plain decimal that the books have room for, else null. */
function room(text: string | null, kind: Kind): string | null {
  const whole = /^-?(\d+)(\.\d+)?$/.exec(text ?? '')?.[1];
  return whole !== undefined && whole.replace(/^0+/, '').length <= WHOLE_DIGITS[kind] ? text : null;
}

function storableLine(line: InvoiceLine): InvoiceLine {
  return {
    ...line,
    description: line.description?.slice(0, MAX_DESCRIPTION) ?? null,
    quantity: room(line.quantity, 'micro'),
    unitPrice: room(line.unitPrice, 'micro'),
    netAmount: room(line.netAmount, 'amount'),
    vatRate: room(line.vatRate, 'rate'),
  };
}

const storableVat = (row: VatRow): boolean =>
  room(row.rate, 'rate') !== null && room(row.base, 'amount') !== null && room(row.amount, 'amount') !== null;

/**
 * A document may say anything, a rate of 99999999 % too. What the books have no room for is left out, and a warning says
 * so: doubtful data is for a person, never a failure. `books.value_left_out` {lines, vatRows} counts the rows concerned.
 */
export function storable(content: ReadContent): ReadContent {
  const lines = content.lines.map(storableLine);
  const vatBreakdown = content.vatBreakdown.filter(storableVat);
  const changed = lines.filter((line, i) => !sameNumbers(line, content.lines[i]!)).length;
  const dropped = content.vatBreakdown.length - vatBreakdown.length;
  if (changed + dropped === 0) return { ...content, lines };
  const warning: Warning = { code: 'books.value_left_out', params: { lines: changed, vatRows: dropped } };
  return { ...content, lines, vatBreakdown, warnings: [...content.warnings, warning] };
}

const sameNumbers = (a: InvoiceLine, b: InvoiceLine): boolean =>
  a.quantity === b.quantity && a.unitPrice === b.unitPrice && a.netAmount === b.netAmount && a.vatRate === b.vatRate;
