import { createHash, randomBytes } from 'node:crypto';
import { createWriteStream } from 'node:fs';
import { mkdir, readdir, rm, stat } from 'node:fs/promises';
import { join } from 'node:path';
import { type Readable, Transform } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import { SandyError } from '../domain/index.js';

/** A file that has arrived but is not yet part of anything. */
export interface ReceivedFile {
  readonly path: string;
  readonly sha256: string;
  readonly sizeBytes: number;
}

/** Takes bytes from outside into a folder for what is on its way, a chunk at a time. */
export class Receiver {
  constructor(
    private readonly folder: string,
    private readonly maxBytes: number,
  ) {}

  /**
   * @param source may fail at any moment, before this has begun to read it too
   * @throws SandyError `document.too_large` as soon as the limit is passed, `document.empty`, and whatever the source
   *   fails with; nothing is left behind
   */
  async receive(source: Readable): Promise<ReceivedFile> {
    const path = join(this.folder, randomBytes(16).toString('hex'));
    await this.makeFolder(source);
    const hash = createHash('sha256');
    let sizeBytes = 0;
    const { maxBytes } = this;
    const meter = new Transform({
      transform(chunk: Buffer, _encoding, done) {
        sizeBytes += chunk.length;
        if (sizeBytes > maxBytes) return done(new SandyError('document.too_large', { maxBytes }));
        hash.update(chunk);
        done(null, chunk);
      },
    });
    try {
      await pipeline(source, meter, createWriteStream(path, { flags: 'wx', mode: 0o600 }));
      if (sizeBytes === 0) throw new SandyError('document.empty');
    } catch (error) {
      await this.discard(path);
      throw error;
    }
    return { path, sha256: hash.digest('hex'), sizeBytes };
  }

  /** An error of the source that nobody listens for meanwhile would end the process. */
  private async makeFolder(source: Readable): Promise<void> {
    source.on('error', () => {});
    try {
      await mkdir(this.folder, { recursive: true });
      if (source.errored) throw source.errored;
    } catch (error) {
      source.destroy();
      throw error;
    }
  }

  async discard(path: string): Promise<void> {
    await rm(path, { force: true });
  }

  /** Deletes what a killed process left on its way. @returns how many files */
  async purgeOlderThan(instant: Date): Promise<number> {
    const names = await readdir(this.folder).catch(() => []);
    let gone = 0;
    for (const name of names) {
      const path = join(this.folder, name);
      const found = await stat(path).catch(unlessMissing);
      if (!found || found.mtime >= instant) continue;
      await this.discard(path);
      gone++;
    }
    return gone;
  }
}

/** Files come and go while the folder is walked. */
function unlessMissing(error: NodeJS.ErrnoException): null {
  if (error.code !== 'ENOENT') throw error;
  return null;
}
