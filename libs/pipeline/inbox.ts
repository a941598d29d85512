import { createReadStream } from 'node:fs';
import { mkdir, readdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { asSandyError, SandyError } from '../domain/index.js';
import { type Receiver } from '../storage/index.js';
import { reserveName } from './free-name.js';
import { InboxClaim, isSame, sightingOf, type Sighting } from './inbox-claim.js';
import { type Intake, type Taken } from './intake.js';

export interface InboxLog {
  taken(name: string, invoiceId: number, known: boolean): void;
  refused(name: string, code: string): void;
  trouble(error: unknown): void;
}

export interface InboxOptions {
  readonly engine: string;
  /** A file that a process has claimed and not moved on for so long is taken over: the process died. */
  readonly leaseMs: number;
  /** Waits after a fault of ours (no database, no disk); a file that still fails after the last goes to `failed/`. */
  readonly retryAfterMs: readonly number[];
}

export const INBOX_OPTIONS = { leaseMs: 30_000, retryAfterMs: [2_000, 10_000, 60_000, 300_000] } as const;

interface Failure {
  readonly times: number;
  readonly retryAt: number;
}

/**
 * A folder where people and scanners drop files. A file is taken once it has not changed between two looks; then it
 * is moved to `done/`, or to `failed/` with `NAME.error.json` beside it. Files that begin with a dot and folders are
 * left alone. Several processes may watch one folder.
 */
export class Inbox {
  private seen = new Map<string, Sighting>();
  private readonly failures = new Map<string, Failure>();
  private looking: Promise<void> | null = null;
  private stopped = false;

  constructor(
    private readonly folder: string,
    private readonly receiver: Receiver,
    private readonly intake: Intake,
    private readonly options: InboxOptions,
    private readonly log: InboxLog,
  ) {}

  /** One look; calls that overlap share it. */
  look(): Promise<void> {
    if (this.stopped) return Promise.resolve();
    this.looking ??= this.lookNow()
      .catch((error: unknown) => this.log.trouble(error))
      .finally(() => {
        this.looking = null;
      });
    return this.looking;
  }

  /** Ends the file under way and takes no more. */
  async stop(): Promise<void> {
    this.stopped = true;
    await this.looking;
  }

  private async lookNow(): Promise<void> {
    for (const name of ['', 'done', 'failed']) await mkdir(join(this.folder, name), { recursive: true });
    const { leaseMs } = this.options;
    for (const claim of await InboxClaim.takeAbandoned(this.folder, leaseMs)) await this.takeSafely(claim, null);

    const before = this.seen;
    this.seen = await this.present();
    for (const [name, sighting] of this.seen) {
      if (this.stopped) return;
      if (!isSame(before.get(name), sighting) || Date.now() < (this.failures.get(name)?.retryAt ?? 0)) continue;
      const claim = await InboxClaim.take(this.folder, name, leaseMs).catch((error: unknown) => {
        this.failedOnce(name, error);
        return null;
      });
      if (claim) await this.takeSafely(claim, sighting);
    }
  }

  private async present(): Promise<Map<string, Sighting>> {
    const present = new Map<string, Sighting>();
    for (const entry of await readdir(this.folder, { withFileTypes: true })) {
      if (!entry.isFile() || entry.name.startsWith('.')) continue;
      const sighting = await sightingOf(join(this.folder, entry.name));
      if (sighting) present.set(entry.name, sighting);
    }
    for (const name of this.failures.keys()) if (!present.has(name)) this.failures.delete(name);
    return present;
  }

  /** No file's fault keeps the others waiting. */
  private async takeSafely(claim: InboxClaim, seen: Sighting | null): Promise<void> {
    try {
      await this.take(claim, seen ?? (await sightingOf(claim.path)));
    } catch (error) {
      this.log.trouble(error);
    } finally {
      await claim.end().catch((error: unknown) => this.log.trouble(error));
    }
  }

  private async take(claim: InboxClaim, seen: Sighting | null): Promise<void> {
    const result = await this.handIn(claim, seen).catch(asSandyError);
    const now = await sightingOf(claim.path);
    if (!now) return;
    // Somebody who had it open wrote on: it is looked at again from the start.
    if (result === null || !isSame(now, seen)) await claim.moveTo(this.folder);
    else if (result instanceof SandyError) await this.refuse(claim, result);
    else {
      await claim.moveTo(join(this.folder, 'done'));
      this.failures.delete(claim.name);
      this.log.taken(claim.name, result.id, result.known);
    }
  }

  /** @returns null when the file has changed while it was read */
  private async handIn(claim: InboxClaim, seen: Sighting | null): Promise<Taken | null> {
    const file = await this.receiver.receive(createReadStream(claim.path));
    if (!isSame(await sightingOf(claim.path), seen)) {
      await this.receiver.discard(file.path);
      return null;
    }
    const { engine } = this.options;
    return this.intake.take(file, { originalName: claim.name, engine, source: 'inbox', actor: 'inbox' });
  }

  private async refuse(claim: InboxClaim, error: SandyError): Promise<void> {
    const { code, message, params, cause } = error;
    const isOurs = code === 'internal';
    if (isOurs && this.failedOnce(claim.name, cause)) {
      await claim.moveTo(this.folder);
      return;
    }
    this.failures.delete(claim.name);
    const failed = join(this.folder, 'failed');
    const moved = await claim.moveTo(failed);
    const reason = { code, message, params, ...(isOurs && { cause: String(cause) }) };
    const beside = await reserveName(failed, moved, '.error.json');
    await writeFile(join(failed, beside), JSON.stringify(reason, null, 2));
    this.log.refused(claim.name, code);
  }

  /** @returns whether it is worth another try, after a wait */
  private failedOnce(name: string, error: unknown): boolean {
    this.log.trouble(error);
    const waits = this.options.retryAfterMs;
    const times = (this.failures.get(name)?.times ?? 0) + 1;
    const wait = waits[Math.min(times, waits.length) - 1] ?? 0;
    this.failures.set(name, { times, retryAt: Date.now() + wait });
    return times <= waits.length;
  }
}
