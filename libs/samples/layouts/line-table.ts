import { type Canvas } from '../canvas.js';
import { type SampleLine } from '../invoice-model.js';
import { type Printout } from '../printout.js';

export interface Column {
  readonly head: string;
  /** Left edge. */
  readonly x: number;
  readonly width: number;
  readonly align: 'left' | 'right' | 'centre';
  readonly cell: (line: SampleLine) => string;
}

export interface TableStyle {
  readonly size: number;
  /** `grid`: all rulings; `rows`: a thin rule below each row; `stripes`: shaded rows; `none`. */
  readonly rules: 'grid' | 'rows' | 'stripes' | 'none';
  readonly headFill: string | null;
  readonly headColour: string;
  readonly ruleColour: string;
}

const PAD = 5;

function anchor(column: Column): number {
  if (column.align === 'right') return column.x + column.width - PAD;
  return column.align === 'centre' ? column.x + column.width / 2 : column.x + PAD;
}

/** The usual columns for widths that add up to the table's: quantities and amounts to the right. */
export function usualColumns(
  out: Printout,
  x: number,
  widths: readonly [
    description: number,
    quantity: number,
    unit: number,
    price: number,
    discount: number,
    rate: number,
    net: number,
  ],
): Column[] {
  const discounted = out.invoice.lines.some((line) => line.discountPercent > 0);
  const spare = discounted ? 0 : widths[4];
  const columns: Omit<Column, 'x'>[] = [
    { head: out.label('description'), width: widths[0] + spare, align: 'left', cell: (line) => line.description },
    { head: out.label('quantity'), width: widths[1], align: 'right', cell: (line) => out.quantity(line) },
    { head: out.label('unit'), width: widths[2], align: 'centre', cell: (line) => line.unit },
    { head: out.label('unitPrice'), width: widths[3], align: 'right', cell: (line) => out.unitPrice(line) },
    {
      head: out.label('discount'),
      width: discounted ? widths[4] : 0,
      align: 'right',
      cell: (line) => (line.discountPercent > 0 ? out.rate(line.discountPercent * 100) : ''),
    },
    { head: out.label('rateHead'), width: widths[5], align: 'right', cell: (line) => out.rate(line.vatRate) },
    { head: out.label('netAmount'), width: widths[6], align: 'right', cell: (line) => out.amount(line.net) },
  ];
  let left = x;
  return columns
    .filter((column) => column.width > 0)
    .map((column) => {
      const placed = { ...column, x: left };
      left += column.width;
      return placed;
    });
}

/** Draws the row of heads; returns the y below it. */
export function tableHead(canvas: Canvas, columns: readonly Column[], y: number, style: TableStyle): number {
  const height = style.size * 2.2;
  const [left, right] = edges(columns);
  if (style.headFill) canvas.fill(left, y, right - left, height, style.headFill);
  for (const column of columns) {
    canvas.text(anchor(column), y + height * 0.66, column.head, {
      size: style.size,
      bold: true,
      colour: style.headColour,
      align: column.align,
    });
  }
  if (style.rules === 'grid') canvas.frame(left, y, right - left, height, style.ruleColour);
  else if (style.rules !== 'stripes') canvas.line(left, y + height, right, y + height, style.ruleColour, 1);
  return y + height;
}

export function rowHeight(canvas: Canvas, columns: readonly Column[], line: SampleLine, style: TableStyle): number {
  const first = columns[0] as Column;
  const rows = canvas.broken(first.cell(line), first.width - 2 * PAD, { size: style.size }).length;
  return style.size * (1.35 * rows + 0.95);
}

/** Draws one line of the invoice; returns the y below it. `index` picks the shade of a striped table. */
export function tableRow(
  canvas: Canvas,
  columns: readonly Column[],
  line: SampleLine,
  y: number,
  index: number,
  style: TableStyle,
): number {
  const height = rowHeight(canvas, columns, line, style);
  const [left, right] = edges(columns);
  if (style.rules === 'stripes' && index % 2 === 1) canvas.fill(left, y, right - left, height, '#f3f5f7');
  const baseline = y + style.size * 1.45;
  columns.forEach((column, at) => {
    const text = { size: style.size, align: column.align };
    if (at === 0) canvas.paragraph(anchor(column), baseline, column.cell(line), column.width - 2 * PAD, text);
    else canvas.text(anchor(column), baseline, column.cell(line), text);
  });
  if (style.rules === 'rows') canvas.line(left, y + height, right, y + height, '#d5dae0', 0.5);
  return y + height;
}

/** Uprights and the bottom rule of a ruled table. */
export function tableRulings(
  canvas: Canvas,
  columns: readonly Column[],
  top: number,
  bottom: number,
  colour: string,
): void {
  const [left, right] = edges(columns);
  canvas.frame(left, top, right - left, bottom - top, colour);
  for (const column of columns.slice(1)) canvas.line(column.x, top, column.x, bottom, colour);
}

/** Head and all lines; returns the y below. The lines must fit on the page. */
export function wholeTable(
  canvas: Canvas,
  out: Printout,
  columns: readonly Column[],
  y: number,
  style: TableStyle,
  minBottom = 0,
): number {
  let below = tableHead(canvas, columns, y, style);
  out.lines().forEach((line, index) => {
    below = tableRow(canvas, columns, line, below, index, style);
  });
  const bottom = Math.max(below, minBottom);
  if (style.rules === 'grid') tableRulings(canvas, columns, y, bottom, style.ruleColour);
  return bottom;
}

function edges(columns: readonly Column[]): [left: number, right: number] {
  const last = columns.at(-1) as Column;
  return [(columns[0] as Column).x, last.x + last.width];
}
