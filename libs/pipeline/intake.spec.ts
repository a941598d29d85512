import { mkdtemp, readdir, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Readable } from 'node:stream';
import { type DocumentReader } from '../documents/index.js';
import { type UnitOfWork } from '../domain/index.js';
import { Database, type Stores } from '../persistence/index.js';
import { LocalBlobStore, Receiver } from '../storage/index.js';
import { type EngineChoice } from './engine-choice.js';
import { Intake } from './intake.js';

const ARRIVAL = { originalName: 'facture.pdf', engine: 'auto', source: 'upload', actor: 'user:1' } as const;

describe('intake', () => {
  let folder: string;
  let books: Database;
  let receiver: Receiver;
  beforeEach(async () => {
    folder = await mkdtemp(join(tmpdir(), 'sandy-intake-'));
    books = await Database.open(`sqlite:${join(folder, 'books.sqlite')}`);
    await books.migrate();
    receiver = new Receiver(join(folder, 'incoming'), 1000);
  });
  afterEach(async () => {
    await books.close();
    await rm(folder, { recursive: true });
  });

  const take = async (work: UnitOfWork<Stores>, content = 'facture') => {
    const documents = {
      inspect: async () => ({ mime: 'application/pdf', sizeBytes: content.length, pageCount: 1 }),
    } as unknown as DocumentReader;
    const engines = { check: async () => {} } as unknown as EngineChoice;
    const blobs = new LocalBlobStore(join(folder, 'blobs'));
    const intake = new Intake(work, documents, blobs, receiver, engines, 3, () => {});
    return intake.take(await receiver.receive(Readable.from([Buffer.from(content)])), ARRIVAL);
  };
  const filesKept = async () => {
    const found = await readdir(join(folder, 'blobs'), { recursive: true, withFileTypes: true }).catch(() => []);
    return found.filter((entry) => entry.isFile()).length;
  };
  /** @param when how far the transaction gets before it fails */
  const failing = (when: 'before the job' | 'at the end', times = Infinity): UnitOfWork<Stores> => ({
    read: (use) => books.work.read(use),
    run: (use) =>
      books.work.run(async (stores) => {
        const fail = times-- > 0;
        const jobs = Object.create(stores.jobs) as Stores['jobs'];
        if (fail && when === 'before the job') jobs.add = () => Promise.reject(new Error('disk full'));
        const result = await use({ ...stores, jobs });
        if (fail) throw new Error('disk full');
        return result;
      }),
  });

  it('keeps no file whose row could not be written', async () => {
    for (const when of ['before the job', 'at the end'] as const) {
      await expect(take(failing(when))).rejects.toThrow('disk full');
      expect(await filesKept()).toBe(0);
      expect(await readdir(join(folder, 'incoming'))).toEqual([]);
    }
    expect(await take(books.work)).toMatchObject({ known: false, status: 'queued' });
    expect(await filesKept()).toBe(1);
  });

  it('never takes away the file of a document that is there', async () => {
    const { id } = await take(books.work);
    const meanwhileUnseen: UnitOfWork<Stores> = {
      run: (use) => failing('at the end', 1).run(use),
      read: async () => null as never,
    };
    await expect(take(meanwhileUnseen)).rejects.toThrow('disk full');
    expect(await filesKept()).toBe(1);
    expect(await take(books.work)).toEqual({ id, status: 'queued', known: true });
  });

  it('makes one document of the same bytes handed in several times at once', async () => {
    const taken = await Promise.all(Array.from({ length: 5 }, () => take(books.work)));
    expect(new Set(taken.map(({ id }) => id)).size).toBe(1);
    expect(taken.filter(({ known }) => !known)).toHaveLength(1);
    expect(await filesKept()).toBe(1);
  });
});
