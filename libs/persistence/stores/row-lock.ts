import { type EntityManager } from 'typeorm';

/** Holds the rows that are read until the transaction ends. SQLite has one writer at a time and needs no lock. */
export const rowLock = (manager: EntityManager): { lock?: { mode: 'pessimistic_write' } } =>
  manager.connection.options.type === 'better-sqlite3' ? {} : { lock: { mode: 'pessimistic_write' } };
