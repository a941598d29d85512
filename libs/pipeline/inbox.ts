import { createReadStream } from 'node:fs';
import { mkdir, readdir, rename, stat, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { asSandyError } from '../domain/index.js';
import { type Receiver } from '../storage/index.js';
import { type Intake } from './intake.js';

interface Sighting {
  readonly size: number;
  readonly modifiedMs: number;
}

export interface InboxLog {
  taken(name: string, invoiceId: number, known: boolean): void;
  refused(name: string, code: string): void;
  trouble(error: unknown): void;
}

/**
 * A folder where people and scanners drop files. A file is taken once it has not changed between two looks; then it
 * is moved to `done/`, or to `failed/` with `NAME.error.json` beside it. Files that begin with a dot and folders are
 * left alone.
 */
export class Inbox {
  private seen = new Map<string, Sighting>();
  private looking: Promise<void> | null = null;

  constructor(
    private readonly folder: string,
    private readonly receiver: Receiver,
    private readonly intake: Intake,
    private readonly engine: string,
    private readonly log: InboxLog,
  ) {}

  /** One look; calls that overlap share it. */
  look(): Promise<void> {
    this.looking ??= this.lookNow()
      .catch((error: unknown) => this.log.trouble(error))
      .finally(() => {
        this.looking = null;
      });
    return this.looking;
  }

  private async lookNow(): Promise<void> {
    for (const name of ['', 'done', 'failed']) await mkdir(join(this.folder, name), { recursive: true });
    const present = new Map<string, Sighting>();
    for (const entry of await readdir(this.folder, { withFileTypes: true })) {
      if (!entry.isFile() || entry.name.startsWith('.')) continue;
      const { size, mtimeMs } = await stat(join(this.folder, entry.name));
      present.set(entry.name, { size, modifiedMs: mtimeMs });
    }
    const before = this.seen;
    this.seen = present;
    for (const [name, { size, modifiedMs }] of present) {
      const last = before.get(name);
      if (last?.size === size && last.modifiedMs === modifiedMs) await this.take(name);
    }
  }

  private async take(name: string): Promise<void> {
    const path = join(this.folder, name);
    try {
      const file = await this.receiver.receive(createReadStream(path));
      const arrival = { originalName: name, engine: this.engine, source: 'inbox', actor: 'inbox' } as const;
      const { id, known } = await this.intake.take(file, arrival);
      await this.moveTo('done', name);
      this.log.taken(name, id, known);
    } catch (error) {
      const { code, message, params, status } = asSandyError(error);
      if (status >= 500 && code === 'internal') throw error;
      const moved = await this.moveTo('failed', name);
      await writeFile(`${moved}.error.json`, JSON.stringify({ code, message, params }, null, 2));
      this.log.refused(name, code);
    } finally {
      this.seen.delete(name);
    }
  }

  /** Under a free name: a second `facture.pdf` becomes `facture.pdf.2`. */
  private async moveTo(place: 'done' | 'failed', name: string): Promise<string> {
    const taken = new Set(await readdir(join(this.folder, place)));
    let free = name;
    for (let n = 2; taken.has(free); n++) free = `${name}.${n}`;
    const target = join(this.folder, place, free);
    await rename(join(this.folder, name), target);
    return target;
  }
}
