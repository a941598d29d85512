import { textOf, type Token } from '../layout/index.js';
import { type NameCandidate } from './names.js';
import { isContact, isCountry, isPostalLine, partsOfLetterhead } from './text.js';

export interface Address {
  readonly text: string;
  readonly tokens: readonly Token[];
}

const LABELLED = /^[\p{L}\s.°]{2,22}:/u;

/** The lines under a name down to the one with the postal code, and a country behind it; null without a postal code. */
export function addressOf(name: NameCandidate): Address | null {
  const own = name.segment;
  const parts = partsOfLetterhead(own.text).slice(1);
  const inline = parts.findIndex(isPostalLine);
  if (inline >= 0) {
    const end = parts[inline + 1] !== undefined && isCountry(parts[inline + 1]!) ? inline + 2 : inline + 1;
    return { text: parts.slice(0, end).join(', '), tokens: own.tokens };
  }
  const lines: string[] = [];
  const tokens: Token[] = [];
  const { below } = name;
  for (const [index, segment] of below.entries()) {
    const text = segment.text.replace(/[\s,]+$/, '').trim();
    if (LABELLED.test(text) || isContact(text)) {
      if (lines.length > 0) return null;
      continue;
    }
    lines.push(text);
    tokens.push(...segment.tokens);
    if (!isPostalLine(text)) continue;
    const next = below[index + 1];
    if (next !== undefined && isCountry(textOf(next.tokens))) {
      lines.push(next.text.trim());
      tokens.push(...next.tokens);
    }
    const street = lines.findIndex((line) => /\d/.test(line));
    return { text: lines.slice(Math.max(0, street)).join(', '), tokens };
  }
  return null;
}
