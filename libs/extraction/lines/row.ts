import { type Evidence } from '../../domain/index.js';
import { type Line, type Token } from '../layout/index.js';
import { type NumberValue } from '../values/index.js';
import { discountedMatches, productMatches, tripleOf } from './arithmetic.js';
import { type Column } from './header.js';
import { type ColumnKind } from '../labels/index.js';

/** A line item as it was found; amounts as printed, sign included. */
export interface Row {
  description: string;
  quantity: NumberValue | null;
  unitPrice: NumberValue | null;
  net: NumberValue | null;
  /** Set when the amount is not printed but follows from quantity and price. */
  computedNet: string | null;
  vatRate: string | null;
  /** Quantity times price gives the amount. */
  confirmed: boolean;
  /** Nothing but a text and an amount. */
  bare: boolean;
  readonly line: number;
  evidence: Evidence[];
}

const NUMERIC: readonly ColumnKind[] = [
  'quantity',
  'unitPrice',
  'discount',
  'netAmount',
  'grossAmount',
  'vatRate',
  'vatAmount',
];

function distance(number: NumberValue, column: Column): number {
  const shared = Math.min(number.x1, column.x1) - Math.max(number.x0, column.x0);
  if (shared > 0) return -shared;
  return Math.min(
    Math.abs(number.x1 - column.x1),
    Math.abs(number.x0 - column.x0),
    Math.abs(number.x0 + number.x1 - column.x0 - column.x1) / 2,
    Math.max(column.x0 - number.x1, number.x0 - column.x1),
  );
}

export type Cells = ReadonlyMap<ColumnKind, NumberValue>;

/** Each number to the column it stands under; one number a column, the nearest. */
export function assign(numbers: readonly NumberValue[], columns: readonly Column[], em: number): Cells {
  const cells = new Map<ColumnKind, { number: NumberValue; away: number }>();
  for (const number of numbers) {
    let best: { column: Column; away: number } | null = null;
    for (const column of columns) {
      const away = distance(number, column);
      if (best === null || away < best.away) best = { column, away };
    }
    if (best === null || !NUMERIC.includes(best.column.kind) || best.away > 5 * em) continue;
    const kind = best.column.kind;
    if (number.percent && (kind === 'netAmount' || kind === 'quantity' || kind === 'unitPrice')) continue;
    const held = cells.get(kind);
    const better =
      held === undefined ||
      (kind === 'netAmount' ? number.decimals >= held.number.decimals && best.away < held.away : best.away < held.away);
    if (better) cells.set(kind, { number, away: best.away });
  }
  return new Map([...cells].map(([kind, { number }]) => [kind, number]));
}

export function rateText(number: NumberValue | undefined): string | null {
  return number !== undefined && number.amount >= 0 && number.amount <= 35 ? number.amount.toFixed(2) : null;
}

/** Figures with letters read as digits count only where the row's arithmetic holds with them. */
export function rowFrom(line: Line, numbers: readonly NumberValue[], columns: readonly Column[]): Row | null {
  const row = buildRow(line, numbers, columns);
  const mended = numbers.some((number) => number.repaired);
  if (!mended || row?.confirmed === true) return row;
  return buildRow(
    line,
    numbers.filter((number) => !number.repaired),
    columns,
  );
}

/** Turns the cells of a line into a row, trusting arithmetic over columns where they differ. Null when it is no row. */
function buildRow(line: Line, numbers: readonly NumberValue[], columns: readonly Column[]): Row | null {
  const cells = assign(numbers, columns, line.em);
  let quantity = cells.get('quantity') ?? null;
  let unitPrice = cells.get('unitPrice') ?? null;
  let net = cells.get('netAmount') ?? null;
  const gross = cells.get('grossAmount') ?? null;
  const discount = cells.get('discount');
  const holds = () =>
    quantity !== null &&
    unitPrice !== null &&
    net !== null &&
    (productMatches(quantity.amount, unitPrice.amount, net.amount, unitPrice.decimals) ||
      (discount !== undefined &&
        (discountedMatches(quantity.amount, unitPrice.amount, Math.abs(discount.amount), net.amount) ||
          productMatches(1, quantity.amount * unitPrice.amount - Math.abs(discount.amount), net.amount))));
  let confirmed = holds();
  if (!confirmed) {
    const triple = tripleOf(numbers, quantity) ?? tripleOf(numbers);
    const fits =
      triple !== null &&
      (net === null || triple.net === net || cells.get('grossAmount') === triple.net || net.amount === 0);
    if (triple !== null && fits) {
      ({ quantity, price: unitPrice, net } = triple);
      confirmed = true;
    }
  }
  const rates = numbers
    .filter((number) => number.percent || number === cells.get('vatRate'))
    .map((number) => number.amount);
  let computedNet: string | null = null;
  if (!confirmed && quantity !== null && unitPrice !== null && net !== null) {
    const [q, p, n] = [quantity.amount, unitPrice.amount, net.amount];
    // Net prices, but the amounts of the lines include VAT.
    if (rates.some((rate) => rate > 0 && productMatches(q, p * (1 + rate / 100), n))) {
      computedNet = (q * p).toFixed(2);
      confirmed = true;
    }
  }
  net ??= gross;
  if (
    net === null &&
    !(quantity !== null && unitPrice !== null && !columns.some((column) => column.kind === 'netAmount'))
  )
    return null;
  if (net !== null && net.decimals < 2 && net.currency === null && quantity === null && unitPrice === null) return null;
  const rate = cells.get('vatRate') ?? numbers.find((number) => number.percent && number !== discount);
  if (net === null) computedNet = (quantity!.amount * unitPrice!.amount).toFixed(2);
  return {
    description: '',
    quantity,
    unitPrice,
    net: computedNet === null ? net : null,
    computedNet,
    vatRate: rateText(rate === net || rate === quantity || rate === unitPrice ? undefined : rate),
    confirmed,
    bare: quantity === null && unitPrice === null,
    line: line.index,
    evidence: [],
  };
}

/** Words of a line that belong to the text of an item: left of the figures, or under the text column. */
export function textTokens(line: Line, columns: readonly Column[], numbers: readonly NumberValue[]): Token[] {
  const figures = columns.filter((column) => NUMERIC.includes(column.kind) || column.kind === 'unit');
  const text = columns.find((column) => column.kind === 'description');
  const firstFigure = figures
    .filter((column) => text === undefined || column.x0 > text.x0)
    .reduce((x, column) => Math.min(x, column.x0), Infinity);
  const own = numbers
    .filter((number) => number.x0 > (text?.x0 ?? 0))
    .reduce(
      (x, number) => (number.decimals > 0 || number.x0 > firstFigure - line.em ? Math.min(x, number.x0) : x),
      Infinity,
    );
  const limit = Math.min(Math.max(firstFigure, 0), own);
  const before = columns
    .filter((column) => text !== undefined && column.x1 < text.x0)
    .reduce((x, column) => Math.max(x, column.x1), 0);
  const found = line.tokens.filter((token) => (token.x0 + token.x1) / 2 < limit && token.x0 > before - line.em);
  const left = Math.min(...columns.map((column) => column.x0)) - line.em;
  const beside = line.segments.filter((segment) => segment.x1 < left);
  const inside = found.filter((token) => !beside.some((segment) => segment.tokens.includes(token)));
  return inside.length > 0 ? inside : found;
}
