import { type Box, type ErrorCode, type ErrorParams, type Word } from '../../domain/index.js';

export interface PdfOutline {
  /** Upright sizes in points, /Rotate and crop box taken into account. */
  readonly pages: readonly { readonly widthPt: number; readonly heightPt: number }[];
  /** The PDF says that it is a dynamic XFA form: its pages may be a placeholder only. */
  readonly dynamicXfa: boolean;
}

export interface Attachment {
  readonly name: string;
  readonly content: Uint8Array;
}

export interface FoundBarcode {
  readonly format: string;
  readonly text: string;
  readonly box: Box;
}

/** What a native worker can be asked; `document` is a number that the caller chooses when opening. */
export interface NativeCalls {
  'pdf.open': { request: { document: number; bytes: Uint8Array }; reply: PdfOutline };
  'pdf.words': { request: { document: number; page: number }; reply: Word[] };
  /** Reply: RGB, `widthPx * heightPx * 3` bytes. */
  'pdf.render': { request: { document: number; page: number; widthPx: number; heightPx: number }; reply: Uint8Array };
  /** XML attachments only; those above `maxBytes` are a `document.bomb`. */
  'pdf.xml': { request: { document: number; maxBytes: number }; reply: Attachment[] };
  'pdf.close': { request: { document: number }; reply: null };
  /** `luminance`: one byte a pixel. */
  barcodes: { request: { widthPx: number; heightPx: number; luminance: Uint8Array }; reply: FoundBarcode[] };
}

export type NativeCall = keyof NativeCalls;
export type Request<C extends NativeCall> = NativeCalls[C]['request'];
export type Reply<C extends NativeCall> = NativeCalls[C]['reply'];

export interface RequestMessage<C extends NativeCall = NativeCall> {
  readonly call: C;
  readonly request: Request<C>;
}

/** `fatal`: the wasm heap cannot be trusted any more, the worker has to go. */
export type ReplyMessage =
  | { readonly kind: 'ready' }
  | { readonly kind: 'value'; readonly value: unknown }
  | { readonly kind: 'error'; readonly code: ErrorCode; readonly params: ErrorParams; readonly fatal: boolean };

export interface NativeWorkerData {
  readonly pdfium: WebAssembly.Module;
  readonly zxingWasm: Uint8Array;
  readonly maxHeapBytes: number;
}
