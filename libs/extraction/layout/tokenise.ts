import { type Box, type OcrPage, type Word } from '../../domain/index.js';
import { type Token } from './token.js';

export const normalise = (text: string): string =>
  text
    .normalize('NFKD')
    .replace(/[\u0300-\u036f]/g, '')
    .toLowerCase()
    .replace(/œ/g, 'oe')
    .replace(/ß/g, 'ss')
    .replace(/[^\p{L}\p{N}%#°º&+]/gu, '');

const WEB = /^(https?:|www\.)|@.*\.|:\/\//i;
const SPLITS = /([:=()|;]|(?<=\p{L})['’]|(?<=^n)[°º]|(?<=\p{L})\/(?=\p{L})|^#(?=\w))/giu;

/** Cuts a printed word where a label may end and a value begin. Times, web addresses and numbers stay whole. */
export function splitWord(text: string): string[] {
  if (WEB.test(text)) return [text];
  if (/^\d{1,2}:\d{2}(:\d{2})?$/.test(text)) return [text];
  if (/^\(?[-+]?[\d.,\s]+\)?$/.test(text)) return [text];
  const times = /^(\d+(?:[.,]\d+)?)?([x×*])(\d+[.,]\d+)?$/i.exec(text);
  if (times && text.length > 1) return times.slice(1).filter((part) => part !== undefined);
  const parts: string[] = [];
  let start = 0;
  for (const match of text.matchAll(SPLITS)) {
    const at = match.index;
    const mark = match[0];
    const attached = mark === "'" || mark === '’' || mark === '°' || mark === 'º';
    const end = attached ? at + mark.length : at;
    if (end > start) parts.push(text.slice(start, end));
    if (!attached) parts.push(mark);
    start = at + mark.length;
  }
  if (start < text.length) parts.push(text.slice(start));
  return parts.length > 0 ? parts : [text];
}

const isFinite4 = (box: Box): boolean => box.length === 4 && box.every((side) => Number.isFinite(side));

/** Upright words only: text that runs up the margin would tear the lines apart. */
const isSideways = (word: Word, aspect: number): boolean => {
  const width = word.box[2] - word.box[0];
  const height = (word.box[3] - word.box[1]) * aspect;
  return word.text.length >= 3 && height > width * 1.6;
};

/** Tokens of a page in the order of its words. Unreadable boxes and empty words are left out. */
export function tokensOf(page: OcrPage): Token[] {
  const aspect = page.widthPx > 0 && page.heightPx > 0 ? page.heightPx / page.widthPx : Math.SQRT2;
  const tokens: Token[] = [];
  for (const word of page.words) {
    if (!isFinite4(word.box) || isSideways(word, aspect)) continue;
    for (const [index, text] of word.text.split(/\s+/).filter(Boolean).entries()) {
      addParts(tokens, word, text, index > 0 ? ' ' : '', page.number, aspect);
    }
  }
  return tokens;
}

function addParts(into: Token[], word: Word, text: string, before: string, page: number, aspect: number): void {
  const whole = word.text.trim();
  const offset = before === '' ? 0 : Math.max(0, whole.lastIndexOf(text));
  const [left, top, right, bottom] = word.box;
  const perChar = (right - left) / Math.max(1, whole.length);
  let at = offset;
  for (const [index, part] of splitWord(text).entries()) {
    const x0 = left + at * perChar;
    const x1 = at + part.length >= whole.length ? right : x0 + part.length * perChar;
    at += part.length;
    into.push({
      text: part,
      norm: normalise(part),
      page,
      box: [x0, top, x1, bottom],
      x0,
      x1,
      y0: top * aspect,
      y1: bottom * aspect,
      confidence: word.confidence,
      glued: index > 0,
    });
  }
}
