export * from './metrics/index.js';
export * from './page-match/index.js';
