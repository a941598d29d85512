import { compact, type FieldName } from '../../domain/index.js';
import { type Facts } from '../facts.js';
import { hasMeaning, type Label, type LabelKey } from '../labels/index.js';
import { type Line, type Token, type Span } from '../layout/index.js';
import { type PartyBlock, type PartyKey } from '../parties/index.js';
import { type Candidate, positionFeatures, printed } from './candidate.js';

/** Which party the place of a span speaks of, by the nearest party label above it in its column. */
export type SideOf = (span: Span) => PartyKey | null;

/** Page widths: about three lines. */
const COLUMN_REACH = 0.04;
const COLUMN_SHIFT = 0.02;

/** Does the lower block go on in the column of the upper one after a little gap? */
const goesOn = (upper: PartyBlock, lower: PartyBlock): boolean =>
  upper.page === lower.page &&
  lower.y0 >= upper.y1 &&
  lower.y0 - upper.y1 < COLUMN_REACH &&
  Math.abs(upper.x0 - lower.x0) < COLUMN_SHIFT;

export function sidesOf(blocks: readonly PartyBlock[], owners: ReadonlyMap<PartyBlock, PartyKey>): SideOf {
  const byToken = new Map<Token, PartyKey>();
  const ends: { block: PartyBlock; key: PartyKey }[] = [];
  for (const block of [...blocks].sort((a, b) => a.page - b.page || a.y0 - b.y0)) {
    const above = ends.findLast(({ block: other }) => goesOn(other, block))?.key;
    let last: PartyKey | undefined;
    block.segments.forEach((segment, index) => {
      const key = block.governed[index]?.key ?? owners.get(block) ?? above;
      if (key !== undefined) for (const token of segment.tokens) byToken.set(token, key);
      last = key;
    });
    if (last !== undefined) ends.push({ block, key: last });
  }
  return (span) => byToken.get(span.tokens[0]!) ?? null;
}

/** Joins tokens from `start` while the text can still become what `accepts` wants; the longest accepted one. */
export function longest(
  line: Line,
  start: number,
  limit: number,
  accepts: (text: string) => boolean,
): { text: string; end: number } | null {
  let text = '';
  let best: { text: string; end: number } | null = null;
  for (let i = start; i < line.tokens.length && text.length < limit; i++) {
    if (i > start && line.tokens[i]!.x0 - line.tokens[i - 1]!.x1 > 1.2 * line.em) break;
    if (i > start && /^[:;()|=]$/.test(line.tokens[i]!.text)) break;
    text += compact(line.tokens[i]!.text);
    if (text.length <= limit && accepts(text)) best = { text, end: i + 1 };
  }
  return best;
}

export function labelBefore(facts: Facts, line: Line, at: number, ...keys: LabelKey[]): Label | null {
  const x = line.tokens[at]!.x0;
  const before = facts.labels[line.index]!.filter((label) => label.x0 <= x + 1e-6);
  const nearest = before[before.length - 1];
  if (nearest !== undefined && hasMeaning(nearest, ...keys) && x - nearest.x1 < 12 * line.em) return nearest;
  for (let index = line.index - 1; index >= Math.max(0, line.index - 2); index--) {
    const upper = facts.layout.lines[index]!;
    if (upper.page !== line.page || line.y0 - upper.y1 > 2 * line.em) break;
    const over = facts.labels[index]!.find(
      (label) => hasMeaning(label, ...keys) && label.x0 < line.tokens[at]!.x1 + line.em && label.x1 > x - line.em,
    );
    if (over !== undefined) return over;
  }
  return null;
}

export function candidate(
  field: FieldName,
  value: string,
  span: Span,
  facts: Facts,
  features: Record<string, number>,
  why: string[],
): Candidate {
  return { field, value, ...printed(span, facts), features: { ...positionFeatures(span, facts), ...features }, why };
}

export const flag = (value: unknown): number => (value ? 1 : 0);
