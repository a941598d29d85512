import { type DocumentLimits } from './document.js';

export const DEFAULT_LIMITS: DocumentLimits = {
  maxBytes: 25 * 1024 * 1024,
  maxPages: 100,
  maxPixels: 40_000_000,
  timeoutMs: 20_000,
};
