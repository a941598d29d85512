import { type Facts, isTotalLabel } from '../facts.js';
import { hasMeaning } from '../labels/index.js';
import { boxOf, type Line, textOf } from '../layout/index.js';
import { cents, type NumberValue } from '../values/index.js';
import { tripleOf } from './arithmetic.js';
import { type Row, rateText } from './row.js';
import { TableArea } from './table-area.js';
import { type ItemTable } from './table.js';

const TIMES = /^[x×*]$/i;

/** `3 x 77.48`, also where the cross clings to the figure (`3x 77.48`, `3 x77.48` are split by their reader). */
function timesOf(line: Line, numbers: readonly NumberValue[]): { quantity: NumberValue; price: NumberValue } | null {
  for (let i = 0; i + 1 < numbers.length; i++) {
    const [quantity, price] = [numbers[i]!, numbers[i + 1]!];
    const between = line.tokens.filter((token) => token.x0 >= quantity.x1 - 1e-9 && token.x1 <= price.x0 + 1e-9);
    const cross = between.filter((token) => TIMES.test(token.text));
    if (cross.length === 1 && between.length <= 2 && (price.decimals >= 2 || price.currency !== null))
      return { quantity, price };
  }
  return null;
}

const textBefore = (line: Line, x: number): string => textOf(line.tokens.filter((token) => token.x1 <= x)).trim();

function base(
  line: Line,
  first: NumberValue,
  numbers: readonly NumberValue[],
): Pick<Row, 'description' | 'line' | 'evidence' | 'vatRate' | 'bare' | 'computedNet'> {
  return {
    description: textBefore(line, first.x0),
    line: line.index,
    evidence: [{ page: line.page, box: boxOf(line.tokens) }],
    vatRate: rateText(numbers.find((number) => number.percent)),
    bare: false,
    computedNet: null,
  };
}

function rowOf(facts: Facts, line: Line): Row | null {
  const numbers = facts.numbers[line.index]!;
  if (numbers.length < 2) return null;
  const times = timesOf(line, numbers);
  if (times !== null) {
    const { quantity, price } = times;
    const product = cents(quantity.amount * price.amount);
    const net = numbers.find((number) => number.x0 > price.x1 && cents(number.amount) === product) ?? null;
    return {
      ...base(line, quantity, numbers),
      quantity,
      unitPrice: price,
      net,
      computedNet: net === null ? (product / 100).toFixed(2) : null,
      confirmed: net !== null,
    };
  }
  if (facts.labels[line.index]!.some((label) => isTotalLabel(label) && label.tokens[0] === line.tokens[0])) return null;
  const triple = tripleOf(numbers);
  if (triple === null || !/\p{L}{3}/u.test(textOf(line.tokens))) return null;
  const { quantity, price, net } = triple;
  return {
    ...base(line, quantity.x0 < price.x0 ? quantity : price, numbers),
    quantity,
    unitPrice: price,
    net,
    confirmed: true,
  };
}

function areaOf(rows: readonly Row[]): TableArea {
  const area = new TableArea();
  for (const row of rows) area.add(row.line, 0);
  return area;
}

/** Items of a document whose table has no headings: `text 3 x 77.48`, or three figures of which two make the third. */
export function readFreeRows(facts: Facts): ItemTable {
  const rows = facts.layout.lines.map((line) => rowOf(facts, line)).filter((row) => row !== null);
  return { rows, lines: areaOf(rows) };
}

/**
 * Items that are only a text and an amount, one column of them: believed only where they add up to a total of the
 * document, which `targets` (in cents) names.
 */
export function readBareRows(facts: Facts, targets: readonly number[]): ItemTable {
  const columns = new Map<number, Row[]>();
  for (const line of facts.layout.lines) {
    const numbers = facts.numbers[line.index]!;
    const amount = numbers[numbers.length - 1];
    if (amount === undefined || amount.percent || amount.decimals !== 2) continue;
    const labelled = facts.labels[line.index]!.some((label) => isTotalLabel(label) || hasMeaning(label, 'otherAmount'));
    const text = textBefore(line, amount.x0);
    if (labelled || !/\p{L}{3}/u.test(text)) continue;
    const column = Math.round(amount.x1 * 50);
    const row: Row = {
      ...base(line, amount, []),
      quantity: null,
      unitPrice: null,
      net: amount,
      confirmed: false,
      bare: true,
    };
    columns.set(column, [...(columns.get(column) ?? []), row]);
  }
  for (const rows of columns.values()) {
    const sum = rows.reduce((total, row) => total + cents(row.net!.amount), 0);
    if (rows.length >= 2 && rows.length <= 200 && targets.includes(sum)) return { rows, lines: areaOf(rows) };
  }
  return { rows: [], lines: areaOf([]) };
}
