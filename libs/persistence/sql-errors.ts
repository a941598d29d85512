import { QueryFailedError } from 'typeorm';

const driverCode = (error: unknown): string =>
  error instanceof QueryFailedError ? String((error.driverError as { code?: string }).code ?? '') : '';

export const isUniqueViolation = (error: unknown): boolean =>
  ['SQLITE_CONSTRAINT_UNIQUE', 'ER_DUP_ENTRY'].includes(driverCode(error));

export const isDeadlock = (error: unknown): boolean =>
  ['ER_LOCK_DEADLOCK', 'ER_LOCK_WAIT_TIMEOUT', 'ER_CHECKREAD'].includes(driverCode(error));

/** SQLite: another process holds the lock of the file, or is just recovering it. */
export const isBusy = (error: unknown): boolean =>
  /^SQLITE_BUSY/.test(driverCode(error) || String((error as { code?: unknown } | null)?.code));
