import { setTimeout as sleep } from 'node:timers/promises';
import { isBusy } from './sql-errors.js';

const PAUSE_MS = 100;

/**
 * Tries again for as long as another process holds SQLite's lock. The driver's own waiting stops the whole process, so
 * it is kept short (see `data-source.ts`), and the long waiting is done here.
 * @throws what the action throws, "busy" too once `limitMs` have passed
 */
export async function whileBusy<T>(action: () => Promise<T>, limitMs: number): Promise<T> {
  for (const end = Date.now() + limitMs; ; await sleep(PAUSE_MS)) {
    try {
      return await action();
    } catch (error) {
      if (!isBusy(error) || Date.now() > end) throw error;
    }
  }
}
