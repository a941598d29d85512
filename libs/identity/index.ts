export * from './user.js';
export * from './identity.service.js';
