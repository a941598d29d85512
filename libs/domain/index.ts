export * from './calendar-date.js';
export * from './errors.js';
export * from './geometry.js';
export * from './identifiers.js';
export * from './invoice.js';
export * from './money.js';
export * from './page.js';
export * from './quality.js';
