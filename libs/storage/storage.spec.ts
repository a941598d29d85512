import { createReadStream } from 'node:fs';
import { mkdtemp, readdir, rm, symlink, utimes, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Readable } from 'node:stream';
import { text } from 'node:stream/consumers';
import { LocalBlobStore, Receiver } from './index.js';

describe('storage', () => {
  let folder: string;
  beforeEach(async () => {
    folder = await mkdtemp(join(tmpdir(), 'sandy-storage-'));
  });
  afterEach(() => rm(folder, { recursive: true }));

  const file = async (content: string) => {
    const path = join(folder, `in-${Math.random()}`);
    await writeFile(path, content);
    return path;
  };

  it('keeps a file under its key and takes it from its place', async () => {
    const store = new LocalBlobStore(join(folder, 'blobs'));
    const path = await file('facture');
    await store.put('documents/ab/abcd', path);
    expect(await text(await store.read('documents/ab/abcd'))).toBe('facture');
    expect(await readdir(folder)).toEqual(['blobs']);
    await store.put('documents/ab/abcd', await file('facture'));
    await store.delete('documents/ab/abcd');
    await expect(store.read('documents/ab/abcd')).rejects.toMatchObject({ code: 'resource.not_found' });
  });

  it('refuses keys that could leave its folder', async () => {
    const store = new LocalBlobStore(join(folder, 'blobs'));
    for (const key of ['../secret', 'a/../../b', '/etc/passwd', 'a', 'documents//x', 'documents/.x']) {
      await expect(store.has(key)).rejects.toThrow(TypeError);
    }
  });

  it('measures and fingerprints what it receives', async () => {
    const received = await new Receiver(folder, 100).receive(Readable.from([Buffer.from('abc')]));
    expect(received).toMatchObject({
      sizeBytes: 3,
      sha256: 'ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad',
    });
  });

  it('stops at the limit and leaves nothing behind', async () => {
    let asked = 0;
    const endless = new Readable({
      read() {
        asked++;
        this.push(Buffer.alloc(64 * 1024));
      },
    });
    const receiver = new Receiver(folder, 1_000_000);
    await expect(receiver.receive(endless)).rejects.toMatchObject({ code: 'document.too_large' });
    expect(asked).toBeLessThan(40);
    await expect(receiver.receive(Readable.from([]))).rejects.toMatchObject({ code: 'document.empty' });
    expect(await readdir(folder)).toEqual([]);
  });

  it('answers with the fault of a source, also of one that fails before it is read', async () => {
    const incoming = join(folder, 'incoming');
    const receiver = new Receiver(incoming, 100);
    const missing = createReadStream(join(folder, 'gone.pdf'));
    await expect(receiver.receive(missing)).rejects.toMatchObject({ code: 'ENOENT' });
    const failed = new Readable({ read: () => {} }).destroy(new Error('torn off'));
    await expect(receiver.receive(failed)).rejects.toThrow('torn off');
    const blocked = new Receiver(join(await file('not a folder'), 'incoming'), 100);
    const source = new Readable({ read: () => {} });
    await expect(blocked.receive(source)).rejects.toMatchObject({ code: 'ENOTDIR' });
    expect(source.destroyed).toBe(true);
    expect(await readdir(incoming)).toEqual([]);
  });

  it('goes on sweeping past a file that vanishes', async () => {
    await symlink(join(folder, 'nowhere'), join(folder, 'a-vanished'));
    await utimes(await file('half'), 0, 0);
    expect(await new Receiver(folder, 1).purgeOlderThan(new Date(Date.now() - 60_000))).toBe(1);
  });

  it('sweeps up what a killed process left', async () => {
    const path = await file('half');
    await file('fresh');
    await utimes(path, 0, 0);
    expect(await new Receiver(folder, 1).purgeOlderThan(new Date(Date.now() - 60_000))).toBe(1);
    expect(await readdir(folder)).toHaveLength(1);
  });
});
