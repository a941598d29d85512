export * from './invoice-record.js';
export * from './stores.js';
