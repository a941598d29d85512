import { type CalendarDate, calendarDate } from '../../domain/index.js';
import { type Line, type Token, type Span } from '../layout/index.js';
import months from './months.json' with { type: 'json' };

export type DayOrder = 'dmy' | 'mdy';

/** A date as printed. Numeric ones may be read two ways until the document's order is known. */
export interface DateValue extends Span {
  readonly dmy: CalendarDate | null;
  readonly mdy: CalendarDate | null;
}

const MONTHS = new Map<string, number>();
for (const names of Object.values(months)) {
  names.forEach((spellings, index) => {
    for (const spelling of spellings.split(' ')) MONTHS.set(spelling, index + 1);
  });
}

export const monthOf = (norm: string): number | null => MONTHS.get(norm) ?? null;

const fullYear = (text: string): number => (text.length === 2 ? 2000 + Number(text) : Number(text));

type Reading = Pick<DateValue, 'dmy' | 'mdy'>;
const sure = (date: CalendarDate | null): Reading | null => (date === null ? null : { dmy: date, mdy: date });

/** One printed form with day, month and year in digits. */
export function readNumericDate(text: string): Reading | null {
  const plain = text.replace(/[,;).]+$/, '').replace(/^\(/, '');
  let match = /^(\d{4})([-/.])(\d{1,2})\2(\d{1,2})(?:T.*)?$/.exec(plain);
  if (match) return sure(calendarDate(Number(match[1]), Number(match[3]), Number(match[4])));
  match = /^((?:19|20)\d{2})(\d{2})(\d{2})$/.exec(plain);
  if (match) return sure(calendarDate(Number(match[1]), Number(match[2]), Number(match[3])));
  match = /^(\d{1,2})([-/.])(\d{1,2})\2(\d{4}|\d{2})$/.exec(plain);
  if (!match) return null;
  const [first, second, year] = [Number(match[1]), Number(match[3]), fullYear(match[4]!)];
  const dmy = calendarDate(year, second, first);
  const mdy = match[2] === '.' ? null : calendarDate(year, first, second);
  return dmy === null && mdy === null ? null : { dmy, mdy };
}

const dayOf = (text: string): number | null => {
  const match = /^(\d{1,2})(?:\.|,|er|e|st|nd|rd|th|º|°)?,?$/i.exec(text);
  return match ? Number(match[1]) : null;
};
const yearOf = (text: string): number | null => {
  const match = /^((?:19|20)\d{2}|['’]?\d{2})[,.;)]*$/.exec(text);
  return match ? fullYear(match[1]!.replace(/['’]/, '')) : null;
};

const SKIPPED = new Set(['de', 'del', 'of', 'di']);

function readWritten(tokens: readonly Token[], at: number): { reading: Reading; used: number } | null {
  const next = (index: number): { token: Token; index: number } | null => {
    for (let i = index; i < Math.min(tokens.length, index + 2); i++) {
      const token = tokens[i]!;
      if (token.norm !== '' && !SKIPPED.has(token.norm)) return { token, index: i };
    }
    return null;
  };
  const first = tokens[at]!;
  const second = next(at + 1);
  const third = second && next(second.index + 1);
  if (!second || !third) return null;
  const year = yearOf(third.token.text);
  if (year === null) return null;
  const asDay = dayOf(first.text);
  const asMonth = monthOf(first.norm);
  let date: CalendarDate | null = null;
  if (asDay !== null && monthOf(second.token.norm) !== null) {
    date = calendarDate(year, monthOf(second.token.norm)!, asDay);
  } else if (asMonth !== null && dayOf(second.token.text) !== null) {
    date = calendarDate(year, asMonth, dayOf(second.token.text)!);
  }
  const reading = sure(date);
  return reading && { reading, used: third.index - at + 1 };
}

/** `5-Mar-2024`, `05/mars/24`. */
function readMixed(text: string): Reading | null {
  const match = /^(\d{1,2})[-/. ]?([\p{L}.]{3,10})[-/. ](\d{4}|\d{2})$/u.exec(text);
  if (!match) return null;
  const norm = match[2]!
    .normalize('NFKD')
    .replace(/[^a-zA-Z]/g, '')
    .toLowerCase();
  const month = monthOf(norm);
  return month === null ? null : sure(calendarDate(fullYear(match[3]!), month, Number(match[1])));
}

/** Numeric dates torn into words: `15 / 03 / 2024`. */
function readTorn(tokens: readonly Token[], at: number): { reading: Reading; used: number } | null {
  let text = '';
  for (let i = at; i < Math.min(tokens.length, at + 5); i++) {
    if (!/^[\d/.-]+$/.test(tokens[i]!.text)) return null;
    text += tokens[i]!.text;
    if (i === at || !/^\d{1,2}[-/.]\d{1,2}[-/.]\d{4}$/.test(text)) continue;
    const reading = readNumericDate(text);
    return reading && { reading, used: i - at + 1 };
  }
  return null;
}

/** All dates of a line. A time of day behind a date is not part of it. */
export function datesOf(line: Line): DateValue[] {
  const found: DateValue[] = [];
  const { tokens } = line;
  for (let i = 0; i < tokens.length; i++) {
    const alone = readNumericDate(tokens[i]!.text) ?? readMixed(tokens[i]!.text);
    const hit = alone ? { reading: alone, used: 1 } : (readWritten(tokens, i) ?? readTorn(tokens, i));
    if (hit === null) continue;
    const own = tokens.slice(i, i + hit.used);
    const last = own[own.length - 1]!;
    found.push({
      ...hit.reading,
      tokens: own,
      line: line.index,
      page: line.page,
      x0: own[0]!.x0,
      x1: last.x1,
      y0: own[0]!.y0,
      y1: last.y1,
    });
    i += hit.used - 1;
  }
  return found;
}

/**
 * Day first unless the document shows otherwise: a date that is none the other way round decides;
 * else `usual`, the habit of its currency and language.
 */
export function dayOrderOf(dates: readonly DateValue[], usual: DayOrder): DayOrder {
  let dmy = 0;
  let mdy = 0;
  for (const date of dates) {
    if (date.dmy !== null && date.mdy === null && !/\./.test(date.tokens[0]!.text)) dmy++;
    if (date.mdy !== null && date.dmy === null) mdy++;
  }
  if (dmy === mdy) return usual;
  return dmy > mdy ? 'dmy' : 'mdy';
}
