export * from './match.js';
export * from './report.js';
export * from './score.js';
export * from './similarity.js';
export * from './truth.js';
export * from './wilson.js';
