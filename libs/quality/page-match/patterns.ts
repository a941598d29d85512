import { type CalendarDate } from '../../domain/index.js';
import { plainText } from '../metrics/similarity.js';
import months from './months.json' with { type: 'json' };

const alternatives = (texts: readonly string[]): string => `(?:${texts.join('|')})`;

/** A date in the usual forms, day first and (as in the United States) month first, digits or month names. */
export function datePattern(date: CalendarDate): RegExp {
  const [year = '', month = '', day = ''] = date.split('-');
  const y = `(?:${year}|'?${year.slice(2)})`;
  const [m, d] = [month, day].map((part) => (part.startsWith('0') ? `0?${part[1]}` : part));
  const name = `${alternatives(months[Number(month) - 1]!)}\\.?`;
  const sep = '\\s?[./\\-\\s]\\s?';
  const loose = '[\\s.,\\-/]*';
  const forms = [
    `${d}${sep}${m}${sep}${y}`,
    `${m}${sep}${d}${sep}${y}`,
    `${year}\\s?[./\\-\\s]?\\s?${month}\\s?[./\\-\\s]?\\s?${day}`,
    `${year}${sep}${m}${sep}${d}`,
    `${day}${month}${year}`,
    `${d}(?:er|st|nd|rd|th|o)?${loose}(?:de |of )?${name}${loose}(?:de |del )?${y}`,
    `${name}${loose}${d}(?:st|nd|rd|th)?${loose}${y}`,
  ];
  return new RegExp(`(?<!\\d)${alternatives(forms)}(?!\\d)`, 'gu');
}

/** From this value on, an amount without cents may be printed without decimals. */
const BARE_FROM = 100;

/** An amount with any separators of thousands and decimals, whatever its sign. */
export function amountPattern(amount: string): RegExp {
  const [whole = '0', fraction = ''] = amount.replace('-', '').split('.');
  const groups = whole.replace(/^0+(?=\d)/, '').replace(/\B(?=(\d{3})+$)/g, "[ .,']?");
  const cents = fraction.replace(/0+$/, '');
  const point = ' ?[.,] ?';
  const zeros = `(?:${point}0{1,6}|[.,]-{1,2})`;
  const decimals =
    cents === ''
      ? zeros + (Number(whole) >= BARE_FROM ? '?' : '')
      : `${point}${fraction.slice(0, 2)}${fraction.slice(2)}0*`;
  return new RegExp(`(?<!\\d|\\d[.,'])${groups}${decimals}(?!\\d|[.,]\\d)`, 'gu');
}

const letters = (identifier: string): string[] => [...plainText(identifier).replace(/\s/g, '')];

/** Shorter identifiers may not be put together from several words: every page has digits side by side. */
const SPREAD_FROM = 6;
const between = (length: number): string => (length >= SPREAD_FROM ? '[^\\p{L}\\p{N}]{0,6}' : '[./_-]?');

/** No identifier is longer; a longer text would only make a monstrous pattern. */
const LONGEST = 60;

/** An identifier with spaces and punctuation anywhere; null for a text that cannot be one. */
export function identifierPattern(identifier: string): RegExp | null {
  const chars = letters(identifier);
  if (chars.length === 0 || chars.length > LONGEST) return null;
  return new RegExp(`(?<![\\p{L}\\p{N}])${chars.join(between(chars.length))}(?![\\p{L}\\p{N}])`, 'gu');
}

/** Shortest pieces of an identifier that was broken over two places. */
const HEAD = 8;
const TAIL = 4;

/** The ways in which a long identifier can be broken in two, as pairs of patterns; the longest heads first. */
export function brokenPatterns(identifier: string): [head: RegExp, tail: RegExp][] {
  const chars = letters(identifier);
  const pairs: [RegExp, RegExp][] = [];
  if (chars.length > LONGEST) return pairs;
  for (let at = chars.length - TAIL; at >= HEAD; at--) {
    const [head, tail] = [identifierPattern(chars.slice(0, at).join('')), identifierPattern(chars.slice(at).join(''))];
    if (head && tail) pairs.push([head, tail]);
  }
  return pairs;
}
