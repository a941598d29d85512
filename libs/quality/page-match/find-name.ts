import { type Evidence } from '../../domain/index.js';
import { SIMILAR_ENOUGH } from '../metrics/match.js';
import { arePlainlySimilar, editDistance, plainText } from '../metrics/similarity.js';
import { evidenceOf, type PageText } from './page-text.js';

interface Token {
  readonly text: string;
  readonly word: number;
}

const tokensOf = (page: PageText): Token[] =>
  page.words.flatMap((word, index) => {
    const text = plainText(word.text);
    return text === '' ? [] : [{ text, word: index }];
  });

/** Enough to recognise a name or a line by; payment terms may be pages long. */
const LONGEST_WORDS = 12;

/** Where a name or line of text stands, allowing for small slips; null when it stands nowhere in one piece. */
export function findName(pages: readonly PageText[], name: string): Evidence[] | null {
  const wanted = plainText(name).split(' ').slice(0, LONGEST_WORDS).join(' ');
  const length = wanted.split(' ').length;
  let best: { distance: number; evidence: Evidence[] } | null = null;
  if (wanted === '') return null;
  for (const page of pages) {
    const tokens = tokensOf(page);
    for (let start = 0; start < tokens.length; start++) {
      for (let size = Math.max(1, length - 1); size <= length + 1; size++) {
        const window = tokens.slice(start, start + size);
        const text = window.map((token) => token.text).join(' ');
        if (!arePlainlySimilar(text, wanted, SIMILAR_ENOUGH)) continue;
        const distance = editDistance(text, wanted);
        if (best && distance >= best.distance) continue;
        best = {
          distance,
          evidence: evidenceOf(
            page,
            window.map((token) => token.word),
          ),
        };
      }
    }
  }
  return best?.evidence ?? null;
}

/** Words too short to tell anything. */
const TELLING = 3;

/** Share of a name's words that the pages show, wherever: a name broken over columns, or one with more in it than is printed. */
export function shareOfWords(pages: readonly PageText[], name: string): number {
  const wanted = plainText(name)
    .split(' ')
    .filter((word) => word.length >= TELLING);
  if (wanted.length === 0) return 0;
  const shown = new Set(pages.flatMap((page) => tokensOf(page).map((token) => token.text)));
  return wanted.filter((word) => shown.has(word)).length / wanted.length;
}
