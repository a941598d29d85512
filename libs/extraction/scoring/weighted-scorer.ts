import { type FieldName } from '../../domain/index.js';
import { type Candidate } from '../candidates/candidate.js';
import { type CandidateScorer } from './scorer.js';
import handMade from './weights.json' with { type: 'json' };

/** A weight for each feature: those of the field, else those of its family. `bias` is always added. */
export interface ScorerWeights {
  readonly families: Readonly<Record<string, Readonly<Record<string, number>>>>;
  readonly fields: Readonly<Record<string, { readonly family: string } & Readonly<Record<string, number | string>>>>;
}

/** Log-odds as a weighted sum of features. */
export class WeightedScorer implements CandidateScorer {
  readonly id = 'weights-1';
  private readonly weights = new Map<string, Readonly<Record<string, number>>>();

  constructor(weights: ScorerWeights = handMade) {
    for (const [field, { family, ...own }] of Object.entries(weights.fields)) {
      this.weights.set(field, { ...weights.families[family], ...(own as Record<string, number>) });
    }
  }

  score(candidate: Candidate): number {
    const weights = this.weightsOf(candidate.field);
    let sum = weights['bias'] ?? 0;
    for (const [feature, value] of Object.entries(candidate.features)) sum += (weights[feature] ?? 0) * value;
    return sum;
  }

  private weightsOf(field: FieldName): Readonly<Record<string, number>> {
    return this.weights.get(field) ?? {};
  }
}
