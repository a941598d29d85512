import { type Candidate } from '../candidates/candidate.js';

export interface Scored<C extends Candidate = Candidate> {
  readonly candidate: C;
  /** Log-odds that the candidate is the field's value: 0 = even, 2.2 = nine in ten. */
  readonly score: number;
}

/** Judges candidates one by one. The only part that a learned model replaces: what goes in are `features`, what comes out are log-odds. */
export interface CandidateScorer {
  readonly id: string;
  score(candidate: Candidate): number;
}

export const probability = (score: number): number => 1 / (1 + Math.exp(-score));

/** All candidates with their scores, the best first; equal ones in page order. */
export function rank<C extends Candidate>(candidates: readonly C[], scorer: CandidateScorer): Scored<C>[] {
  return candidates
    .map((candidate) => ({ candidate, score: scorer.score(candidate) }))
    .sort((a, b) => b.score - a.score || a.candidate.place - b.candidate.place);
}
