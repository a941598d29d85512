import { Worker } from 'node:worker_threads';
import { SandyError } from '../../domain/index.js';
import {
  type NativeCall,
  type NativeWorkerData,
  type Reply,
  type ReplyMessage,
  type Request,
  type RequestMessage,
} from './protocol.js';

const START_LIMIT_MS = 30_000;
/** Of JavaScript memory; the wasm heap is bounded apart. */
const MAX_JS_HEAP_MB = 256;

/** The worker went away before it came to this call: the call may be made again elsewhere. */
export class WorkerLost extends Error {}

interface Call {
  readonly message: RequestMessage;
  readonly transfer: readonly ArrayBuffer[];
  readonly timeoutMs: number;
  readonly resolve: (value: unknown) => void;
  readonly reject: (error: unknown) => void;
}

/** One worker thread, asked one thing at a time. Once `lost` it stays lost. */
export class NativeWorker {
  private readonly worker: Worker;
  private readonly waiting: Call[] = [];
  private current: Call | null = null;
  private timer: NodeJS.Timeout;
  private ready = false;
  private isLost = false;

  constructor(entry: URL, data: NativeWorkerData) {
    this.worker = new Worker(entry, {
      workerData: data,
      resourceLimits: { maxOldGenerationSizeMb: MAX_JS_HEAP_MB },
      // PDFium's glue code writes to the console what it then throws.
      stdout: true,
      stderr: true,
    });
    this.worker.stdout.resume();
    this.worker.stderr.resume();
    this.worker.unref();
    this.worker.on('message', (message: ReplyMessage) => this.receive(message));
    this.worker.on('error', (error) => this.end(failureOf(error)));
    this.worker.on('exit', () => this.end(new SandyError('document.broken', { reason: 'reader_ended' })));
    this.timer = setTimeout(() => this.end(new SandyError('document.timeout', { stage: 'start' })), START_LIMIT_MS);
  }

  get lost(): boolean {
    return this.isLost;
  }

  get load(): number {
    return this.waiting.length + (this.current ? 1 : 0);
  }

  /**
   * @param timeoutMs counted from when the worker turns to this call
   * @throws WorkerLost when the worker is or gets lost through no fault of this call; SandyError `document.*`
   */
  call<C extends NativeCall>(
    call: C,
    request: Request<C>,
    timeoutMs: number,
    transfer: readonly ArrayBuffer[] = [],
  ): Promise<Reply<C>> {
    return new Promise<Reply<C>>((resolve, reject) => {
      if (this.isLost) return reject(new WorkerLost());
      const message = { call, request } as RequestMessage;
      this.waiting.push({ message, transfer, timeoutMs, resolve: resolve as (value: unknown) => void, reject });
      this.next();
    });
  }

  async terminate(): Promise<void> {
    this.end(new WorkerLost());
    await this.worker.terminate();
  }

  private next(): void {
    if (!this.ready || this.current || this.isLost) return;
    const call = this.waiting.shift();
    if (!call) return this.worker.unref();
    this.current = call;
    this.worker.ref();
    this.timer = setTimeout(() => {
      this.end(new SandyError('document.timeout', { stage: call.message.call, timeoutMs: call.timeoutMs }));
    }, call.timeoutMs);
    this.worker.postMessage(call.message, call.transfer);
  }

  private receive(message: ReplyMessage): void {
    clearTimeout(this.timer);
    if (message.kind === 'ready') {
      this.ready = true;
      return this.next();
    }
    const call = this.current;
    if (message.kind === 'error' && message.fatal) return this.end(new SandyError(message.code, message.params));
    this.current = null;
    if (message.kind === 'value') call?.resolve(message.value);
    else call?.reject(new SandyError(message.code, message.params));
    this.next();
  }

  /** The call at hand fails with `error`, those waiting with WorkerLost. */
  private end(error: Error): void {
    if (this.isLost) return;
    this.isLost = true;
    clearTimeout(this.timer);
    this.current?.reject(error);
    this.current = null;
    const innocent = this.ready ? new WorkerLost() : error;
    for (const call of this.waiting.splice(0)) call.reject(innocent);
    void this.worker.terminate();
  }
}

function failureOf(error: Error): SandyError {
  const outOfMemory = (error as NodeJS.ErrnoException).code === 'ERR_WORKER_OUT_OF_MEMORY';
  return new SandyError(
    outOfMemory ? 'document.bomb' : 'document.broken',
    { reason: error.message.slice(0, 200) },
    { cause: error },
  );
}
