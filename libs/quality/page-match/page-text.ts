import { boxHeight, sameLine, unionBox, type Box, type Evidence, type OcrPage, type Word } from '../../domain/index.js';

/** A page as one searchable string that still knows its words. */
export interface PageText {
  readonly page: number;
  /** Lower case without accents; words parted by a space, by a tab where a column ends, by a line feed between lines. */
  readonly text: string;
  /** Index into `words` of every character; -1 for separators. */
  readonly wordAt: readonly number[];
  readonly words: readonly Word[];
}

/** A gap wider than this many line heights parts two columns. */
const COLUMN_GAP = 1.5;

/** As printed, with accents, case, kinds of dashes and of spaces evened out. */
export function plainWord(text: string): string {
  return text
    .normalize('NFKD')
    .replace(/\p{M}/gu, '')
    .replace(/[‐‑‒–—−]/g, '-')
    .replace(/[‘’´`]/g, "'")
    .toLowerCase();
}

function separator(previous: Word, word: Word): string {
  if (sameLine(previous.box, word.box) < 0.5 || word.box[0] < previous.box[0]) return '\n';
  // Boxes are fractions of width and of height; A4's proportion is near enough to compare the two.
  return (word.box[0] - previous.box[2]) * 0.7 > COLUMN_GAP * boxHeight(word.box) ? '\t' : ' ';
}

export function pageText(page: OcrPage): PageText {
  let text = '';
  const wordAt: number[] = [];
  page.words.forEach((word, index) => {
    const gap = index === 0 ? '' : separator(page.words[index - 1]!, word);
    const plain = plainWord(word.text);
    text += gap + plain;
    for (let i = 0; i < gap.length; i++) wordAt.push(-1);
    for (let i = 0; i < plain.length; i++) wordAt.push(index);
  });
  return { page: page.number, text, wordAt, words: page.words };
}

/** The boxes of some words of a page, one for each line that they stand on. */
export function evidenceOf(page: PageText, indices: readonly number[]): Evidence[] {
  const lines: Box[][] = [];
  for (const index of indices) {
    const { box } = page.words[index]!;
    const last = lines.at(-1);
    if (last && sameLine(last.at(-1)!, box) >= 0.5) last.push(box);
    else lines.push([box]);
  }
  return lines.map((boxes) => ({ page: page.page, box: unionBox(boxes) }));
}

/** Every place where the pattern (with flags `gu`) matches. */
export function occurrences(pages: readonly PageText[], pattern: RegExp): Evidence[][] {
  return pages.flatMap((page) =>
    [...page.text.matchAll(pattern)].map((match) => {
      const touched = page.wordAt.slice(match.index, match.index + match[0].length).filter((index) => index >= 0);
      return evidenceOf(page, [...new Set(touched)]);
    }),
  );
}
