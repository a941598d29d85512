import { type Layout } from './layout.js';
import { paymentBlock, totalRows, totalsBlock, vatTable } from './money-blocks.js';
import { addressRows, labelled, labelledText, legalLine, numberLabel, stack, title } from './party.js';

const LEFT = 130;
const RIGHT = 465;
const CENTRE = (LEFT + RIGHT) / 2;

/** A small shop: one narrow column, each article on two rows, as from a till with an A4 printer. */
export const shop: Layout = {
  id: 'shop',
  onePage: true,
  draw(canvas, out) {
    const { invoice } = out;
    const { supplier } = invoice;
    const middle = (y: number, text: string, size: number, bold = false): void =>
      canvas.text(CENTRE, y, text, { size, bold, align: 'centre' });
    canvas.text(CENTRE, 62, out.show('sellerName') ?? '', {
      size: 17,
      bold: true,
      align: 'centre',
      colour: supplier.colour,
    });
    canvas.text(CENTRE, 78, supplier.tagline, { size: 9, italic: true, align: 'centre' });
    addressRows(out, 'seller').forEach((row, index) => middle(96 + index * 13, row, 9));
    middle(122, `${out.label('phone')} ${supplier.phone} – ${supplier.mail}`, 9);
    middle(
      135,
      `${labelled(out, 'siret', 'sellerLegalId') ?? ''} – ${labelled(out, 'sellerVatId', 'sellerVatId') ?? ''}`,
      8,
    );
    canvas.line(LEFT, 146, RIGHT, 146, supplier.colour, 1);

    middle(168, title(out).toUpperCase(), 14, true);
    stack(canvas, LEFT, 190, [
      labelled(out, numberLabel(out), 'invoiceNumber'),
      labelled(out, 'issueDate', 'issueDate'),
      labelled(out, 'deliveryDate', 'deliveryDate'),
      labelledText(out, 'original', invoice.originalNumber),
    ]);
    stack(canvas, 310, 190, [
      out.label('billTo'),
      out.show('buyerName'),
      ...addressRows(out, 'buyer'),
      labelled(out, 'buyerId', 'buyerId'),
    ]);

    let y = 274;
    canvas.line(LEFT, y - 14, RIGHT, y - 14, '#8a929b', 0.5);
    for (const line of out.lines()) {
      canvas.text(LEFT, y, line.description, { size: 9.5, bold: true });
      canvas.text(RIGHT, y, out.money(line.net), { size: 9.5, align: 'right' });
      const detail = `${out.quantity(line)} ${line.unit} × ${out.unitPrice(line)} € HT`;
      canvas.text(LEFT + 10, y + 12, detail, { size: 8.5, colour: '#4b5560' });
      canvas.text(RIGHT - 74, y + 12, `${out.label('vatRate')} ${out.rate(line.vatRate)}`, {
        size: 8.5,
        colour: '#4b5560',
        align: 'right',
      });
      y += 30;
    }
    canvas.line(LEFT, y - 10, RIGHT, y - 10, '#8a929b', 0.5);
    const below = totalsBlock(canvas, totalRows(out, { vatPerRate: false }), LEFT - 6, RIGHT + 6, y - 2, {
      size: 10.5,
      highlight: supplier.colour,
      ruled: false,
    });
    const vat = vatTable(canvas, out, LEFT, below + 14, RIGHT - LEFT, { size: 8.5, ruled: false, fill: null });
    const end = paymentBlock(canvas, out, LEFT, vat + 26, RIGHT - LEFT, { size: 9, dueDate: true, legal: true });
    canvas.text(CENTRE, end + 16, out.label('thanks'), { size: 9.5, italic: true, align: 'centre' });
    middle(818, `${supplier.name} – ${legalLine(out)}`, 7);
  },
};
