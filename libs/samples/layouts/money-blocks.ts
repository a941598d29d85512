import { type Canvas } from '../canvas.js';
import { type Printout } from '../printout.js';
import { type QrMatrix } from '../qr-code.js';
import { labelled } from './party.js';

export interface TotalRow {
  readonly label: string;
  readonly value: string;
  readonly strong: boolean;
}

/** Rows from the sum of the lines down to what is to be paid; the last one is the strong one. */
export function totalRows(out: Printout, options: { vatPerRate: boolean }): TotalRow[] {
  const { totals, kind } = out.invoice;
  const row = (label: string, value: string | null, strong = false): TotalRow => ({
    label,
    value: value ?? '',
    strong,
  });
  const rows: TotalRow[] = [];
  if (totals.discount > 0) {
    rows.push(row(out.label('subtotal'), out.money(totals.lines)));
    rows.push(row(out.label('globalDiscount'), `-${out.money(totals.discount)}`.replace('--', '')));
  }
  rows.push(row(out.label('totalWithoutVat'), out.show('totalWithoutVat')));
  if (options.vatPerRate) {
    for (const vat of totals.vatRows) {
      const label = out.label('vatAt', { rate: out.rate(vat.rate).replace(/[\s%]/g, '') });
      rows.push(row(label, out.money(vat.amount)));
    }
  }
  if (!options.vatPerRate || totals.vatRows.length > 1) rows.push(row(out.label('totalVat'), out.show('totalVat')));
  else out.show('totalVat');
  rows.push(row(out.label('totalWithVat'), out.show('totalWithVat'), true));
  if (totals.paid > 0) rows.push(row(out.label('paid'), `-${out.money(totals.paid)}`));
  const due = kind === 'creditNote' ? 'creditDue' : 'amountDue';
  rows.push(row(out.label(due), out.show('amountDue'), true));
  return rows;
}

/** Labels from `x`, amounts up to `right`; returns the y below. */
export function totalsBlock(
  canvas: Canvas,
  rows: readonly TotalRow[],
  x: number,
  right: number,
  y: number,
  style: { size: number; highlight: string | null; ruled: boolean },
): number {
  const height = style.size * 1.95;
  let top = y;
  rows.forEach((row, index) => {
    const last = index === rows.length - 1;
    if (last && style.highlight) canvas.fill(x, top, right - x, height, style.highlight);
    if (style.ruled) canvas.frame(x, top, right - x, height);
    const text = {
      size: style.size,
      bold: row.strong,
      ...(last && style.highlight ? { colour: '#ffffff' } : {}),
    };
    canvas.text(x + 6, top + height * 0.67, row.label, text);
    canvas.text(right - 6, top + height * 0.67, row.value, { ...text, align: 'right' });
    top += height;
  });
  return top;
}

/** The table of bases and VAT by rate; returns the y below. */
export function vatTable(
  canvas: Canvas,
  out: Printout,
  x: number,
  y: number,
  width: number,
  style: { size: number; ruled: boolean; fill: string | null },
): number {
  const height = style.size * 1.9;
  const stops = [x + width * 0.28, x + width * 0.64, x + width];
  const heads = [out.label('vatRate'), out.label('vatBase'), out.label('vatAmount')];
  const rows = out.invoice.totals.vatRows.map((row) => [
    out.rate(row.rate),
    out.amount(row.base),
    out.amount(row.amount),
  ]);
  if (style.fill) canvas.fill(x, y, width, height, style.fill);
  [heads, ...rows].forEach((cells, index) => {
    const top = y + index * height;
    cells.forEach((cell, at) =>
      canvas.text((stops[at] as number) - 5, top + height * 0.66, cell, {
        size: style.size,
        bold: index === 0,
        align: 'right',
      }),
    );
    if (style.ruled) canvas.frame(x, top, width, height);
    else canvas.line(x, top + height, x + width, top + height, '#c9cfd6', 0.5);
  });
  return y + (rows.length + 1) * height;
}

/** Terms, due date, bank account or the payer's masked one, and what the law wants said; returns the y below. */
export function paymentBlock(
  canvas: Canvas,
  out: Printout,
  x: number,
  y: number,
  width: number,
  options: { size: number; dueDate: boolean; legal: boolean },
): number {
  const { invoice } = out;
  const say = (text: string | null, at: number): number =>
    text === null ? at : canvas.paragraph(x, at, text, width, { size: options.size });
  let below = y;
  if (invoice.kind === 'invoice') {
    below = say(labelled(out, 'paymentTerms', 'paymentTerms'), below);
    if (options.dueDate) below = say(labelled(out, 'dueDate', 'dueDate'), below);
    below = invoice.paymentMethod === 'transfer' ? bankRows(out, say, below) : say(maskedAccount(out), below);
  }
  if (invoice.kind === 'creditNote') below = say(out.label('creditUse'), below);
  if (invoice.regime === 'exempt') below = say(out.label('exempt'), below + 3);
  if (invoice.regime === 'reverseCharge') below = say(out.label('reverse'), below + 3);
  if (!options.legal || invoice.kind === 'creditNote') return below;
  const small = { size: options.size - 1.5, colour: '#5c6570' };
  const early = out.label(invoice.earlyPayment ? 'early' : 'noEarly');
  return canvas.paragraph(x, below + 4, `${early} ${out.label('penalties')}`, width, small);
}

function bankRows(out: Printout, say: (text: string | null, at: number) => number, y: number): number {
  const below = say(`${out.label('bank')}${out.language === 'fr' ? '\u00a0: ' : ': '}${out.invoice.account.bank}`, y);
  return say(labelled(out, 'bic', 'bic'), say(labelled(out, 'iban', 'iban'), below));
}

/** A direct debit names the payer's account, not the seller's: nothing to pay to. */
const maskedAccount = (out: Printout): string =>
  `${out.label('iban')}\u00a0: FR76 **** **** **** **** **** ${out.invoice.customerNumber.slice(-3)}`;

/** The code's side is `size`, quiet zone not included. */
export function qrBlock(canvas: Canvas, out: Printout, qr: QrMatrix | null, x: number, y: number, size: number): void {
  if (!qr) return;
  const cell = size / qr.size;
  canvas.fill(x - 4 * cell, y - 4 * cell, size + 8 * cell, size + 8 * cell, '#ffffff');
  for (let row = 0; row < qr.size; row++) {
    for (let column = 0; column < qr.size; column++) {
      if (qr.dark(row, column)) canvas.fill(x + column * cell, y + row * cell, cell * 1.02, cell * 1.02, '#000000');
    }
  }
  canvas.text(x + size / 2, y + size + 12, out.label('scan'), { size: 7, align: 'centre', colour: '#5c6570' });
}
