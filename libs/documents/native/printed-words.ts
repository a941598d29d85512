import { type Box, type Word } from '../../domain/index.js';

/** One character as PDFium gives it, in points of the upright page, y downwards. */
export interface PrintedChar {
  readonly text: string;
  /** What is inked; an empty rectangle for blanks. */
  readonly ink: Box;
  /** In points, as it appears on the page. */
  readonly fontSize: number;
  /** Drawn with the invisible render mode, as the text behind a scanned page is. */
  readonly invisible: boolean;
}

const BLANK = /^[\s\u0000\u0003-\u001f\u00a0\u2000-\u200b\u202f\u205f\u2060\u3000\ufeff]$/u;
const LIGATURE = /[\ufb00-\ufb06]/gu;
/** PDFium's mark for a hyphen at the end of a line. */
const LINE_END_HYPHEN = '\u0002';
const SOFT_HYPHEN = '\u00ad';
const UNMAPPED = '\ufffd';

/** A gap inside a line that parts two words even where no blank stands between, in font sizes. */
const WORD_GAP = 0.6;
/** Inked height below which a word (a dash, a dot) is given the height of small letters, in font sizes. */
const LOW_INK = 0.35;
const SMALL_LETTER = 0.5;
/** Share of invisible characters from which the invisible text is the page's text (a scan with an OCR layer). */
const SCANNED = 0.8;
const TINY_FONT_PT = 1;

interface Group {
  text: string;
  chars: PrintedChar[];
}

/**
 * Characters in the order of the file → words as printed, boxes as fractions of the page, lines from the top and words from the left.
 * Every blank parts words, the narrow ones inside amounts too.
 */
export function wordsOf(chars: readonly PrintedChar[], widthPt: number, heightPt: number): Word[] {
  const page: Box = [0, 0, widthPt, heightPt];
  const groups: Group[] = [];
  let open: Group | null = null;
  for (const char of visible(chars)) {
    const text = clean(char);
    if (text === null) {
      open = null;
      continue;
    }
    if (text === '' || !stands(char, page)) continue;
    const previous = open?.chars.at(-1);
    if (!open || !previous || gap(previous.ink, char.ink) > WORD_GAP * Math.max(previous.fontSize, char.fontSize)) {
      open = { text: '', chars: [] };
      groups.push(open);
    }
    open.text += text;
    open.chars.push(char);
  }
  return inReadingOrder(withoutDoubles(groups.map((group) => toWord(group, widthPt, heightPt))));
}

function visible(chars: readonly PrintedChar[]): readonly PrintedChar[] {
  const drawn = chars.filter((char) => !BLANK.test(char.text));
  const invisible = drawn.filter((char) => char.invisible).length;
  return invisible === 0 || invisible >= SCANNED * drawn.length ? chars : chars.filter((char) => !char.invisible);
}

/** The text to take over, '' for a character without effect, null for one that ends the word. */
function clean(char: PrintedChar): string | null {
  if (char.text === LINE_END_HYPHEN) return '-';
  if (char.text === SOFT_HYPHEN) return char.ink[2] > char.ink[0] ? '-' : '';
  if (BLANK.test(char.text)) return null;
  return char.text.replace(LIGATURE, (ligature) => ligature.normalize('NFKC'));
}

function stands(char: PrintedChar, page: Box): boolean {
  const [x0, y0, x1, y1] = char.ink;
  if (x1 <= x0 && y1 <= y0) return char.text === UNMAPPED;
  const x = (x0 + x1) / 2;
  const y = (y0 + y1) / 2;
  return char.fontSize >= TINY_FONT_PT && x >= page[0] && x <= page[2] && y >= page[1] && y <= page[3];
}

const gap = (a: Box, b: Box): number =>
  Math.hypot(Math.max(0, b[0] - a[2], a[0] - b[2]), Math.max(0, b[1] - a[3], a[1] - b[3]));

function toWord(group: Group, widthPt: number, heightPt: number): Word {
  const x0 = Math.min(...group.chars.map((char) => char.ink[0]));
  const x1 = Math.max(...group.chars.map((char) => char.ink[2]));
  let y0 = Math.min(...group.chars.map((char) => char.ink[1]));
  let y1 = Math.max(...group.chars.map((char) => char.ink[3]));
  const { fontSize } = group.chars[0]!;
  if (y1 - y0 < LOW_INK * fontSize) {
    const middle = (y0 + y1) / 2;
    y0 = middle - (SMALL_LETTER * fontSize) / 2;
    y1 = middle + (SMALL_LETTER * fontSize) / 2;
  }
  const fraction = (value: number, size: number): number => Math.min(1, Math.max(0, value / size));
  return {
    text: group.text.normalize('NFC'),
    box: [fraction(x0, widthPt), fraction(y0, heightPt), fraction(x1, widthPt), fraction(y1, heightPt)],
    confidence: 1,
  };
}

/** Bold imitated by printing twice gives every word twice. */
function withoutDoubles(words: readonly Word[]): Word[] {
  const seen = new Map<string, Word[]>();
  return words.filter((word) => {
    const twins = seen.get(word.text) ?? [];
    if (twins.some((twin) => covered(twin.box, word.box) > 0.7)) return false;
    seen.set(word.text, [...twins, word]);
    return true;
  });
}

function covered(a: Box, b: Box): number {
  const width = Math.min(a[2], b[2]) - Math.max(a[0], b[0]);
  const height = Math.min(a[3], b[3]) - Math.max(a[1], b[1]);
  const area = (b[2] - b[0]) * (b[3] - b[1]);
  return width <= 0 || height <= 0 || area <= 0 ? 0 : (width * height) / area;
}

/** Lines from the top, words from the left; a word joins the line whose height it shares most. */
export function inReadingOrder(words: readonly Word[]): Word[] {
  const lines: { top: number; bottom: number; words: Word[] }[] = [];
  const byMiddle = [...words].sort((a, b) => a.box[1] + a.box[3] - (b.box[1] + b.box[3]));
  for (const word of byMiddle) {
    const [, top, , bottom] = word.box;
    const line = lines.at(-1);
    const shared = line ? Math.min(line.bottom, bottom) - Math.max(line.top, top) : 0;
    if (line && shared > 0.5 * Math.min(line.bottom - line.top, bottom - top)) {
      line.words.push(word);
      // The line keeps the height of its tallest word of the first three: a creeping slope must not join lines.
      if (line.words.length <= 3) {
        line.top = Math.min(line.top, top);
        line.bottom = Math.max(line.bottom, bottom);
      }
    } else {
      lines.push({ top, bottom, words: [word] });
    }
  }
  return lines.flatMap((line) => line.words.sort((a, b) => a.box[0] - b.box[0]));
}
