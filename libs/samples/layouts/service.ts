import { tint } from '../canvas.js';
import { type SampleLine } from '../invoice-model.js';
import { type Layout } from './layout.js';
import { type Column, type TableStyle, wholeTable } from './line-table.js';
import { paymentBlock, totalRows, totalsBlock } from './money-blocks.js';
import { addressRows, footer, labelled, labelledText, numberLabel, stack, title } from './party.js';

/** Hours and fees: a narrow side column with the facts, the work on the right. */
export const service: Layout = {
  id: 'service',
  onePage: true,
  draw(canvas, out) {
    const { invoice } = out;
    const { supplier } = invoice;
    canvas.fill(0, 0, 182, 786, tint(supplier.colour, 0.07));
    canvas.fill(0, 0, 6, 786, supplier.colour);
    const side = { size: 9 };
    canvas.paragraph(26, 60, out.show('sellerName') ?? '', 146, { size: 13, bold: true, colour: supplier.colour });
    const tag = canvas.paragraph(26, 104, supplier.tagline, 146, { size: 8.5, italic: true });
    const seller = stack(canvas, 26, tag + 10, [...addressRows(out, 'seller'), supplier.phone], { size: 8.5 });

    const facts: [string, string | null][] = [
      [out.label(numberLabel(out)), out.show('invoiceNumber')],
      [out.label('issueDate'), out.show('issueDate')],
      [out.label('dueDate'), out.show('dueDate')],
      [out.label('buyerId'), out.show('buyerId')],
      [out.label('orderReference'), out.show('orderReference')],
      [out.label('caseNumber'), invoice.caseNumber],
      [out.label('original'), invoice.originalNumber],
    ];
    let y = seller + 34;
    for (const [label, value] of facts) {
      if (value === null) continue;
      canvas.text(26, y, label, { size: 7.5, colour: '#5c6570' });
      canvas.text(26, y + 13, value, { ...side, bold: true });
      y += 34;
    }

    canvas.text(206, 66, title(out), { size: 24, colour: supplier.colour });
    canvas.text(206, 104, out.label('billTo'), { size: 7.5, colour: '#5c6570' });
    canvas.text(206, 119, out.show('buyerName') ?? '', { size: 10.5, bold: true });
    const buyerVat = supplier.traits.includes('buyerVatId') ? labelled(out, 'buyerVatId', 'buyerVatId') : null;
    const end = stack(canvas, 206, 133, [...addressRows(out, 'buyer'), buyerVat]);
    const period = invoice.period && `${out.date(invoice.period[0])} – ${out.date(invoice.period[1])}`;
    if (period) canvas.text(206, end + 12, labelledText(out, 'period', period) ?? '', { italic: true });

    const cell = (line: SampleLine): string => `${out.quantity(line)} ${line.unit}`;
    const columns: Column[] = [
      { head: out.label('description'), x: 200, width: 152, align: 'left', cell: (line) => line.description },
      { head: out.label('quantity'), x: 352, width: 54, align: 'right', cell },
      { head: out.label('unitPrice'), x: 406, width: 64, align: 'right', cell: (line) => out.unitPrice(line) },
      { head: out.label('rateHead'), x: 470, width: 38, align: 'right', cell: (line) => out.rate(line.vatRate) },
      { head: out.label('netAmount'), x: 508, width: 58, align: 'right', cell: (line) => out.amount(line.net) },
    ];
    const style: TableStyle = {
      size: 8.5,
      rules: 'rows',
      headFill: null,
      headColour: supplier.colour,
      ruleColour: supplier.colour,
    };
    const bottom = wholeTable(canvas, out, columns, 216, { ...style, size: 8 });
    const below = totalsBlock(canvas, totalRows(out, { vatPerRate: true }), 360, 566, bottom + 14, {
      size: 9.5,
      highlight: supplier.colour,
      ruled: false,
    });
    paymentBlock(canvas, out, 206, below + 34, 356, { size: 8.5, dueDate: false, legal: true });
    footer(canvas, out);
  },
};
