import { ApiError, asApiError } from '../api/api-error';
import { invoicesApi } from '../api/invoices';
import { type Invoice } from '../api/types';
import { uploadInvoice } from '../api/upload';

export type Phase = 'waiting' | 'sending' | 'queued' | 'processing' | 'done' | 'error';

/** One file that was dropped, from sending to result. */
export interface Reading {
  readonly key: number;
  readonly file: File;
  readonly engine: string;
  readonly phase: Phase;
  /** Share that has been sent, 0–1. */
  readonly share: number;
  readonly id: number | null;
  readonly known: boolean;
  readonly invoice: Invoice | null;
  readonly error: ApiError | null;
  /** When the server took it, for telling how long it has been at it. */
  readonly takenAt: number | null;
}

const AT_ONCE = 2;
const UNDER_WAY = ['queued', 'processing'];
/** Quick at first, since most documents take a second. */
const pauseAfter = (asked: number): number => (asked < 10 ? 500 : asked < 40 ? 1_500 : 5_000);
const GIVE_UP_MS = 15 * 60_000;

/** Goes on while the person looks at other pages. */
class Readings {
  private list: readonly Reading[] = [];
  private readonly listeners = new Set<() => void>();
  private readonly aborts = new Map<number, AbortController>();
  private nextKey = 1;

  subscribe = (listener: () => void): (() => void) => {
    this.listeners.add(listener);
    return () => this.listeners.delete(listener);
  };

  snapshot = (): readonly Reading[] => this.list;

  add(files: readonly File[], engine: string): void {
    const added = files.map((file): Reading => this.fresh(file, engine));
    this.set([...added, ...this.list]);
    this.pump();
  }

  retry(key: number): void {
    this.set(this.list.map((one) => (one.key === key ? { ...this.fresh(one.file, one.engine), key } : one)));
    this.pump();
  }

  remove(key: number): void {
    this.aborts.get(key)?.abort();
    this.set(this.list.filter((one) => one.key !== key));
  }

  clearFinished(): void {
    this.set(this.list.filter(({ phase }) => phase !== 'done' && phase !== 'error'));
  }

  private fresh(file: File, engine: string): Reading {
    const key = this.nextKey++;
    return {
      key,
      file,
      engine,
      phase: 'waiting',
      share: 0,
      id: null,
      known: false,
      invoice: null,
      error: null,
      takenAt: null,
    };
  }

  private pump(): void {
    const sending = this.list.filter(({ phase }) => phase === 'sending').length;
    const waiting = this.list.filter(({ phase }) => phase === 'waiting').reverse();
    for (const one of waiting.slice(0, AT_ONCE - sending)) void this.run(one);
  }

  private async run({ key, file, engine }: Reading): Promise<void> {
    const abort = new AbortController();
    this.aborts.set(key, abort);
    this.change(key, { phase: 'sending' });
    try {
      const { id, status, known } = await uploadInvoice(
        file,
        engine,
        (share) => this.change(key, { share }),
        abort.signal,
      );
      this.change(key, { id, known, phase: status === 'processing' ? 'processing' : 'queued', takenAt: Date.now() });
      this.pump();
      await this.follow(key, id, abort.signal);
    } catch (error) {
      if (!abort.signal.aborted) this.change(key, { phase: 'error', error: asApiError(error) });
    } finally {
      this.aborts.delete(key);
      this.pump();
    }
  }

  private async follow(key: number, id: number, signal: AbortSignal): Promise<void> {
    const start = Date.now();
    for (let asked = 0; Date.now() - start < GIVE_UP_MS; asked++) {
      const invoice = await invoicesApi.find(id, signal).catch((error: unknown) => {
        const unanswered = error instanceof ApiError && error.status === 0;
        if (unanswered) return null;
        throw error;
      });
      if (invoice && !UNDER_WAY.includes(invoice.status)) return this.change(key, { invoice, phase: 'done' });
      if (invoice) this.change(key, { phase: invoice.status === 'processing' ? 'processing' : 'queued' });
      await new Promise((resolve) => setTimeout(resolve, pauseAfter(asked)));
      if (signal.aborted) return;
    }
    throw new ApiError('timeout', 0);
  }

  private change(key: number, change: Partial<Reading>): void {
    this.set(this.list.map((one) => (one.key === key ? { ...one, ...change } : one)));
  }

  private set(list: readonly Reading[]): void {
    this.list = list;
    this.listeners.forEach((listener) => listener());
  }
}

export const readings = new Readings();
