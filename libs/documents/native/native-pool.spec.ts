import { PDFDocument, StandardFonts } from 'pdf-lib';
import { NativePool } from './native-pool.js';

const MB = 1024 * 1024;
const options = { workers: 1, timeoutMs: 10_000, recycleAfter: 50, maxHeapBytes: 256 * MB };
let bytes: Uint8Array;

beforeAll(async () => {
  const document = await PDFDocument.create();
  const font = await document.embedFont(StandardFonts.Helvetica);
  document.addPage([200, 200]).drawText('Facture', { x: 20, y: 100, size: 12, font });
  bytes = await document.save();
});

const load = async (): Promise<Uint8Array> => new Uint8Array(bytes);

async function withPool(work: (pool: NativePool) => Promise<void>, other: Partial<typeof options> = {}): Promise<void> {
  const pool = new NativePool({ ...options, ...other });
  try {
    await work(pool);
  } finally {
    await pool.dispose();
  }
}

/** Takes the worker away under a document, as a crash through another document does. */
async function loseWorker(pool: NativePool): Promise<void> {
  const { worker } = await pool.seat();
  await worker.terminate();
}

describe('the pool of PDF readers', () => {
  it('keeps many documents open in one worker', () =>
    withPool(async (pool) => {
      const open = await Promise.all(Array.from({ length: 8 }, () => pool.openPdf(load)));
      for (const document of open) expect((await document.call('pdf.words', { page: 1 }))[0]!.text).toBe('Facture');
      await Promise.all(open.map((document) => document.close()));
    }));

  it('opens a document again when its worker is lost', () =>
    withPool(async (pool) => {
      let loads = 0;
      const document = await pool.openPdf(() => (loads++, load()));
      await loseWorker(pool);
      expect(await document.call('pdf.words', { page: 1 })).toHaveLength(1);
      expect(loads).toBe(2);
      await document.close();
    }));

  it('replaces workers that have read their share', () =>
    withPool(
      async (pool) => {
        const first = (await pool.seat()).worker;
        for (let i = 0; i < 5; i++) await (await pool.openPdf(load)).close();
        expect(first.lost).toBe(true);
        expect((await pool.seat()).worker).not.toBe(first);
      },
      { recycleAfter: 2 },
    ));

  it('does not take a worker away from a document that is open', () =>
    withPool(
      async (pool) => {
        const documents = [await pool.openPdf(load), await pool.openPdf(load), await pool.openPdf(load)];
        for (const document of documents) expect(await document.call('pdf.words', { page: 1 })).toHaveLength(1);
        for (const document of documents) await document.close();
      },
      { recycleAfter: 1 },
    ));

  it('ends a call that takes too long and serves the next', () =>
    withPool(
      async (pool) => {
        const document = await pool.openPdf(load);
        const slow = document.call('pdf.render', { page: 1, widthPx: 5000, heightPx: 5000 });
        await expect(slow).rejects.toMatchObject({ code: 'document.timeout' });
      },
      { timeoutMs: 60 },
    ));

  it('refuses work that needs more memory than allowed and serves the next', () =>
    withPool(
      async (pool) => {
        const document = await pool.openPdf(load);
        const huge = document.call('pdf.render', { page: 1, widthPx: 8000, heightPx: 8000 });
        await expect(huge).rejects.toMatchObject({ code: 'document.bomb' });
        expect(await document.call('pdf.words', { page: 1 })).toHaveLength(1);
        await document.close();
      },
      { maxHeapBytes: 64 * MB },
    ));

  it('fails what is waiting when it is disposed of', async () => {
    const pool = new NativePool(options);
    const document = await pool.openPdf(load);
    const refused = expect(document.call('pdf.words', { page: 1 })).rejects.toMatchObject({ name: 'SandyError' });
    await pool.dispose();
    await refused;
  });
});
