import { type Segment, type Token } from '../layout/index.js';
import { type NameCandidate } from './names.js';
import { isContact, isPostalLine, opensWithStreet, partsOfLetterhead } from './text.js';

export interface Address {
  readonly text: string;
  readonly tokens: readonly Token[];
}

const LABELLED = /^[\p{L}\s.°]{2,22}:/u;

/** `… , 84340 Malaucène - France`: the parts of one line up to the one with the postal code. */
function inOneLine(segment: Segment, skip: number): Address | null {
  const parts = partsOfLetterhead(segment.text).slice(skip);
  const postal = parts.findIndex(isPostalLine);
  return postal < (skip > 0 ? 0 : 1) ? null : { text: parts.slice(0, postal + 1).join(', '), tokens: segment.tokens };
}

function underneath(below: readonly Segment[]): Address | null {
  const lines: { text: string; segment: Segment }[] = [];
  for (const segment of below) {
    const text = segment.text.replace(/[\s,]+$/, '').trim();
    const whole = inOneLine(segment, 0);
    if (whole !== null) return whole;
    if (LABELLED.test(text) || isContact(text)) {
      if (lines.length > 0) return null;
      continue;
    }
    lines.push({ text, segment });
    if (!isPostalLine(text)) continue;
    const street = lines.findIndex((line) => /\d/.test(line.text) || opensWithStreet(line.text));
    const own = lines.slice(street === lines.length - 1 ? Math.max(0, street - 1) : street);
    return { text: own.map((line) => line.text).join(', '), tokens: own.flatMap((line) => line.segment.tokens) };
  }
  return null;
}

/**
 * The lines under a name down to the one with the postal code, or behind the name on its own line; null without a
 * postal code. `others` are further places where the same name stands, for example in the footer.
 */
export function addressOf(name: NameCandidate, others: readonly NameCandidate[] = []): Address | null {
  for (const place of [name, ...others]) {
    const found = inOneLine(place.segment, 1) ?? underneath(place.below);
    if (found !== null) return found;
  }
  return null;
}
