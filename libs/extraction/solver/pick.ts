import { type Field } from '../../domain/index.js';
import { type Candidate } from '../candidates/candidate.js';
import { probability, type Scored } from '../scoring/index.js';

/** Nothing is certain that stands on paper alone. */
const MOST = 0.985;

/** The field that a candidate makes. Words that were hard to read lower the confidence. */
export function fieldFrom(
  { candidate, score }: Scored,
  why: readonly string[] = [],
  atLeast = 0,
  atMost = MOST,
): Field {
  const believed = Math.min(Math.max(probability(score), atLeast), atMost);
  return {
    value: candidate.value,
    raw: candidate.raw,
    confidence: Number((believed * Math.min(1, 0.4 + 0.65 * candidate.reading)).toFixed(3)),
    source: candidate.source,
    evidence: candidate.evidence,
    why: [...new Set([...candidate.why, ...why])],
  };
}

/** The best candidate that is more likely right than wrong. */
export function best<C extends Candidate>(
  ranked: readonly Scored<C>[],
  field: C['field'],
  accept: (candidate: C) => boolean = () => true,
): Scored<C> | null {
  const found = ranked.find(({ candidate }) => candidate.field === field && accept(candidate));
  return found !== undefined && found.score > 0 ? found : null;
}
