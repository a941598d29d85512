import { tint } from '../canvas.js';
import { type Layout } from './layout.js';
import { type TableStyle, usualColumns, wholeTable } from './line-table.js';
import { paymentBlock, totalRows, totalsBlock, vatTable } from './money-blocks.js';
import { addressRows, footer, labelled, labelledText, logo, numberLabel, stack, title } from './party.js';

/** The classic of accounting programs: everything in ruled boxes. */
export const ruled: Layout = {
  id: 'ruled',
  onePage: true,
  draw(canvas, out) {
    const { invoice } = out;
    const { supplier } = invoice;
    const grey = tint(supplier.colour, 0.12);
    logo(canvas, out, 45, 40, 44, 'square');
    canvas.text(100, 56, out.show('sellerName') ?? '', { size: 15, bold: true, colour: supplier.colour });
    canvas.text(100, 70, supplier.tagline, { size: 8.5, italic: true, colour: '#5c6570' });
    stack(canvas, 45, 104, [
      ...addressRows(out, 'seller'),
      `${out.label('phone')} ${supplier.phone}`,
      labelled(out, 'siret', 'sellerLegalId'),
      labelled(out, 'sellerVatId', 'sellerVatId'),
    ]);

    canvas.fill(335, 40, 215, 24, supplier.colour);
    canvas.text(442, 57, title(out).toUpperCase(), { size: 14, bold: true, colour: '#ffffff', align: 'centre' });
    canvas.frame(335, 64, 215, 74, supplier.colour);
    stack(canvas, 343, 80, [
      labelled(out, numberLabel(out), 'invoiceNumber'),
      labelled(out, 'issueDate', 'issueDate'),
      labelled(out, 'buyerId', 'buyerId'),
      labelledText(out, 'original', invoice.originalNumber),
    ]);

    canvas.frame(300, 158, 250, 88);
    canvas.text(308, 170, out.label('billTo'), { size: 7.5, colour: '#5c6570' });
    canvas.text(308, 186, out.show('buyerName') ?? '', { size: 10, bold: true });
    stack(canvas, 308, 201, addressRows(out, 'buyer'), { size: 10 });
    if (supplier.traits.includes('buyerVatId') || invoice.regime === 'reverseCharge') {
      canvas.text(308, 236, labelled(out, 'buyerVatId', 'buyerVatId') ?? '', { size: 8.5 });
    }
    stack(canvas, 45, 206, [
      labelled(out, 'orderReference', 'orderReference'),
      labelledText(out, 'orderDate', invoice.orderDate && out.date(invoice.orderDate)),
      labelledText(out, 'deliveryNote', invoice.deliveryNote),
      labelled(out, 'deliveryDate', 'deliveryDate'),
    ]);

    const style: TableStyle = {
      size: 8.5,
      rules: 'grid',
      headFill: grey,
      headColour: '#1f2328',
      ruleColour: '#8a929b',
    };
    const columns = usualColumns(out, 45, [194, 46, 42, 79, 44, 42, 58]);
    const bottom = wholeTable(canvas, out, columns, 268, style, 520);

    const below = vatTable(canvas, out, 45, bottom + 16, 230, { size: 8, ruled: true, fill: grey });
    totalsBlock(canvas, totalRows(out, { vatPerRate: false }), 330, 550, bottom + 16, {
      size: 9.5,
      highlight: supplier.colour,
      ruled: true,
    });
    paymentBlock(canvas, out, 45, Math.max(below + 22, bottom + 90), 265, { size: 8.5, dueDate: true, legal: true });
    footer(canvas, out, { rule: supplier.colour });
  },
};
