import { Worker } from 'node:worker_threads';
import { SandyError, type Word } from '../../domain/index.js';
import { type RecogniseRequest, type TesseractReply, type TesseractWorkerData } from './protocol.js';

const MAX_JS_HEAP_MB = 512;

/** The worker's entry stands in the build: a thread cannot load TypeScript (the tests run from sources). */
const entry = (): URL => {
  const here = new URL('./tesseract.worker.js', import.meta.url);
  if (import.meta.url.endsWith('.js')) return here;
  return new URL(here.href.replace('/libs/ocr/', '/dist/libs/ocr/'));
};

/** One thread with Tesseract in it, busy with at most one page. Once `lost` it stays lost. */
export class TesseractWorker {
  private readonly worker: Worker;
  private settle: { resolve: (words: Word[]) => void; reject: (error: Error) => void } | null = null;
  private isLost = false;
  /** Pages read so far. */
  pages = 0;
  /** What Tesseract is set up for: another combination takes time to load. */
  languages = '';

  constructor(data: TesseractWorkerData) {
    this.worker = new Worker(entry(), {
      workerData: data,
      resourceLimits: { maxOldGenerationSizeMb: MAX_JS_HEAP_MB },
      stdout: true,
      stderr: true,
    });
    this.worker.stdout.resume();
    this.worker.stderr.resume();
    this.worker.unref();
    this.worker.on('message', (reply: TesseractReply) => this.receive(reply));
    // Without a listener an error in the thread would end the process.
    this.worker.on('error', (error) => this.end(failed(error.message)));
    this.worker.on('exit', () => this.end(failed('the worker ended')));
  }

  get lost(): boolean {
    return this.isLost;
  }

  get busy(): boolean {
    return this.settle !== null;
  }

  /** @throws SandyError `engine.failed`, or what `kill` was given */
  recognise(request: RecogniseRequest): Promise<Word[]> {
    return new Promise((resolve, reject) => {
      if (this.isLost) return reject(failed('the worker is gone'));
      this.settle = { resolve, reject };
      this.pages++;
      this.languages = request.languages;
      this.worker.ref();
      this.worker.postMessage(request, [request.rgb.buffer as ArrayBuffer]);
    });
  }

  /** Ends the thread at once, in the middle of a page too; that page fails with `error`. */
  kill(error: Error): void {
    this.end(error);
  }

  private receive(reply: TesseractReply): void {
    if (reply.kind === 'ready') return;
    const { settle } = this;
    if (reply.kind === 'error' && reply.fatal) return this.end(failed(reply.message));
    this.settle = null;
    this.worker.unref();
    if (reply.kind === 'words') settle?.resolve(reply.words);
    else settle?.reject(failed(reply.message));
  }

  private end(error: Error): void {
    if (this.isLost) return;
    this.isLost = true;
    this.settle?.reject(error);
    this.settle = null;
    void this.worker.terminate();
  }
}

const failed = (reason: string): SandyError =>
  new SandyError('engine.failed', { engine: 'tesseract', reason: reason.slice(0, 200) });
