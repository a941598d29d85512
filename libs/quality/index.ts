export { QUALITY_CHECKS, type QualityCheck, type QualityInput } from './checks/index.js';
export * from './gate/index.js';
export * from './metrics/index.js';
export * from './page-match/index.js';
