import { type Token } from './token.js';

/** Tokens of one line that are read as one thing, with their place in the units of `Token`. */
export interface Span {
  readonly tokens: readonly Token[];
  readonly line: number;
  readonly page: number;
  readonly x0: number;
  readonly x1: number;
  readonly y0: number;
  readonly y1: number;
}

/** @param tokens of one line, from the left, at least one */
export function spanOf(tokens: readonly Token[], line: number): Span {
  const first = tokens[0]!;
  const last = tokens[tokens.length - 1]!;
  return { tokens, line, page: first.page, x0: first.x0, x1: last.x1, y0: first.y0, y1: last.y1 };
}
