import {
  addDays,
  calendarDate,
  currencyExponent,
  formatFixed,
  formatMicro,
  MICRO_SCALE,
  parseFixed,
  type CalendarDate,
} from '../../domain/index.js';

/** An XML Schema decimal (`.5`, `5.`, `+5` too) as integer of 10^-scale units, or null when it is none. */
export function decimal(text: string | null, scale: number): number | null {
  const match = /^([+-]?)(\d*)(?:\.(\d*))?$/.exec(text?.trim() ?? '');
  if (!match || (!match[2] && !match[3])) return null;
  try {
    return parseFixed(`${match[1]}${match[2] || '0'}.${match[3] || '0'}`, scale);
  } catch {
    return null;
  }
}

/** The amount as a decimal string with the digits of its currency. */
export function amount(text: string | null, currency: string | null, sign: 1 | -1): string | null {
  const scale = currencyExponent(currency);
  const units = decimal(text, scale);
  return units === null ? null : formatFixed(units * sign || 0, scale);
}

export const percent = (text: string | null): string | null => {
  const units = decimal(text, 2);
  return units === null ? null : formatFixed(units, 2);
};

export const micro = (text: string | null): number | null => decimal(text, MICRO_SCALE);

/** Price of one unit, from the price of `basis` units; at least two digits after the dot. */
export function unitPrice(price: number | null, basis: number | null): string | null {
  if (price === null) return null;
  const one = basis === null || basis <= 0 ? price : Math.round((price * 10 ** MICRO_SCALE) / basis);
  return Number.isSafeInteger(one) ? formatMicro(one, 2) : null;
}

type DateForm = readonly [pattern: RegExp, date: (parts: number[]) => CalendarDate | null];

const century = (year: number): number => (year < 80 ? 2000 : 1900) + year;
const ymd: DateForm = [/^(\d{4})(\d\d)(\d\d)/, ([y = 0, m = 0, d = 0]) => calendarDate(y, m, d)];
const iso: DateForm = [/^(\d{4})-(\d\d)-(\d\d)/, ([y = 0, m = 0, d = 0]) => calendarDate(y, m, d)];

/** UN/EDIFACT 2379. A month (610) or a week (616) names no day; for a week its Monday would be a guess, so both are null. */
const DATE_FORMS: Record<string, DateForm> = {
  '2': [/^(\d\d)(\d\d)(\d\d)$/, ([d = 0, m = 0, y = 0]) => calendarDate(century(y), m, d)],
  '3': [/^(\d\d)(\d\d)(\d\d)$/, ([m = 0, d = 0, y = 0]) => calendarDate(century(y), m, d)],
  '4': [/^(\d\d)(\d\d)(\d{4})$/, ([d = 0, m = 0, y = 0]) => calendarDate(y, m, d)],
  '101': [/^(\d\d)(\d\d)(\d\d)$/, ([y = 0, m = 0, d = 0]) => calendarDate(century(y), m, d)],
  '102': ymd,
  '105': [/^(\d\d)(\d{3})$/, ([y = 0, n = 0]) => dayOfYear(century(y), n)],
  '107': [/^(\d{4})(\d{3})$/, ([y = 0, n = 0]) => dayOfYear(y, n)],
  '203': ymd,
  '204': ymd,
  '205': ymd,
};

const dayOfYear = (year: number, day: number): CalendarDate | null => {
  const first = calendarDate(year, 1, 1);
  return first && day >= 1 && day <= 366 ? addDays(first, day - 1) : null;
};

/** A date of an e-invoice: by its format code, else (or where the code is wrong) ISO 8601, else `YYYYMMDD`. */
export function dateValue(text: string, format: string | null | undefined): CalendarDate | null {
  const forms = [...(format && DATE_FORMS[format] ? [DATE_FORMS[format]] : []), iso];
  if (!format || !DATE_FORMS[format]) forms.push([/^(\d{4})(\d\d)(\d\d)$/, ymd[1]]);
  for (const [pattern, make] of forms) {
    const match = pattern.exec(text.trim());
    const date = match && make(match.slice(1).map(Number));
    if (date) return date;
  }
  return null;
}
