import { tint } from '../canvas.js';
import { type Layout } from './layout.js';
import { type TableStyle, usualColumns, wholeTable } from './line-table.js';
import { paymentBlock, totalRows, totalsBlock, vatTable } from './money-blocks.js';
import { addressRows, footer, labelled, labelledText, logo, numberLabel, stack, title } from './party.js';

/** A bill for energy or telephony: boxes with big figures above, the detail below, paid by direct debit. */
export const utility: Layout = {
  id: 'utility',
  onePage: true,
  draw(canvas, out) {
    const { invoice } = out;
    const { supplier } = invoice;
    logo(canvas, out, 40, 34, 46, 'disc');
    canvas.text(98, 56, supplier.name, { size: 17, bold: true, colour: supplier.colour });
    canvas.text(98, 71, supplier.tagline, { size: 8.5, colour: '#5c6570' });
    stack(canvas, 40, 108, [
      labelled(out, 'buyerId', 'buyerId'),
      labelledText(out, 'contract', invoice.contract),
      labelledText(out, 'period', invoice.period && `${out.date(invoice.period[0])} – ${out.date(invoice.period[1])}`),
      out.label('customerService', { phone: supplier.phone }),
    ]);
    canvas.text(330, 108, out.show('buyerName') ?? '', { size: 10.5, bold: true });
    stack(canvas, 330, 122, addressRows(out, 'buyer'), { size: 10.5 });

    const boxes: [string, string | null][] = [
      [out.label(numberLabel(out)), out.show('invoiceNumber')],
      [out.label('issueDate'), out.show('issueDate')],
      [out.label(invoice.kind === 'invoice' ? 'debitAmount' : 'creditDue'), out.show('amountDue')],
      [out.label('debitDate'), out.show('dueDate')],
    ];
    const shown = boxes.filter(([, value]) => value !== null);
    const width = (515 - (shown.length - 1) * 10) / shown.length;
    shown.forEach(([label, value], index) => {
      const x = 40 + index * (width + 10);
      const main = index === 2;
      canvas.fill(x, 192, width, 52, main ? supplier.colour : tint(supplier.colour, 0.1));
      canvas.text(x + width / 2, 208, label, { size: 8, align: 'centre', colour: main ? '#ffffff' : '#4b5560' });
      canvas.text(x + width / 2, 230, value ?? '', {
        size: 13,
        bold: true,
        align: 'centre',
        colour: main ? '#ffffff' : '#1f2328',
      });
    });

    canvas.text(40, 278, out.label('detail', { title: title(out) }), { size: 12, bold: true, colour: supplier.colour });
    if (invoice.originalNumber)
      canvas.text(555, 278, labelledText(out, 'original', invoice.originalNumber) ?? '', { align: 'right' });
    const style: TableStyle = {
      size: 9,
      rules: 'stripes',
      headFill: tint(supplier.colour, 0.85),
      headColour: '#ffffff',
      ruleColour: '#8a929b',
    };
    const columns = usualColumns(out, 40, [236, 56, 50, 68, 0, 40, 65]);
    const bottom = wholeTable(canvas, out, columns, 290, style);
    const below = vatTable(canvas, out, 40, bottom + 24, 235, { size: 8.5, ruled: false, fill: null });
    const end = totalsBlock(canvas, totalRows(out, { vatPerRate: false }).slice(0, 3), 340, 555, bottom + 24, {
      size: 10,
      highlight: null,
      ruled: false,
    });
    const start = Math.max(below, end) + 40;
    const foot = paymentBlock(canvas, out, 54, start, 485, { size: 9, dueDate: false, legal: true });
    canvas.frame(40, start - 20, 515, foot - start + 18, tint(supplier.colour, 0.5), 1);
    footer(canvas, out, { rule: supplier.colour });
  },
};
