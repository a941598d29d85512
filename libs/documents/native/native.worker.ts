import { parentPort, workerData } from 'node:worker_threads';
import { SandyError, asSandyError } from '../../domain/index.js';
import { findBarcodes, prepareBarcodes } from './barcodes.js';
import { PdfSession } from './pdf-session.js';
import { loadPdfium } from './pdfium.js';
import {
  type NativeCall,
  type NativeWorkerData,
  type Reply,
  type ReplyMessage,
  type Request,
  type RequestMessage,
} from './protocol.js';

/** Entry of the worker thread in which PDFium and zxing run: one request at a time, answered in order. */

if (!parentPort) throw new Error('started outside a worker thread');
const port = parentPort;
const { pdfium: pdfiumModule, zxingWasm, maxHeapBytes } = workerData as NativeWorkerData;
prepareBarcodes(zxingWasm);
const bounded = await loadPdfium(pdfiumModule, maxHeapBytes);
const sessions = new Map<number, PdfSession>();

function session(document: number): PdfSession {
  const open = sessions.get(document);
  if (!open) throw new Error(`document ${document} is not open here`);
  return open;
}

const handlers: { [C in NativeCall]: (request: Request<C>) => Reply<C> | Promise<Reply<C>> } = {
  'pdf.open': ({ document, bytes }) => {
    const opened = PdfSession.open(bounded, bytes);
    try {
      const outline = opened.outline();
      sessions.set(document, opened);
      return outline;
    } catch (error) {
      opened.close();
      throw error;
    }
  },
  'pdf.words': ({ document, page }) => session(document).words(page),
  'pdf.render': ({ document, page, widthPx, heightPx }) => session(document).render(page, widthPx, heightPx),
  'pdf.xml': ({ document, maxBytes }) =>
    session(document).attachments((name) => name.toLowerCase().endsWith('.xml'), maxBytes),
  'pdf.close': ({ document }) => {
    sessions.get(document)?.close();
    sessions.delete(document);
    return null;
  },
  barcodes: ({ widthPx, heightPx, luminance }) => findBarcodes(widthPx, heightPx, luminance),
};

function answer(message: ReplyMessage): void {
  const value = message.kind === 'value' ? message.value : null;
  port.postMessage(message, value instanceof Uint8Array ? [value.buffer as ArrayBuffer] : []);
}

function failure(error: unknown): ReplyMessage {
  const refused = bounded.takeMemoryRefusal();
  if (error instanceof SandyError) {
    const code = refused ? 'document.bomb' : error.code;
    return { kind: 'error', code, params: error.params, fatal: refused };
  }
  if (refused) return { kind: 'error', code: 'document.bomb', params: { maxHeapBytes }, fatal: true };
  // A trap of the wasm (or a failed assertion of its glue code): what its heap holds is unknown now.
  return { kind: 'error', code: 'document.broken', params: { reason: reasonOf(error) }, fatal: true };
}

const reasonOf = (error: unknown): string => {
  const { cause } = asSandyError(error);
  return cause instanceof Error ? cause.message.slice(0, 200) : 'crashed';
};

port.on('message', ({ call, request }: RequestMessage) => {
  const handle = handlers[call] as (request: Request<NativeCall>) => unknown;
  Promise.resolve()
    .then(() => {
      bounded.takeMemoryRefusal();
      return handle(request);
    })
    .then((value) => answer({ kind: 'value', value }))
    .catch((error: unknown) => answer(failure(error)));
});
answer({ kind: 'ready' });
