import { type Box } from '../../domain/index.js';

/**
 * A word, or a part of one: `n°562044387` is two tokens, so that label and value can be told apart.
 * `x0…y1` are in page widths on both axes (the page's `box` fractions stretched by its aspect), so distances compare.
 */
export interface Token {
  readonly text: string;
  /** Lower case without accents and punctuation; empty for punctuation. */
  readonly norm: string;
  readonly page: number;
  readonly box: Box;
  readonly x0: number;
  readonly x1: number;
  readonly y0: number;
  readonly y1: number;
  readonly confidence: number;
  /** True when no space stands before it: it continues the same printed word. */
  readonly glued: boolean;
}

/** Words of one line that stand close together: a cell, or a run of text. */
export interface Segment {
  readonly tokens: readonly Token[];
  readonly text: string;
  readonly x0: number;
  readonly x1: number;
  readonly y0: number;
  readonly y1: number;
  readonly page: number;
  readonly line: number;
}

export interface Line {
  /** Position in `Layout.lines`. */
  readonly index: number;
  readonly page: number;
  readonly tokens: readonly Token[];
  readonly segments: readonly Segment[];
  readonly x0: number;
  readonly x1: number;
  readonly y0: number;
  readonly y1: number;
  /** Typical height of its words: the unit in which gaps are measured. */
  readonly em: number;
}

export interface PageLayout {
  readonly number: number;
  /** Height in page widths. */
  readonly height: number;
  readonly lines: readonly Line[];
}

export interface Layout {
  readonly pages: readonly PageLayout[];
  /** All lines of all pages, top to bottom. */
  readonly lines: readonly Line[];
}

export function textOf(tokens: readonly Token[]): string {
  let text = '';
  for (const token of tokens) text += (text === '' || token.glued ? '' : ' ') + token.text;
  return text;
}

/** Boxes of the tokens as one, on the page of the first. */
export function boxOf(tokens: readonly Token[]): Box {
  let [x0, y0, x1, y1] = [1, 1, 0, 0];
  for (const { box } of tokens) {
    x0 = Math.min(x0, box[0]);
    y0 = Math.min(y0, box[1]);
    x1 = Math.max(x1, box[2]);
    y1 = Math.max(y1, box[3]);
  }
  return [x0, y0, x1, y1];
}
