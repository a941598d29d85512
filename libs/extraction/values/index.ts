export * from './dates.js';
export * from './numbers.js';
