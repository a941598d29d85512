export * from './header.js';
export * from './lines.js';
export * from './parties.js';
export * from './pick.js';
export * from './totals.js';
