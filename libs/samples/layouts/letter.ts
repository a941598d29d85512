import { type Layout } from './layout.js';
import { type TableStyle, usualColumns, wholeTable } from './line-table.js';
import { paymentBlock, totalRows, totalsBlock } from './money-blocks.js';
import { addressRows, footer, labelledText, labelled, numberLabel, stack } from './party.js';

/** A tradesperson's letter: place and date in words, a subject line, a plain list and a closing sentence. */
export const letter: Layout = {
  id: 'letter',
  onePage: true,
  draw(canvas, out) {
    const { invoice } = out;
    const { supplier } = invoice;
    canvas.text(62, 66, out.show('sellerName') ?? '', { size: 17, bold: true, colour: supplier.colour });
    canvas.text(62, 82, supplier.tagline, { size: 10, italic: true, colour: '#5c6570' });
    stack(canvas, 62, 104, [...addressRows(out, 'seller'), `${out.label('phone')} ${supplier.phone}`, supplier.mail], {
      size: 9.5,
    });

    canvas.text(330, 132, out.show('buyerName') ?? '', { size: 11 });
    stack(canvas, 330, 147, addressRows(out, 'buyer'), { size: 11 });
    canvas.text(330, 204, out.label('dated', { city: supplier.city, date: out.show('issueDate') ?? '' }), {
      size: 10.5,
    });

    canvas.text(62, 244, `${out.label(numberLabel(out))} ${out.show('invoiceNumber') ?? ''}`, {
      size: 13,
      bold: true,
      colour: supplier.colour,
    });
    canvas.line(62, 252, 533, 252, supplier.colour, 0.8);
    const below = stack(
      canvas,
      62,
      270,
      [
        labelled(out, 'buyerId', 'buyerId'),
        labelledText(out, 'original', invoice.originalNumber),
        invoice.regime === 'reverseCharge' ? labelled(out, 'buyerVatId', 'buyerVatId') : null,
      ],
      { size: 9.5 },
    );

    const style: TableStyle = {
      size: 9.5,
      rules: 'rows',
      headFill: null,
      headColour: '#1f2328',
      ruleColour: '#1f2328',
    };
    const columns = usualColumns(out, 57, [208, 45, 45, 68, 0, 46, 69]);
    const bottom = wholeTable(canvas, out, columns, below + 6, style);
    const end = totalsBlock(canvas, totalRows(out, { vatPerRate: true }), 300, 538, bottom + 12, {
      size: 10.5,
      highlight: null,
      ruled: false,
    });
    const after = paymentBlock(canvas, out, 62, end + 26, 470, { size: 9.5, dueDate: true, legal: true });
    canvas.text(62, after + 16, out.label('thanks'), { size: 10, italic: true });
    canvas.text(533, after + 16, supplier.name, { size: 11, italic: true, align: 'right' });
    footer(canvas, out, { rule: '#b9c0c8' });
  },
};
