import { tint } from '../canvas.js';
import { type Layout } from './layout.js';
import { type TableStyle, usualColumns, wholeTable } from './line-table.js';
import { paymentBlock, qrBlock, totalRows, totalsBlock } from './money-blocks.js';
import { addressRows, footer, labelled, labelledText, stack, title } from './party.js';

/** Modern: a coloured band above, no rulings, labels small and grey over their values. */
export const band: Layout = {
  id: 'band',
  onePage: true,
  draw(canvas, out, { qr }) {
    const { invoice } = out;
    const { supplier } = invoice;
    canvas.fill(0, 0, 596, 104, supplier.colour);
    canvas.text(45, 50, out.show('sellerName') ?? '', { size: 20, bold: true, colour: '#ffffff' });
    canvas.text(45, 68, supplier.tagline, { size: 9, colour: tint(supplier.colour, 0.2) });
    canvas.text(550, 50, title(out), { size: 20, colour: '#ffffff', align: 'right' });
    canvas.text(550, 68, out.show('invoiceNumber') ?? '', { size: 11, bold: true, colour: '#ffffff', align: 'right' });

    const facts: [string, string | null][] = [
      [out.label('issueDate'), out.show('issueDate')],
      [out.label('dueDate'), out.show('dueDate')],
      [out.label('buyerId'), out.show('buyerId')],
      [out.label('orderReference'), out.show('orderReference')],
    ];
    facts
      .filter(([, value]) => value !== null)
      .forEach(([label, value], index) => {
        canvas.text(45 + index * 128, 132, label, { size: 7.5, colour: '#6b7480' });
        canvas.text(45 + index * 128, 146, value ?? '', { size: 10, bold: true });
      });

    canvas.text(45, 186, out.label('billTo'), { size: 7.5, colour: supplier.colour, bold: true });
    canvas.text(45, 201, out.show('buyerName') ?? '', { size: 10.5, bold: true });
    const buyerVat = supplier.traits.includes('buyerVatId') ? labelled(out, 'buyerVatId', 'buyerVatId') : null;
    stack(canvas, 45, 215, [...addressRows(out, 'buyer'), buyerVat]);
    stack(canvas, 330, 201, [
      ...addressRows(out, 'seller'),
      labelled(out, 'sellerVatId', 'sellerVatId'),
      labelledText(out, 'deliveryNote', invoice.deliveryNote),
      labelled(out, 'deliveryDate', 'deliveryDate'),
      labelledText(out, 'period', invoice.period && `${out.date(invoice.period[0])} – ${out.date(invoice.period[1])}`),
      labelledText(out, 'original', invoice.originalNumber),
    ]);

    const style: TableStyle = {
      size: 9,
      rules: 'none',
      headFill: null,
      headColour: supplier.colour,
      ruleColour: supplier.colour,
    };
    const columns = usualColumns(out, 40, [190, 54, 54, 78, 40, 44, 55]);
    const bottom = wholeTable(canvas, out, columns, 282, style);
    canvas.line(40, bottom + 8, 555, bottom + 8, '#d5dae0', 0.6);
    const below = totalsBlock(canvas, totalRows(out, { vatPerRate: true }), 340, 555, bottom + 22, {
      size: 10,
      highlight: supplier.colour,
      ruled: false,
    });

    const start = Math.max(below + 40, 560);
    const end = paymentBlock(canvas, out, 54, start, qr ? 370 : 480, { size: 9, dueDate: false, legal: true });
    canvas.fill(40, start - 14, 4, end - start + 12, supplier.colour);
    qrBlock(canvas, out, qr, 458, start - 4, 78);
    footer(canvas, out);
  },
};
