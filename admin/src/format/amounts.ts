const SPACES = /[\s\u00a0\u202f\u2009']/g;

/**
 * What a person types or a page shows, as a decimal string with a dot: `1 234,56 €` → `1234.56`, `1.234,5` → `1234.5`.
 * The last of comma and dot is the decimal mark when both stand; one alone followed by exactly three digits is a
 * thousands mark when it stands more than once or is a dot (as in `1.234`).
 * @returns null when it is no number, or has more than 12 whole or `maxFraction` fractional digits
 */
export function parseDecimal(text: string, maxFraction = 2): string | null {
  const bare = text
    .replace(SPACES, '')
    .replace(/(EUR|USD|GBP|CHF|HT|TTC|TVA)/gi, '')
    .replace(/[€$£%*]/g, '');
  const negative = /^-|^\(.*\)$|-$|^−/.test(bare);
  const digits = bare.replace(/[()−-]/g, '');
  if (!/^\d[\d.,]*$|^[.,]\d+$/.test(digits)) return null;
  const mark = decimalMark(digits, maxFraction);
  const at = mark === -1 ? digits.length : mark;
  const grouped = digits.slice(0, at);
  const fraction = digits.slice(at + 1);
  if (!/^\d*$|^\d{1,3}([.,])\d{3}(\1\d{3})*$/.test(grouped)) return null;
  const whole = grouped.replace(/[.,]/g, '').replace(/^0+(?=\d)/, '') || '0';
  if (/[.,]/.test(fraction) || whole.length > 12) return null;
  const kept = fraction.replace(/0+$/, '');
  if (kept.length > maxFraction) return null;
  const zero = /^0*$/.test(whole + fraction);
  const value = fraction === '' ? whole : `${whole}.${fraction.slice(0, maxFraction)}`;
  return negative && !zero ? `-${value}` : value;
}

function decimalMark(digits: string, maxFraction: number): number {
  const [comma, dot] = [digits.lastIndexOf(','), digits.lastIndexOf('.')];
  if (comma !== -1 && dot !== -1) return Math.max(comma, dot);
  const at = Math.max(comma, dot);
  if (at === -1) return -1;
  const mark = digits[at]!;
  const times = digits.split(mark).length - 1;
  const thousands = times > 1 || (digits.length - at - 1 === 3 && (mark === '.' || maxFraction < 3));
  return thousands && at > 0 ? -1 : at;
}

/** A decimal string padded to at least two digits after the dot: `12.5` → `12.50`. */
export function withCents(value: string): string {
  const [whole = '0', fraction = ''] = value.split('.');
  return `${whole}.${fraction.padEnd(2, '0')}`;
}

export function formatDecimal(value: string | null, locale: string, minFraction = 2, maxFraction = 6): string {
  const number = value === null || value === '' ? NaN : Number(value);
  if (Number.isNaN(number)) return value ?? '';
  return new Intl.NumberFormat(locale, {
    minimumFractionDigits: minFraction,
    maximumFractionDigits: maxFraction,
  }).format(number);
}

/** `1 234,56 €`; without a known currency only the number. */
export function formatMoney(value: string | null, currency: string | null, locale: string): string {
  if (value === null) return '';
  if (!currency || !/^[A-Z]{3}$/.test(currency)) return formatDecimal(value, locale, 2, 2);
  return new Intl.NumberFormat(locale, { style: 'currency', currency }).format(Number(value));
}

/** Cents of a decimal string, for adding up while typing; null when it is no number. */
export function cents(value: string | null | undefined): number | null {
  if (value === null || value === undefined || value === '' || Number.isNaN(Number(value))) return null;
  return Math.round(Number(value) * 100);
}
