import { type Evidence, type FieldName, type FieldSource } from '../../domain/index.js';
import { type Facts } from '../facts.js';
import { TableArea } from '../lines/index.js';
import { type Label, type Meaning } from '../labels/index.js';
import { boxOf, textOf, type Token, type Span } from '../layout/index.js';

/** What speaks for a candidate and what against it: names of `scoring/weights.json`, values around 0–1. */
export type Features = Readonly<Record<string, number>>;

/** A value that may be the one of a field, with everything a scorer needs to judge it. */
export interface Candidate {
  readonly field: FieldName;
  /** Normalised as in `Field.value`; amounts without sign. */
  readonly value: string;
  readonly raw: string;
  readonly source: FieldSource;
  readonly evidence: readonly Evidence[];
  /** Mean confidence of its words. */
  readonly reading: number;
  readonly features: Features;
  readonly why: readonly string[];
  /** Where it stands: two fields do not share one place. Negative for barcodes. */
  readonly place: number;
}

export interface Neighbour {
  readonly label: Label;
  readonly direction: 'right' | 'below';
  /** Gap in line heights. */
  readonly distance: number;
  /** Values of the same kind between label and value. */
  readonly between: number;
  /** Words that are neither, between them. */
  readonly words: number;
  /** 0 for the nearest label on that side. */
  readonly rank: number;
  /** Share of its cell that the label fills. */
  readonly share: number;
}

const NO_TABLES = new TableArea();

/** How far above a value its heading may stand, in line heights. */
const REACH_UP = 8;
const LINES_UP = 10;
const NEAREST_LABELS = 4;

function toTheLeft(span: Span, facts: Facts, rivals: readonly Span[]): Neighbour[] {
  const line = facts.layout.lines[span.line]!;
  const before = facts.labels[span.line]!.filter((label) => label.x1 <= span.x0 + 0.2 * line.em);
  const near = before.slice(-NEAREST_LABELS);
  return near.reverse().map((label, rank) => {
    const between = rivals.filter((rival) => rival.x0 >= label.x1 && rival.x1 <= span.x0).length;
    const words = line.tokens.filter(
      (token) =>
        token.x0 >= label.x1 - 1e-6 &&
        token.x1 <= span.x0 + 1e-6 &&
        token.norm !== '' &&
        !label.tokens.includes(token) &&
        !rivals.some((rival) => rival.tokens.includes(token)) &&
        !near.some((other) => other.tokens.includes(token)),
    ).length;
    const distance = Math.max(0, span.x0 - label.x1) / line.em;
    const segment = line.segments.find((candidate) => candidate.tokens.includes(label.tokens[0]!))!;
    const together = segment.tokens.includes(span.tokens[0]!);
    const share = together ? 1 : Math.min(1, (label.x1 - label.x0) / Math.max(segment.x1 - segment.x0, 1e-6));
    return { label, direction: 'right' as const, distance, between, words, rank, share };
  });
}

function above(span: Span, facts: Facts, rivalsOf: (line: number) => readonly Span[], tables: TableArea): Neighbour[] {
  const { em } = facts.layout.lines[span.line]!;
  const found: Neighbour[] = [];
  let between = 0;
  let words = 0;
  for (let index = span.line - 1; index >= 0 && index >= span.line - LINES_UP && found.length < 2; index--) {
    const line = facts.layout.lines[index]!;
    if (line.page !== span.page || span.y0 - line.y1 > REACH_UP * em) break;
    if (tables.covers({ line: index, x0: span.x0 })) break;
    const over = (x0: number, x1: number) => Math.min(x1, span.x1 + 0.6 * em) - Math.max(x0, span.x0 - 0.6 * em) > 0;
    const segment = line.segments.find((candidate) => over(candidate.x0, candidate.x1));
    if (segment === undefined) continue;
    for (const label of facts.labels[index]!) {
      if (!over(label.x0, label.x1)) continue;
      const share = (label.x1 - label.x0) / Math.max(segment.x1 - segment.x0, 1e-6);
      const distance = Math.max(0, span.y0 - line.y1) / em;
      found.push({
        label,
        direction: 'below',
        distance,
        between,
        words,
        rank: found.length,
        share: Math.min(1, share),
      });
    }
    const rivals = rivalsOf(index).filter((rival) => over(rival.x0, rival.x1)).length;
    if (rivals > 0) between += rivals;
    else words++;
  }
  return found;
}

/** Labels that may announce the value: those left of it on its line, and those above it in its column. */
export function neighboursOf(
  span: Span,
  facts: Facts,
  rivalsOf: (line: number) => readonly Span[],
  tables: TableArea = NO_TABLES,
): Neighbour[] {
  return [...toTheLeft(span, facts, rivalsOf(span.line)), ...above(span, facts, rivalsOf, tables)];
}

const capped = (value: number, limit: number): number => Math.min(value, limit) / limit;

export function neighbourFeatures(
  neighbour: Neighbour,
  meaning: Meaning,
  all: readonly Neighbour[],
): Record<string, number> {
  const right = neighbour.direction === 'right';
  const ownLabel = all.some(
    (other) =>
      other.direction === 'right' &&
      other.between === 0 &&
      other.words === 0 &&
      other.share > 0.4 &&
      other.distance < 25,
  );
  return {
    [right ? 'right' : 'below']: 1,
    [meaning.strong ? 'strong' : 'weak']: 1,
    phrase: capped(neighbour.label.words - 1, 2),
    far: capped(neighbour.distance, right ? 40 : REACH_UP),
    between: capped(neighbour.between, 3),
    words: capped(neighbour.words, 3),
    rank: capped(neighbour.rank, 2),
    sentence: right && neighbour.share > 0.4 ? 0 : 1 - neighbour.share,
    ownLabel: !right && ownLabel ? 1 : 0,
  };
}

export const whyLabel = (neighbour: Neighbour): string => `label:${neighbour.label.text.replace(/[:\s]+$/, '')}`;

export function placeOf(span: Span): number {
  return span.line * 1000 + Math.round(span.x0 * 999);
}

export function meanConfidence(tokens: readonly Token[]): number {
  return tokens.length === 0 ? 1 : tokens.reduce((sum, token) => sum + token.confidence, 0) / tokens.length;
}

/** The part of a candidate that its words give. */
export function printed(
  span: Span,
  facts: Facts,
): Pick<Candidate, 'raw' | 'evidence' | 'reading' | 'source' | 'place'> {
  return {
    raw: textOf(span.tokens),
    evidence: [{ page: span.page, box: boxOf(span.tokens) }],
    reading: meanConfidence(span.tokens),
    source: facts.sources.get(span.page) ?? 'ocr',
    place: placeOf(span),
  };
}

/** Position on the page, as features. */
export function positionFeatures(span: Span, facts: Facts): Record<string, number> {
  const page = facts.layout.pages.find((candidate) => candidate.number === span.page);
  const y = page === undefined ? 0.5 : span.y0 / page.height;
  return {
    firstPage: span.page === facts.layout.pages[0]?.number ? 1 : 0,
    top: y < 0.35 ? 1 : 0,
    bottom: y > 0.85 ? 1 : 0,
  };
}
