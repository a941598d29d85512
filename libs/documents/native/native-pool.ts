import { readFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { SandyError } from '../../domain/index.js';
import { NativeWorker, WorkerLost } from './native-worker.js';
import { type FoundBarcode, type NativeCall, type PdfOutline, type Reply, type Request } from './protocol.js';

export interface NativePoolOptions {
  /** Threads that take new documents. */
  readonly workers: number;
  /** Of one call, counted from when a worker turns to it. */
  readonly timeoutMs: number;
  /** Documents and pictures after which a worker is replaced: wasm memory never shrinks. */
  readonly recycleAfter: number;
  /** Of the wasm heap of one worker; a file that needs more is a `document.bomb`. */
  readonly maxHeapBytes: number;
}

interface Seat {
  readonly worker: NativeWorker;
  taken: number;
  openDocuments: number;
}

/** The worker's entry stands in the build: a thread cannot load TypeScript (the tests run from sources). */
const entry = (): URL => {
  const here = new URL('./native.worker.js', import.meta.url);
  if (import.meta.url.endsWith('.js')) return here;
  return new URL(here.href.replace('/libs/documents/', '/dist/libs/documents/'));
};

/** PDFium and zxing in worker threads: synchronous wasm must neither block nor hang nor take down the process. */
export class NativePool {
  private readonly seats: Seat[] = [];
  private modules: Promise<{ pdfium: WebAssembly.Module; zxingWasm: Uint8Array }> | null = null;
  private nextDocument = 1;
  private disposed = false;

  constructor(readonly options: NativePoolOptions) {}

  /** @param load gives the file's bytes; called again should the worker be lost while the document is open */
  async openPdf(load: () => Promise<Uint8Array>): Promise<PdfHandle> {
    const handle = new PdfHandle(this, this.nextDocument++, load);
    await handle.open();
    return handle;
  }

  async barcodes(widthPx: number, heightPx: number, luminance: () => Uint8Array): Promise<FoundBarcode[]> {
    return this.onceMore(async () => {
      const seat = await this.seat();
      seat.taken++;
      const bytes = luminance();
      const request = { widthPx, heightPx, luminance: bytes };
      return this.guarded(seat, () => seat.worker.call('barcodes', request, this.options.timeoutMs, [whole(bytes)]));
    });
  }

  async dispose(): Promise<void> {
    this.disposed = true;
    await Promise.all(this.seats.splice(0).map((seat) => seat.worker.terminate()));
  }

  /** Again on another worker when the first was lost through another document's fault. */
  async onceMore<T>(attempt: () => Promise<T>): Promise<T> {
    try {
      return await attempt();
    } catch (error) {
      if (!(error instanceof WorkerLost)) throw error;
    }
    try {
      return await attempt();
    } catch (error) {
      if (error instanceof WorkerLost)
        throw new SandyError('document.broken', { reason: 'reader_lost' }, { cause: error });
      throw error;
    }
  }

  /** The least busy worker that still takes work; a new one while there are fewer than wanted. */
  async seat(): Promise<Seat> {
    const { pdfium, zxingWasm } = await this.loadModules();
    if (this.disposed) throw new SandyError('internal', { reason: 'disposed' });
    const willing = this.seats.filter((seat) => !seat.worker.lost && seat.taken < this.options.recycleAfter);
    const idle = willing.find((seat) => seat.openDocuments === 0 && seat.worker.load === 0);
    if (idle) return idle;
    if (willing.length < this.options.workers) {
      const data = { pdfium, zxingWasm, maxHeapBytes: this.options.maxHeapBytes };
      const seat: Seat = { worker: new NativeWorker(entry(), data), taken: 0, openDocuments: 0 };
      this.seats.push(seat);
      return seat;
    }
    return willing.reduce((best, seat) => (busy(seat) < busy(best) ? seat : best));
  }

  async guarded<T>(seat: Seat, work: () => Promise<T>): Promise<T> {
    try {
      return await work();
    } finally {
      this.retire(seat);
    }
  }

  retire(seat: Seat): void {
    const spent = seat.taken >= this.options.recycleAfter && seat.openDocuments === 0 && seat.worker.load === 0;
    if (!spent && !seat.worker.lost) return;
    const index = this.seats.indexOf(seat);
    if (index >= 0) this.seats.splice(index, 1);
    void seat.worker.terminate();
  }

  private loadModules(): Promise<{ pdfium: WebAssembly.Module; zxingWasm: Uint8Array }> {
    this.modules ??= (async () => {
      const { resolve } = createRequire(import.meta.url);
      const [pdfium, zxingWasm] = await Promise.all([
        readFile(resolve('@hyzyla/pdfium/pdfium.wasm')),
        readFile(resolve('zxing-wasm/reader/zxing_reader.wasm')),
      ]);
      return { pdfium: await WebAssembly.compile(pdfium), zxingWasm };
    })();
    return this.modules;
  }
}

/** A PDF that is open in one worker and stays there until it is closed. */
export class PdfHandle {
  private seat: Seat | null = null;
  private closed = false;
  outline: PdfOutline = { pages: [], dynamicXfa: false };

  constructor(
    private readonly pool: NativePool,
    private readonly document: number,
    private readonly load: () => Promise<Uint8Array>,
  ) {}

  open(): Promise<void> {
    return this.pool.onceMore(() => this.openNow());
  }

  /** Opens the file again, once, when its worker was lost meanwhile. */
  call<C extends Exclude<NativeCall, 'pdf.open' | 'pdf.close' | 'barcodes'>>(
    call: C,
    request: Omit<Request<C>, 'document'>,
  ): Promise<Reply<C>> {
    return this.pool.onceMore(async () => {
      if (this.closed) throw new SandyError('internal', { reason: 'document_closed' });
      if (!this.seat || this.seat.worker.lost) await this.openNow();
      const seat = this.seat!;
      return this.pool.guarded(seat, () =>
        seat.worker.call(call, { ...request, document: this.document } as Request<C>, this.pool.options.timeoutMs),
      );
    });
  }

  async close(): Promise<void> {
    if (this.closed) return;
    this.closed = true;
    const { seat } = this;
    this.seat = null;
    if (!seat) return;
    try {
      await seat.worker.call('pdf.close', { document: this.document }, this.pool.options.timeoutMs);
    } catch (error) {
      if (!(error instanceof WorkerLost)) throw error;
    } finally {
      seat.openDocuments--;
      this.pool.retire(seat);
    }
  }

  private async openNow(): Promise<void> {
    const seat = await this.pool.seat();
    seat.taken++;
    seat.openDocuments++;
    try {
      const bytes = await this.load();
      const request = { document: this.document, bytes };
      this.outline = await seat.worker.call('pdf.open', request, this.pool.options.timeoutMs, [whole(bytes)]);
      this.seat = seat;
    } catch (error) {
      seat.openDocuments--;
      this.pool.retire(seat);
      throw error;
    }
  }
}

const busy = (seat: Seat): number => seat.openDocuments + seat.worker.load;

/** The buffer to hand over; bytes that share one with others (small Node buffers do) must be copied by the caller first. */
function whole(bytes: Uint8Array): ArrayBuffer {
  if (bytes.byteLength !== bytes.buffer.byteLength) throw new RangeError('bytes share their buffer');
  return bytes.buffer as ArrayBuffer;
}
