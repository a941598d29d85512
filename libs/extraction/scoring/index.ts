export * from './scorer.js';
export { type ScorerWeights, WeightedScorer } from './weighted-scorer.js';
