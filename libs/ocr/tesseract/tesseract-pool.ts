import { SandyError, type Word } from '../../domain/index.js';
import { type RecogniseRequest, type TesseractWorkerData } from './protocol.js';
import { TesseractWorker } from './tesseract-worker.js';

export interface TesseractPoolOptions {
  readonly workers: number;
  /** Of one page, counted from when a worker takes it up; start of a fresh worker included. */
  readonly pageTimeoutMs: number;
  /** Pages after which a worker is replaced: its wasm memory only grows. */
  readonly recycleAfter: number;
}

interface Job {
  readonly request: () => Promise<RecogniseRequest>;
  readonly languages: string;
  readonly signal: AbortSignal;
  /** Called when the job waits no longer. */
  readonly leave: () => void;
  readonly resolve: (words: Word[]) => void;
  readonly reject: (error: unknown) => void;
}

/** Shares pages out to workers, first come first served. Workers are made on demand and kept warm. */
export class TesseractPool {
  private workers: TesseractWorker[] = [];
  private readonly taken = new Set<TesseractWorker>();
  private waiting: Job[] = [];
  private disposed = false;

  constructor(
    private readonly data: TesseractWorkerData,
    private readonly options: TesseractPoolOptions,
  ) {}

  /**
   * @param request makes the pixels, called when a worker is free so that waiting pages hold no memory
   * @throws SandyError `engine.timeout`, `engine.failed`, and what `request` throws
   */
  recognise(languages: string, request: () => Promise<RecogniseRequest>, signal: AbortSignal): Promise<Word[]> {
    return new Promise((resolve, reject) => {
      if (this.disposed) return reject(new SandyError('engine.unavailable', { reason: 'disposed' }));
      if (signal.aborted) return reject(aborted());
      const giveUp = (): void => {
        this.waiting = this.waiting.filter((other) => other !== job);
        reject(aborted());
      };
      const leave = (): void => signal.removeEventListener('abort', giveUp);
      const job: Job = { request, languages, signal, leave, resolve, reject };
      signal.addEventListener('abort', giveUp, { once: true });
      this.waiting.push(job);
      this.next();
    });
  }

  dispose(): void {
    this.disposed = true;
    const gone = new SandyError('engine.unavailable', { reason: 'disposed' });
    for (const job of this.waiting.splice(0)) {
      job.leave();
      job.reject(gone);
    }
    for (const worker of this.workers.splice(0)) worker.kill(gone);
  }

  private next(): void {
    const [job] = this.waiting;
    const worker = job && this.free(job.languages);
    if (!job || !worker) return;
    this.waiting.shift();
    job.leave();
    this.taken.add(worker);
    void this.run(worker, job).finally(() => {
      this.taken.delete(worker);
      if (worker.pages >= this.options.recycleAfter) worker.kill(new SandyError('internal'));
      this.workers = this.workers.filter((other) => !other.lost);
      this.next();
    });
  }

  private free(languages: string): TesseractWorker | null {
    const idle = this.workers.filter((worker) => !this.taken.has(worker) && !worker.lost);
    const [first] = idle;
    const ready = idle.find((worker) => worker.languages === languages) ?? first;
    if (ready) return ready;
    if (this.workers.filter((worker) => !worker.lost).length >= this.options.workers) return null;
    const fresh = new TesseractWorker(this.data);
    this.workers.push(fresh);
    return fresh;
  }

  private async run(worker: TesseractWorker, { request, signal, resolve, reject }: Job): Promise<void> {
    const timeoutMs = this.options.pageTimeoutMs;
    const stop = (): void => worker.kill(aborted());
    let timer: NodeJS.Timeout | undefined;
    try {
      const page = await request();
      if (signal.aborted) throw aborted();
      signal.addEventListener('abort', stop, { once: true });
      timer = setTimeout(
        () => worker.kill(new SandyError('engine.timeout', { engine: 'tesseract', timeoutMs })),
        timeoutMs,
      );
      resolve(await worker.recognise(page));
    } catch (error) {
      reject(error);
    } finally {
      clearTimeout(timer);
      signal.removeEventListener('abort', stop);
    }
  }
}

const aborted = (): SandyError => new SandyError('engine.timeout', { engine: 'tesseract', reason: 'aborted' });
