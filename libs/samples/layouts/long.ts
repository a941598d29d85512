import { type Canvas, tint } from '../canvas.js';
import { type Printout } from '../printout.js';
import { type Layout } from './layout.js';
import {
  type Column,
  rowHeight,
  tableHead,
  tableRow,
  tableRulings,
  type TableStyle,
  usualColumns,
} from './line-table.js';
import { paymentBlock, totalRows, totalsBlock, vatTable } from './money-blocks.js';
import { addressRows, footer, labelled, labelledText, numberLabel, stack, title } from './party.js';

const PAGE_END = 745;
const TOTALS_HEIGHT = 190;

function firstHead(canvas: Canvas, out: Printout): void {
  const { invoice } = out;
  const { supplier } = invoice;
  canvas.text(45, 60, out.show('sellerName') ?? '', { size: 16, bold: true, colour: supplier.colour });
  canvas.text(45, 74, supplier.tagline, { size: 8.5, colour: '#5c6570' });
  stack(
    canvas,
    45,
    92,
    [
      ...addressRows(out, 'seller'),
      labelled(out, 'sellerVatId', 'sellerVatId'),
      labelled(out, 'siret', 'sellerLegalId'),
    ],
    { size: 8.5 },
  );
  canvas.text(550, 60, title(out), { size: 18, bold: true, align: 'right' });
  canvas.text(330, 112, out.show('buyerName') ?? '', { size: 10, bold: true });
  const buyerVat = supplier.traits.includes('buyerVatId') ? labelled(out, 'buyerVatId', 'buyerVatId') : null;
  stack(canvas, 330, 126, [...addressRows(out, 'buyer'), buyerVat], { size: 9.5 });
  stack(
    canvas,
    45,
    160,
    [
      labelled(out, 'orderReference', 'orderReference'),
      labelledText(out, 'deliveryNote', invoice.deliveryNote),
      labelledText(out, 'original', invoice.originalNumber),
    ],
    { size: 8.5 },
  );
}

function factsBar(canvas: Canvas, out: Printout, y: number): void {
  const { colour } = out.invoice.supplier;
  const facts: [string, string | null][] = [
    [out.label(numberLabel(out)), out.show('invoiceNumber')],
    [out.label('issueDate'), out.show('issueDate')],
    [out.label('buyerId'), out.show('buyerId')],
    [out.label('dueDate'), out.show('dueDate')],
  ];
  const width = 505 / facts.length;
  facts.forEach(([label, value], index) => {
    const x = 45 + index * width;
    canvas.fill(x, y, width, 14, colour);
    canvas.text(x + width / 2, y + 10, label, { size: 7.5, bold: true, colour: '#ffffff', align: 'centre' });
    canvas.frame(x, y + 14, width, 17);
    canvas.text(x + width / 2, y + 26, value ?? '–', { size: 9, align: 'centre' });
  });
}

/** `À reporter` at the end of a page, `Report` at the head of the next: a sum that is no total. */
function carry(canvas: Canvas, columns: readonly Column[], label: string, amount: string, y: number): void {
  const last = columns.at(-1) as Column;
  canvas.text(last.x - 8, y, label, { size: 8.5, italic: true, align: 'right' });
  canvas.text(last.x + last.width - 5, y, amount, { size: 8.5, italic: true, align: 'right' });
}

/** Many lines over two or more pages, with sums carried over. */
export const long: Layout = {
  id: 'long',
  onePage: false,
  draw(canvas, out) {
    const { supplier } = out.invoice;
    const style: TableStyle = {
      size: 8,
      rules: 'grid',
      headFill: tint(supplier.colour, 0.12),
      headColour: '#1f2328',
      ruleColour: '#a3abb5',
    };
    const columns = usualColumns(out, 45, [204, 46, 44, 64, 46, 42, 59]);
    firstHead(canvas, out);
    factsBar(canvas, out, 196);
    let top = 242;
    let y = tableHead(canvas, columns, top, style);
    let sum = 0;
    out.lines().forEach((line, index) => {
      if (y + rowHeight(canvas, columns, line, style) > PAGE_END) {
        tableRulings(canvas, columns, top, y, style.ruleColour);
        carry(canvas, columns, out.label('carried'), out.amount(sum), y + 15);
        canvas.addPage();
        canvas.text(45, 60, supplier.name, { size: 12, bold: true, colour: supplier.colour });
        factsBar(canvas, out, 76);
        carry(canvas, columns, out.label('brought'), out.amount(sum), 124);
        top = 132;
        y = tableHead(canvas, columns, top, style);
      }
      y = tableRow(canvas, columns, line, y, index, style);
      sum += line.net;
    });
    tableRulings(canvas, columns, top, y, style.ruleColour);
    if (y + TOTALS_HEIGHT > PAGE_END + 30) {
      carry(canvas, columns, out.label('carried'), out.amount(sum), y + 15);
      canvas.addPage();
      canvas.text(45, 60, supplier.name, { size: 12, bold: true, colour: supplier.colour });
      factsBar(canvas, out, 76);
      carry(canvas, columns, out.label('brought'), out.amount(sum), 124);
      y = 130;
    }
    const below = vatTable(canvas, out, 45, y + 16, 240, { size: 8, ruled: true, fill: style.headFill });
    const end = totalsBlock(canvas, totalRows(out, { vatPerRate: false }), 330, 550, y + 16, {
      size: 9.5,
      highlight: supplier.colour,
      ruled: true,
    });
    paymentBlock(canvas, out, 45, Math.max(below, end) + 22, 505, { size: 8.5, dueDate: false, legal: true });
    footer(canvas, out, { rule: supplier.colour });
  },
};
