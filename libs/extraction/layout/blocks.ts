import { type Layout, type Segment } from './token.js';

/** Segments printed one under another in one column: an address, a list of references. */
export interface Block {
  readonly segments: readonly Segment[];
  readonly page: number;
  readonly x0: number;
  readonly x1: number;
  readonly y0: number;
  readonly y1: number;
}

/** A gap wider than this many line heights ends a block. */
const ROW_GAP = 1.35;

const aligned = (a: Segment, b: Segment, em: number): boolean => {
  const shared = Math.min(a.x1, b.x1) - Math.max(a.x0, b.x0);
  return shared > 0 && (Math.abs(a.x0 - b.x0) < 2 * em || shared > 0.5 * Math.min(a.x1 - a.x0, b.x1 - b.x0));
};

/** Blocks of all pages. Each segment joins the one block whose last line is just above it. */
export function blocksOf(layout: Layout): Block[] {
  const done: Segment[][] = [];
  for (const page of layout.pages) {
    let open: Segment[][] = [];
    for (const line of page.lines) {
      open = open.filter((block) => line.y0 - block[block.length - 1]!.y1 < 2.5 * line.em);
      for (const segment of line.segments) {
        const block = open.find((candidate) => {
          const last = candidate[candidate.length - 1]!;
          return (
            last.line !== segment.line && segment.y0 - last.y1 < ROW_GAP * line.em && aligned(last, segment, line.em)
          );
        });
        if (block !== undefined) block.push(segment);
        else {
          const fresh = [segment];
          open.push(fresh);
          done.push(fresh);
        }
      }
    }
  }
  return done.map((segments) => ({
    segments,
    page: segments[0]!.page,
    x0: Math.min(...segments.map((segment) => segment.x0)),
    x1: Math.max(...segments.map((segment) => segment.x1)),
    y0: segments[0]!.y0,
    y1: segments[segments.length - 1]!.y1,
  }));
}

const COLUMN_LINES = 7;
const COLUMN_GAP = 3;

/** The segments that follow in the same column, flush left or centred with it, down to the first wide gap. */
export function columnBelow(layout: Layout, segment: Segment): Segment[] {
  const found: Segment[] = [];
  let last = segment;
  for (let index = segment.line + 1; index < layout.lines.length && found.length < COLUMN_LINES; index++) {
    const line = layout.lines[index]!;
    const em = layout.lines[segment.line]!.em;
    if (line.page !== segment.page || line.y0 - last.y1 > COLUMN_GAP * em) break;
    const next = line.segments.find(
      (candidate) =>
        Math.abs(candidate.x0 - segment.x0) < 1.5 * em ||
        Math.abs(candidate.x0 + candidate.x1 - segment.x0 - segment.x1) < 2 * em,
    );
    if (next === undefined) continue;
    found.push(next);
    last = next;
  }
  return found;
}
