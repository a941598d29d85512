import { type Word } from '../../domain/index.js';
import { type Preparation } from '../preparation/prepare.js';

export interface TesseractWorkerData {
  /** Language code → its gzipped `.traineddata`. */
  readonly languageFiles: Readonly<Record<string, string>>;
}

export interface RecogniseRequest {
  readonly widthPx: number;
  readonly heightPx: number;
  /** RGB. */
  readonly rgb: Uint8Array;
  /** Joined by `+`, as Tesseract takes them. */
  readonly languages: string;
  readonly pageSegmentation: { readonly grid: number; readonly plain: number };
  readonly preparation: Preparation;
}

export type TesseractReply =
  | { readonly kind: 'ready' }
  | { readonly kind: 'words'; readonly words: Word[] }
  /** `fatal`: the wasm cannot be trusted any more. */
  | { readonly kind: 'error'; readonly message: string; readonly fatal: boolean };
