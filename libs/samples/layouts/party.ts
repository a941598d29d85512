import { type Canvas, type TextStyle } from '../canvas.js';
import { amountText, spacedSiren } from '../formats.js';
import { type LabelName, type PrintableField, type Printout } from '../printout.js';

/** Prints rows below one another and returns the baseline below the last. */
export function stack(
  canvas: Canvas,
  x: number,
  y: number,
  rows: readonly (string | null)[],
  style: TextStyle = {},
): number {
  let baseline = y;
  for (const row of rows) {
    if (row === null) continue;
    canvas.text(x, baseline, row, style);
    baseline += (style.size ?? 9) * 1.4;
  }
  return baseline;
}

/** `Street` and `Postcode Town`, the address on two rows, counted as shown. */
export function addressRows(out: Printout, whose: 'seller' | 'buyer'): string[] {
  out.show(whose === 'seller' ? 'sellerAddress' : 'buyerAddress');
  const company = whose === 'seller' ? out.invoice.supplier : out.invoice.buyer;
  return [company.street, `${company.postcode} ${company.city}`];
}

/** `Label : value` where there is a value. */
export function labelled(out: Printout, label: LabelName, field: PrintableField): string | null {
  const value = out.show(field);
  return value === null ? null : `${out.label(label)}${out.language === 'fr' ? '\u00a0: ' : ': '}${value}`;
}

export function labelledText(out: Printout, label: LabelName, value: string | null): string | null {
  return value === null ? null : `${out.label(label)}${out.language === 'fr' ? '\u00a0: ' : ': '}${value}`;
}

/** The name that the supplier's number has on this kind of document. */
export const numberLabel = (out: Printout): LabelName =>
  out.invoice.kind === 'invoice' ? 'invoiceNumber' : 'creditNumber';

export const title = (out: Printout): string => out.label(out.invoice.kind);

/** `SAS au capital de 60 000 € · RCS Lyon 289 123 456`, without the parts that a sole trader does not have. */
export function legalLine(out: Printout): string {
  const { supplier } = out.invoice;
  const capital =
    supplier.capitalEuros > 0
      ? ` ${out.label('capital', { amount: amountText(supplier.capitalEuros * 100, out.language).slice(0, -3) })}`
      : '';
  const registry = supplier.registry
    ? ` – ${out.label('registry', { city: supplier.registry, siren: spacedSiren(supplier.siren) })}`
    : '';
  return `${supplier.form}${capital}${registry}`;
}

/** The small print at the foot of every page, with the page number. */
export function footer(canvas: Canvas, out: Printout, style: { rule?: string; centred?: boolean } = {}): void {
  const { supplier } = out.invoice;
  const first = `${supplier.name} – ${legalLine(out)}`;
  const second = [
    addressRows(out, 'seller').join(', '),
    labelled(out, 'siret', 'sellerLegalId'),
    labelled(out, 'sellerVatId', 'sellerVatId'),
  ]
    .filter((part) => part !== null)
    .join(' – ');
  const small: TextStyle = { size: 7, colour: '#5c6570', align: style.centred === false ? 'left' : 'centre' };
  const x = style.centred === false ? 45 : 297;
  canvas.onEveryPage((page, pages) => {
    if (style.rule) canvas.line(45, 795, 550, 795, style.rule, 0.6);
    canvas.text(x, 806, first, small);
    canvas.text(x, 816, second, small);
    canvas.text(x, 826, `${supplier.mail} – ${out.label('phone')} ${supplier.phone}`, small);
    canvas.text(550, 826, out.label('page', { page, pages }), { ...small, align: 'right' });
  });
}

/** A mark in the supplier's colour with its initials: every supplier has a face. */
export function logo(
  canvas: Canvas,
  out: Printout,
  x: number,
  y: number,
  size: number,
  shape: 'disc' | 'square',
): void {
  const { name, colour } = out.invoice.supplier;
  const initials = name
    .split(/[\s’-]+/)
    .filter((word) => /^\p{Lu}/u.test(word))
    .slice(0, 2)
    .map((word) => word.charAt(0))
    .join('');
  if (shape === 'disc') canvas.circle(x + size / 2, y + size / 2, size / 2, colour);
  else canvas.fill(x, y, size, size, colour);
  canvas.text(x + size / 2, y + size * 0.64, initials, {
    size: size * 0.4,
    bold: true,
    colour: '#ffffff',
    align: 'centre',
  });
}
