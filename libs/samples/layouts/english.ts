import { type Layout } from './layout.js';
import { type TableStyle, usualColumns, wholeTable } from './line-table.js';
import { paymentBlock, qrBlock, totalRows, totalsBlock } from './money-blocks.js';
import { addressRows, footer, labelled, labelledText, numberLabel, stack, title } from './party.js';

/** A French consultancy that bills in English: labels in English, identifiers French, dates in words. */
export const english: Layout = {
  id: 'english',
  onePage: true,
  draw(canvas, out, { qr }) {
    const { invoice } = out;
    const { supplier } = invoice;
    canvas.text(45, 72, title(out).toUpperCase(), { size: 26, bold: true, colour: supplier.colour });
    canvas.text(550, 60, out.show('sellerName') ?? '', { size: 12, bold: true, align: 'right' });
    stack(
      canvas,
      550,
      75,
      [...addressRows(out, 'seller'), labelled(out, 'sellerVatId', 'sellerVatId'), supplier.mail],
      { align: 'right' },
    );
    canvas.fill(45, 140, 505, 2, supplier.colour);

    canvas.text(45, 166, out.label('billTo'), { size: 8, bold: true, colour: '#6b7480' });
    canvas.text(45, 181, out.show('buyerName') ?? '', { size: 10.5, bold: true });
    stack(canvas, 45, 195, [...addressRows(out, 'buyer'), 'France', labelled(out, 'buyerVatId', 'buyerVatId')]);

    const facts: [string, string | null][] = [
      [out.label(numberLabel(out)), out.show('invoiceNumber')],
      [out.label('issueDate'), out.show('issueDate')],
      [out.label('dueDate'), out.show('dueDate')],
      [out.label('buyerId'), out.show('buyerId')],
      [out.label('orderReference'), out.show('orderReference')],
      [out.label('original'), invoice.originalNumber],
    ];
    facts
      .filter(([, value]) => value !== null)
      .forEach(([label, value], index) => {
        canvas.text(340, 168 + index * 15, label, { colour: '#6b7480' });
        canvas.text(550, 168 + index * 15, value ?? '', { bold: true, align: 'right' });
      });

    const style: TableStyle = {
      size: 9,
      rules: 'stripes',
      headFill: supplier.colour,
      headColour: '#ffffff',
      ruleColour: '#8a929b',
    };
    const columns = usualColumns(out, 45, [214, 48, 52, 72, 0, 44, 75]);
    const bottom = wholeTable(canvas, out, columns, 284, style);
    const below = totalsBlock(canvas, totalRows(out, { vatPerRate: true }), 340, 550, bottom + 14, {
      size: 10,
      highlight: supplier.colour,
      ruled: false,
    });
    paymentBlock(canvas, out, 45, below + 40, qr ? 380 : 500, { size: 9, dueDate: false, legal: true });
    qrBlock(canvas, out, qr, 462, below + 36, 80);
    canvas.text(45, 770, labelledText(out, 'siret', out.show('sellerLegalId')) ?? '', { size: 8 });
    canvas.text(550, 770, out.label('thanks'), { italic: true, align: 'right' });
    footer(canvas, out, { rule: '#c9cfd6' });
  },
};
