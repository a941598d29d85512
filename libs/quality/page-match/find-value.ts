import { FIELD_KINDS, type Evidence, type FieldName } from '../../domain/index.js';
import currencies from './currencies.json' with { type: 'json' };
import { findName } from './find-name.js';
import { occurrences, type PageText } from './page-text.js';
import { amountPattern, brokenPatterns, datePattern, identifierPattern } from './patterns.js';

/** From this length on an identifier may stand in two pieces (an IBAN over two lines beside another column). */
const BREAKABLE_FROM = 14;

const SIGNS: Readonly<Record<string, readonly string[]>> = currencies;

/**
 * Where a value stands on the pages, in any usual way of printing it; null when it stands nowhere. Of several places
 * the last is taken for amounts, since totals stand at the end, and the first for everything else.
 */
export function findValue(pages: readonly PageText[], name: FieldName, value: string): readonly Evidence[] | null {
  switch (FIELD_KINDS[name]) {
    case 'date':
      return occurrences(pages, datePattern(value))[0] ?? null;
    case 'amount':
      return occurrences(pages, amountPattern(value)).at(-1) ?? null;
    case 'identifier':
      return findIdentifier(pages, value);
    case 'currency':
      return findCurrency(pages, value);
    case 'name':
      return findName(pages, value);
    case 'text':
      return findParts(pages, value);
    case 'documentType':
      return null;
  }
}

function findIdentifier(pages: readonly PageText[], value: string): readonly Evidence[] | null {
  const pattern = identifierPattern(value);
  const whole = pattern && occurrences(pages, pattern)[0];
  if (whole) return whole;
  if (value.length < BREAKABLE_FROM) return null;
  for (const page of pages) {
    for (const [head, tail] of brokenPatterns(value)) {
      const [first] = occurrences([page], head);
      const [second] = first ? occurrences([page], tail) : [];
      if (first && second) return [...first, ...second];
    }
  }
  return null;
}

function findCurrency(pages: readonly PageText[], currency: string): readonly Evidence[] | null {
  for (const page of pages) {
    const word = page.words.find(({ text }) => shows(text, currency));
    if (word) return [{ page: page.page, box: word.box }];
  }
  return null;
}

/** `12,00€`, `(EUR)` and `EUR/h` show EUR; `dem` shows nothing, since only codes and signs as they are written count. */
const shows = (word: string, currency: string): boolean =>
  word.split(/[\d\s.,:;()/[\]+-]+/).some((part) => (SIGNS[currency] ?? [currency]).includes(part));

/** Another currency than `currency` that the pages show; null when there is none or several could be meant. */
export function otherCurrency(pages: readonly PageText[], currency: string): string | null {
  const others = Object.keys(SIGNS).filter((code) => code !== currency && findCurrency(pages, code));
  return others.length === 1 ? others[0]! : null;
}

/** Text of several parts, such as an address, whose lines stand apart. At least half of the parts must be there. */
function findParts(pages: readonly PageText[], text: string): readonly Evidence[] | null {
  const parts = text.split(', ');
  const found = parts.flatMap((part) => {
    const place = findName(pages, part);
    return place ? [place] : [];
  });
  return found.length > 0 && found.length * 2 >= parts.length ? found.flat() : null;
}
