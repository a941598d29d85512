import { type Facts, isTotalLabel } from '../facts.js';
import { hasMeaning } from '../labels/index.js';
import { boxOf, type Line, textOf, type Token } from '../layout/index.js';
import { productMatches } from './arithmetic.js';
import { headerAt, type TableHeader } from './header.js';
import { assign, type Row, rowFrom, textTokens } from './row.js';
import { TableArea } from './table-area.js';

const NEIGHBOUR_LINES = [1, -1, 2, -2, 3, -3];

export interface ItemTable {
  readonly rows: readonly Row[];
  /** Lines that belong to headings or rows: their figures are no totals, their headings no labels. */
  readonly lines: TableArea;
}

/** A line of totals: its text begins with a word for a total, or one stands right before its amount. */
function isTotalsLine(facts: Facts, line: Line, header: TableHeader): boolean {
  const numbers = facts.numbers[line.index]!;
  if (numbers.length === 1 && header.columns.some((column) => column.kind === 'netAmount')) {
    // A word like `net` beside a figure in the price column belongs to the price.
    const cells = assign(numbers, header.columns, line.em);
    if (line.segments.length === 1 && (cells.has('unitPrice') || cells.has('discount'))) return false;
  }
  return facts.labels[line.index]!.some((label) => {
    if (!isTotalLabel(label)) return false;
    const strong = label.meanings.some(
      (meaning) => meaning.strong && (meaning.key.startsWith('total') || meaning.key === 'amountDue'),
    );
    const opens = label.tokens[0] === line.tokens.find((token) => token.norm !== '');
    if (opens) return numbers.length > 0 || strong;
    const opensSegment = line.segments.some((segment) => segment.tokens[0] === label.tokens[0]);
    const nextNumber = numbers.find((number) => number.x0 >= label.x1);
    const restIsFigures =
      nextNumber !== undefined &&
      nextNumber.x0 - label.x1 < 14 * line.em &&
      line.tokens.every(
        (token) =>
          token.x0 < label.x1 || numbers.some((number) => number.tokens.includes(token)) || token.norm.length <= 3,
      );
    return opensSegment && restIsFigures && numbers.length <= 2;
  });
}

/** A discount or charge on the whole document, set among the items: its text begins with the word. */
function isAllowance(facts: Facts, line: Line, header: TableHeader, bare: boolean): boolean {
  const label = facts.labels[line.index]![0];
  if (label === undefined || !hasMeaning(label, 'otherAmount') || line.tokens.indexOf(label.tokens[0]!) > 2)
    return false;
  const figures = facts.numbers[line.index]!.flatMap((number) => number.tokens);
  const nothingElse = line.tokens.every(
    (token) => token.norm === '' || label.tokens.includes(token) || figures.includes(token),
  );
  if (bare && nothingElse) return true;
  return textTokens(line, header.columns, facts.numbers[line.index]!).includes(label.tokens[0]!);
}

/** Reads the rows under a heading; carried over to the next pages until the totals. */
function readRows(facts: Facts, header: TableHeader, until: number, used: TableArea): Row[] {
  const rows: Row[] = [];
  const { lines } = facts.layout;
  let pending: Line[] = [];
  let strict = false;
  let lastY = lines[header.lastLine]!.y1;
  let page = lines[header.lastLine]!.page;
  for (let i = header.lastLine + 1; i < until; i++) {
    const line = lines[i]!;
    if (line.page !== page) {
      strict = true;
      page = line.page;
      lastY = line.y0;
      pending = [];
    }
    if (line.y0 - lastY > 22 * line.em) strict = true;
    if (isTotalsLine(facts, line, header)) {
      strict = true;
      pending = [];
      continue;
    }
    const row = rowFrom(line, facts.numbers[i]!, header.columns);
    const accepted =
      row !== null &&
      (!strict || (row.confirmed && row.quantity !== null)) &&
      !((row.bare || !row.confirmed) && isAllowance(facts, line, header, row.bare));
    if (!accepted) {
      if (!strict) pending.push(line);
      continue;
    }
    attach(facts, rows, pending, header, used);
    pending = [];
    const tokens = textTokens(line, header.columns, facts.numbers[i]!);
    row.description = textOf(tokens).trim();
    row.evidence = [{ page: line.page, box: boxOf(line.tokens) }];
    const previous = rows[rows.length - 1];
    rows.push(row);
    const left = leftOf(facts, header, rows);
    if (!strict) for (let between = (previous?.line ?? i) + 1; between < i; between++) used.add(between, left);
    used.add(i, left);
    lastY = line.y1;
  }
  attach(facts, rows, pending, header, used);
  for (const row of rows) completeFromNeighbours(facts, row, rows, header, used);
  return rows;
}

/** Prices may be set above or below the line of their row (gross, discount, net in one cell): the one that fits counts. */
function completeFromNeighbours(
  facts: Facts,
  row: Row,
  rows: readonly Row[],
  header: TableHeader,
  used: TableArea,
): void {
  const { quantity, net } = row;
  if (row.confirmed || quantity === null || net === null || quantity.amount === 0) return;
  const own = facts.layout.lines[row.line]!;
  for (const offset of NEIGHBOUR_LINES) {
    const line = facts.layout.lines[row.line + offset];
    if (line === undefined || line.page !== own.page || rows.some((other) => other.line === line.index)) continue;
    if (Math.abs(line.y0 - own.y0) > 5 * own.em) continue;
    const price = assign(facts.numbers[line.index]!, header.columns, line.em).get('unitPrice');
    if (price === undefined || !productMatches(quantity.amount, price.amount, net.amount, price.decimals)) continue;
    row.unitPrice = price;
    row.confirmed = true;
    used.add(line.index, leftOf(facts, header, rows));
    return;
  }
}

/** The left edge of a table: its headings, or the texts under them where they begin further left. */
function leftOf(facts: Facts, header: TableHeader, rows: readonly Row[]): number {
  const headings = Math.min(...header.columns.map((column) => column.x0));
  const row = rows[rows.length - 1];
  const line = row && facts.layout.lines[row.line]!;
  const text = line && textTokens(line, header.columns, facts.numbers[line.index]!);
  return Math.min(headings, text?.[0]?.x0 ?? Infinity) - 0.005;
}

/** Wrapped text goes to the row above it while it stands close; the rest is let go. */
function attach(
  facts: Facts,
  rows: readonly Row[],
  pending: readonly Line[],
  header: TableHeader,
  used: TableArea,
): void {
  const row = rows[rows.length - 1];
  if (row === undefined) return;
  let above = facts.layout.lines[row.line]!;
  const left = leftOf(facts, header, rows);
  for (const line of pending) {
    if (line.page !== above.page || line.y0 - above.y1 > 1.2 * line.em) return;
    const numbers = facts.numbers[line.index]!;
    if (facts.labels[line.index]!.some((label) => isTotalLabel(label) && label.tokens[0] === line.tokens[0])) return;
    const tokens: Token[] = textTokens(line, header.columns, numbers).filter((token) => token.x0 > left - 2 * line.em);
    const text = textOf(tokens).trim();
    if (text !== '' && row.description.length < 400) row.description = `${row.description} ${text}`.trim();
    used.add(line.index, left);
    above = line;
  }
}

/** All item tables with headings; a heading that comes back on the next page continues the table. */
export function readTables(facts: Facts): ItemTable {
  const { lines } = facts.layout;
  const headers: TableHeader[] = [];
  for (let i = 0; i < lines.length; i++) {
    const header = headerAt(lines, i);
    if (header === null) continue;
    const rival = headers[headers.length - 1];
    if (rival !== undefined && header.firstLine <= rival.lastLine) {
      if (header.columns.length > rival.columns.length) headers[headers.length - 1] = header;
      continue;
    }
    headers.push(header);
    i = header.lastLine;
  }
  const used = new TableArea();
  const rows: Row[] = [];
  headers.forEach((header, index) => {
    const own = readRows(facts, header, headers[index + 1]?.firstLine ?? lines.length, used);
    if (own.length === 0) return;
    for (let line = header.firstLine; line <= header.lastLine; line++) used.add(line, leftOf(facts, header, own));
    rows.push(...own);
  });
  return { rows, lines: used };
}
