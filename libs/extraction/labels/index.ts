export * from './labels.js';
export { PhraseIndex } from './phrase-index.js';
