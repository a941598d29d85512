import { type Word } from '../../domain/index.js';

/** Why a text layer cannot be used. */
export type TextLayerFault = 'empty' | 'too_little' | 'symbols' | 'unmapped';

const FEWEST_WORDS = 5;
const MOST_UNMAPPED = 0.1;
const MOST_SYMBOLS = 0.5;

/** Characters without meaning: replacement and private-use characters, controls, noncharacters. */
const UNMAPPED = /[\uFFFD\uE000-\uF8FF\u0000-\u0008\u000E-\u001F\u007F-\u009F\uFFFE\uFFFF]/gu; // eslint-disable-line no-control-regex
const LETTER_OR_DIGIT = /[\p{L}\p{N}]/gu;

/** @returns null when the words can be used */
export function textLayerFault(words: readonly Word[]): TextLayerFault | null {
  if (words.length === 0) return 'empty';
  if (words.length < FEWEST_WORDS) return 'too_little';
  const text = words.map((word) => word.text).join('');
  const share = (pattern: RegExp) => (text.match(pattern)?.length ?? 0) / text.length;
  if (share(UNMAPPED) > MOST_UNMAPPED) return 'unmapped';
  if (1 - share(LETTER_OR_DIGIT) > MOST_SYMBOLS) return 'symbols';
  return null;
}
