export { EXTRACTOR, type ExtractionInput, type Extractor } from './extractor.js';
export { arithmeticConfirmed } from './readings/arithmetic-confirmed.js';
export { mergeReadings } from './readings/merge-readings.js';
export { RulesExtractor } from './rules-extractor.js';
export { type CandidateScorer, type ScorerWeights, WeightedScorer } from './scoring/index.js';
