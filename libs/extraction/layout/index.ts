export * from './blocks.js';
export * from './layout.js';
export * from './span.js';
export * from './token.js';
export { normalise } from './tokenise.js';
