import { type OcrPage } from '../../domain/index.js';
import { type Layout, type Line, type PageLayout, type Segment, textOf, type Token } from './token.js';
import { tokensOf } from './tokenise.js';

/** A gap wider than this many line heights, and than this many characters, ends a segment. */
const SEGMENT_GAP = 1.1;
const SEGMENT_GAP_CHARACTERS = 1.8;

interface OpenLine {
  tokens: Token[];
  centre: number;
  height: number;
}

function median(values: readonly number[]): number {
  const sorted = [...values].sort((a, b) => a - b);
  return sorted[Math.floor(sorted.length / 2)] ?? 0;
}

/** Groups tokens whose middles are on one height; each token looks only at the few lines still open. */
function groupLines(tokens: readonly Token[]): Token[][] {
  const sorted = [...tokens].sort((a, b) => a.y0 + a.y1 - (b.y0 + b.y1));
  const done: OpenLine[] = [];
  let open: OpenLine[] = [];
  for (const token of sorted) {
    const centre = (token.y0 + token.y1) / 2;
    const height = token.y1 - token.y0;
    open = open.filter((line) => centre - line.centre < 3 * Math.max(line.height, height));
    let best: OpenLine | null = null;
    for (const line of open) {
      const reach = 0.5 * Math.min(Math.max(line.height, height * 0.6), Math.max(height, line.height * 0.6));
      const away = Math.abs(centre - line.centre);
      if (away < reach && (best === null || away < Math.abs(centre - best.centre))) best = line;
    }
    if (best === null) {
      const line = { tokens: [token], centre, height };
      open.push(line);
      done.push(line);
    } else {
      best.centre = (best.centre * best.tokens.length + centre) / (best.tokens.length + 1);
      best.height = Math.max(best.height, Math.min(height, best.height * 1.5));
      best.tokens.push(token);
    }
  }
  done.sort((a, b) => a.centre - b.centre);
  return done.map((line) => line.tokens.sort((a, b) => a.x0 - b.x0));
}

function bounds(tokens: readonly Token[]): { x0: number; x1: number; y0: number; y1: number } {
  let [x0, x1, y0, y1] = [Infinity, -Infinity, Infinity, -Infinity];
  for (const token of tokens) {
    x0 = Math.min(x0, token.x0);
    x1 = Math.max(x1, token.x1);
    y0 = Math.min(y0, token.y0);
    y1 = Math.max(y1, token.y1);
  }
  return { x0, x1, y0, y1 };
}

export const makeSegment = (tokens: readonly Token[], line: number): Segment => ({
  tokens,
  text: textOf(tokens),
  ...bounds(tokens),
  page: tokens[0]!.page,
  line,
});

function makeLine(tokens: readonly Token[], index: number): Line {
  const words = tokens.filter((token) => token.norm !== '');
  const usual = median((words.length > 0 ? words : tokens).map((token) => token.y1 - token.y0)) || 0.01;
  const own = bounds(words.length > 0 ? words : tokens);
  // Some readers box the ink of a word, others the whole height of its font: the line's own extent lies between.
  const em = Math.min(Math.max(own.y1 - own.y0, usual), 1.4 * usual);
  const written = tokens.reduce((sum, token) => sum + token.x1 - token.x0, 0);
  const character =
    written /
    Math.max(
      1,
      tokens.reduce((sum, token) => sum + token.text.length, 0),
    );
  const gap = Math.max(SEGMENT_GAP * em, Math.min(SEGMENT_GAP_CHARACTERS * character, 2 * em));
  const segments: Segment[] = [];
  let run: Token[] = [];
  let reach = -Infinity;
  for (const token of tokens) {
    if (run.length > 0 && token.x0 - reach > gap) {
      segments.push(makeSegment(run, index));
      run = [];
    }
    run.push(token);
    reach = Math.max(run.length === 1 ? -Infinity : reach, token.x1);
  }
  if (run.length > 0) segments.push(makeSegment(run, index));
  return { index, page: tokens[0]!.page, tokens, segments, ...bounds(tokens), em };
}

/** Words to lines and segments. Linear in the number of words but for sorting. */
export function layoutOf(pages: readonly OcrPage[]): Layout {
  const lines: Line[] = [];
  const out: PageLayout[] = [];
  for (const page of pages) {
    const own = groupLines(tokensOf(page)).map((tokens) => {
      const line = makeLine(tokens, lines.length);
      lines.push(line);
      return line;
    });
    const height = page.widthPx > 0 && page.heightPx > 0 ? page.heightPx / page.widthPx : Math.SQRT2;
    out.push({ number: page.number, height, lines: own });
  }
  return { pages: out, lines };
}
