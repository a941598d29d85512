import { type Word } from '../../domain/index.js';

/** What can be counted about a text layer; shares are of its characters unless said otherwise. */
export interface TextLayerFeatures {
  readonly characters: number;
  readonly words: number;
  /** Private-use, unassigned, control and replacement characters: what a font without a usable mapping gives. */
  readonly unmapped: number;
  /** UTF-8 read as Latin-1 or the like: `Ã©`, `â‚¬`. */
  readonly mojibake: number;
  /** Letters and digits. */
  readonly readable: number;
  /** Of the words with three letters and more: those that hold a vowel, as words of European languages do; 1 when they are too few. */
  readonly withVowel: number;
  /** Of all words: those of one character. */
  readonly single: number;
}

export type UnusableReason = 'too_little' | 'unmapped' | 'mojibake' | 'symbols' | 'no_words' | 'scattered';

const UNMAPPED = /[\p{Co}\p{Cn}\p{Cc}\ufffd]/u;
const MOJIBAKE = /Ã[\u0080-\u00bf©¨ªª§´¢¹»¼]|â‚¬|â€[\u0080-\u009f™œ“”˜]|Â[°€£«»\u00a0]/gu;
const READABLE = /[\p{L}\p{N}]/u;
const VOWEL = /[aeiouyàâäéèêëîïôöùûüæœåøáíóúãõ]/iu;

/** An invoice says more than this; less is a stamp or page number over a picture. */
const LEAST_CHARACTERS = 60;
const LEAST_WORDS = 12;

export function textLayerFeatures(words: readonly Word[]): TextLayerFeatures {
  const text = words.map((word) => word.text).join(' ');
  const characters = [...text].filter((char) => char !== ' ');
  const share = (count: number, of: number): number => (of === 0 ? 0 : count / of);
  const lettered = words.filter((word) => /^\p{L}{3,}$/u.test(word.text));
  const mojibake = [...text.matchAll(MOJIBAKE)].reduce((sum, match) => sum + match[0].length, 0);
  return {
    characters: characters.length,
    words: words.length,
    unmapped: share(characters.filter((char) => UNMAPPED.test(char)).length, characters.length),
    mojibake: share(mojibake, characters.length),
    readable: share(characters.filter((char) => READABLE.test(char)).length, characters.length),
    withVowel:
      lettered.length < 5 ? 1 : share(lettered.filter((word) => VOWEL.test(word.text)).length, lettered.length),
    single: share(words.filter((word) => [...word.text].length === 1).length, words.length),
  };
}

/** Why the words of a text layer should not be trusted, null when they can be. */
export function unusable(words: readonly Word[]): UnusableReason | null {
  const features = textLayerFeatures(words);
  if (features.characters < LEAST_CHARACTERS || features.words < LEAST_WORDS) return 'too_little';
  if (features.unmapped > 0.1) return 'unmapped';
  if (features.mojibake > 0.05) return 'mojibake';
  if (features.readable < 0.55) return 'symbols';
  if (features.withVowel < 0.5) return 'no_words';
  return features.single > 0.75 ? 'scattered' : null;
}
