export * from './invoice-record.js';
export * from './stores.js';
export * from './invoice-columns.js';
export * from './supplier-identity.js';
export * from './edit.js';
export * from './storable.js';
