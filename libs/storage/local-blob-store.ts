import { randomBytes } from 'node:crypto';
import { createReadStream } from 'node:fs';
import { access, copyFile, mkdir, open, rename, rm, writeFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { type Readable } from 'node:stream';
import { SandyError } from '../domain/index.js';
import { type BlobStore } from './blob-store.js';

const KEY = /^[a-z0-9]+(\/[a-z0-9][a-z0-9.-]*)+$/;

/** Files under one folder. A file appears whole or not at all, and is on the disk before `put` answers. */
export class LocalBlobStore implements BlobStore {
  constructor(private readonly root: string) {}

  async put(key: string, localPath: string): Promise<void> {
    const target = this.path(key);
    await mkdir(dirname(target), { recursive: true });
    await sync(localPath);
    await rename(localPath, target).catch((error: NodeJS.ErrnoException) => {
      if (error.code !== 'EXDEV') throw error;
      return this.copyIn(localPath, target);
    });
    await sync(dirname(target));
  }

  async has(key: string): Promise<boolean> {
    return access(this.path(key)).then(
      () => true,
      () => false,
    );
  }

  async read(key: string): Promise<Readable> {
    return this.withFile(key, async (path) => createReadStream(path));
  }

  async withFile<T>(key: string, use: (path: string) => Promise<T>): Promise<T> {
    if (!(await this.has(key))) throw new SandyError('resource.not_found', { blob: key });
    return use(this.path(key));
  }

  async delete(key: string): Promise<void> {
    await rm(this.path(key), { force: true });
  }

  async check(): Promise<void> {
    const probe = join(this.root, `.probe-${randomBytes(6).toString('hex')}`);
    await mkdir(this.root, { recursive: true });
    await writeFile(probe, 'ok');
    await rm(probe);
  }

  private async copyIn(from: string, target: string): Promise<void> {
    const part = `${target}.${randomBytes(6).toString('hex')}.part`;
    await copyFile(from, part);
    await sync(part);
    await rename(part, target);
    await rm(from);
  }

  /** @throws TypeError for a key that is not ours, which could point outside the folder */
  private path(key: string): string {
    if (!KEY.test(key)) throw new TypeError(`not a blob key: ${key}`);
    return join(this.root, key);
  }
}

async function sync(path: string): Promise<void> {
  const handle = await open(path, 'r');
  await handle.sync().finally(() => handle.close());
}
