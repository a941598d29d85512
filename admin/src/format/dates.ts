const MONTHS: readonly (readonly string[])[] = [
  ['janvier', 'janv', 'jan', 'january'],
  ['fevrier', 'fevr', 'fev', 'february', 'feb'],
  ['mars', 'mar', 'march'],
  ['avril', 'avr', 'april', 'apr'],
  ['mai', 'may'],
  ['juin', 'june', 'jun'],
  ['juillet', 'juil', 'july', 'jul'],
  ['aout', 'aou', 'august', 'aug'],
  ['septembre', 'sept', 'sep', 'september'],
  ['octobre', 'oct', 'october'],
  ['novembre', 'nov', 'november'],
  ['decembre', 'dec', 'december'],
];

/**
 * What a person types or a page shows, as `YYYY-MM-DD`; the day stands before the month. `03/04/2026`, `3.4.26`,
 * `03042026`, `3 avril 2026`, `April 3, 2026` and `2026-04-03` are all the third of April.
 * @returns null when it is no date between 1980 and 2100
 */
export function parseDate(text: string): string | null {
  const plain = text
    .normalize('NFD')
    .replace(/[\u0300-\u036f]/g, '')
    .toLowerCase()
    .replace(/(\d)(er|st|nd|rd|th)\b/g, '$1')
    .trim();
  const iso = /^(\d{4})[-/.](\d{1,2})[-/.](\d{1,2})$/.exec(plain);
  if (iso) return calendarDate(iso[1]!, Number(iso[2]), iso[3]!);
  const numbers =
    /^(\d{1,2})[-/.\s](\d{1,2})[-/.\s](\d{4}|\d{2})$/.exec(plain) ?? /^(\d{2})(\d{2})(\d{4})$/.exec(plain);
  if (numbers) return calendarDate(numbers[3]!, Number(numbers[2]), numbers[1]!);
  const words = plain.split(/[\s.,/-]+/).filter((word) => word !== '');
  const month = words.map(monthOf).find((number) => number !== null) ?? null;
  const figures = words.filter((word) => /^\d+$/.test(word));
  if (month === null || figures.length !== 2) return null;
  return calendarDate(figures[1]!, month, figures[0]!);
}

function monthOf(word: string): number | null {
  const at = MONTHS.findIndex((names) => names.includes(word));
  return at === -1 ? null : at + 1;
}

function calendarDate(yearText: string, month: number, dayText: string): string | null {
  const year = yearText.length === 2 ? 2000 + Number(yearText) : Number(yearText);
  const day = Number(dayText);
  const date = new Date(Date.UTC(year, month - 1, day));
  const real = date.getUTCFullYear() === year && date.getUTCMonth() === month - 1 && date.getUTCDate() === day;
  return real && year >= 1980 && year <= 2100 ? date.toISOString().slice(0, 10) : null;
}

/** `2026-04-03` → `03/04/2026`. */
export function formatDate(date: string | null, locale: string): string {
  if (date === null || !/^\d{4}-\d{2}-\d{2}$/.test(date)) return date ?? '';
  return new Intl.DateTimeFormat(locale, { day: '2-digit', month: '2-digit', year: 'numeric', timeZone: 'UTC' }).format(
    new Date(`${date}T00:00:00Z`),
  );
}

/** An instant in the reader's own time zone, to the minute. */
export function formatInstant(instant: string | null, locale: string): string {
  if (instant === null) return '';
  return new Intl.DateTimeFormat(locale, { dateStyle: 'short', timeStyle: 'short' }).format(new Date(instant));
}

/** Whole days from `from` to `to`. */
export function daysBetween(from: string, to: string): number {
  return Math.round((Date.parse(`${to}T00:00:00Z`) - Date.parse(`${from}T00:00:00Z`)) / 86_400_000);
}

/** Today where the reader is, `YYYY-MM-DD`. */
export function today(now = new Date()): string {
  const two = (number: number) => String(number).padStart(2, '0');
  return `${now.getFullYear()}-${two(now.getMonth() + 1)}-${two(now.getDate())}`;
}
