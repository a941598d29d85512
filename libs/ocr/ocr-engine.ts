import { type OcrPage, type PageImage } from '../domain/index.js';

export interface OcrOptions {
  /** ISO 639-2 codes as Tesseract names them, the likeliest first: `['fra', 'eng']`. */
  readonly languages: readonly string[];
  /** 0 = the engine's best guess. Higher = look another way (other preparation or data), for a second opinion on a doubtful page. */
  readonly attempt: number;
}

export interface EngineHealth {
  readonly available: boolean;
  /** Why not, as a code for people's words in the back office; null when available. */
  readonly reason: string | null;
}

/**
 * Turns a page into words. Knows nothing of invoices.
 *
 * Every implementation runs the suite in `ocr-engine.contract.ts`.
 */
export interface OcrEngine {
  readonly id: string;
  /**
   * @throws SandyError `engine.timeout` when the engine's own time limit or `signal` ends the work,
   *   `engine.failed` for a technical failure worth another try, `engine.no_text_layer` (text engine only).
   */
  recognise(page: PageImage, options: OcrOptions, signal: AbortSignal): Promise<OcrPage>;
  health(): Promise<EngineHealth>;
  dispose?(): Promise<void>;
}
