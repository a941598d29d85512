import { getEventListeners } from 'node:events';
import sharp from 'sharp';
import { SandyError, type PageImage, type RasterImage } from '../../domain/index.js';
import { ocrEngineContract } from '../ocr-engine.contract.js';
import { TesseractEngine } from './tesseract-engine.js';

const never = (): AbortSignal => new AbortController().signal;
const OPTIONS = { languages: ['fra', 'eng'], attempt: 0 };

function pageOf(raster: () => Promise<RasterImage>, widthPx: number, heightPx: number): PageImage {
  return { number: 1, widthPx, heightPx, dpi: 150, textLayer: null, raster };
}

async function drawn(colour: string, width = 900, height = 500): Promise<PageImage> {
  const lines = ['FACTURE 2026-0042', 'Date 15/03/2026', 'Prestation de conseil', 'Total TTC 1234,56'];
  const text = lines.map((line, i) => `<text x="60" y="${90 + i * 70}">${line}</text>`).join('');
  const svg = `<svg xmlns="http://www.w3.org/2000/svg" width="${width}" height="${height}" font-family="Lato, DejaVu Sans, sans-serif"
    font-size="30" fill="${colour}"><rect width="100%" height="100%" fill="white"/>${text}</svg>`;
  const { data, info } = await sharp(Buffer.from(svg)).removeAlpha().raw().toBuffer({ resolveWithObject: true });
  return pageOf(async () => ({ widthPx: info.width, heightPx: info.height, data }), info.width, info.height);
}

/** The same page with noise of this deviation. */
async function rough(colour: string, deviation: number): Promise<PageImage> {
  const page = await drawn(colour);
  let dice = 1;
  const uniform = (): number => (dice = (Math.imul(dice, 1664525) + 1013904223) >>> 0) / 2 ** 32;
  const noise = (): number => (uniform() + uniform() + uniform() - 1.5) * 2 * deviation;
  return pageOf(
    async () => {
      const { widthPx, heightPx, data } = await page.raster();
      const worn = Buffer.alloc(data.length);
      for (let at = 0; at < data.length; at += 3) {
        worn.fill(Math.round(Math.min(255, Math.max(0, data[at]! - 15 + noise()))), at, at + 3);
      }
      return { widthPx, heightPx, data: worn };
    },
    page.widthPx,
    page.heightPx,
  );
}

const damaged = (): PageImage =>
  pageOf(async () => ({ widthPx: 800, heightPx: 600, data: Buffer.alloc(1234) }), 800, 600);

ocrEngineContract('Tesseract', {
  create: () => new TesseractEngine({ workers: 1 }),
  page: () => drawn('black'),
  printed: ['FACTURE', '2026-0042', 'Total', '1234,56'],
  unreadable: damaged,
});

describe('Tesseract', () => {
  const engine = new TesseractEngine({ workers: 2, recycleAfter: 2 });
  afterAll(() => engine.dispose());

  it('reads pale red print, which grey nearly loses', async () => {
    const { words } = await engine.recognise(await drawn('#ff8888'), OPTIONS, never());
    expect(words.map((word) => word.text)).toContain('1234,56');
  });

  it('finds nothing on an empty page', async () => {
    const blank = pageOf(async () => ({ widthPx: 300, heightPx: 300, data: Buffer.alloc(270_000, 255) }), 300, 300);
    expect((await engine.recognise(blank, OPTIONS, never())).words).toEqual([]);
  });

  it('survives noise and pages of one pixel', async () => {
    const noise = Buffer.from(Uint8Array.from({ length: 200 * 200 * 3 }, (_, i) => (i * 7919) % 251));
    const noisy = pageOf(async () => ({ widthPx: 200, heightPx: 200, data: noise }), 200, 200);
    const dot = pageOf(async () => ({ widthPx: 1, heightPx: 1, data: Buffer.alloc(3) }), 1, 1);
    const outcomes = await Promise.allSettled([noisy, dot].map((page) => engine.recognise(page, OPTIONS, never())));
    for (const outcome of outcomes) {
      if (outcome.status === 'rejected') expect(outcome.reason).toMatchObject({ code: 'engine.failed' });
    }
    expect((await engine.recognise(await drawn('black'), OPTIONS, never())).words.length).toBeGreaterThan(5);
  });

  it('reads more pages than a worker is kept for, several at once', async () => {
    const page = await drawn('black');
    const read = await Promise.all(Array.from({ length: 7 }, () => engine.recognise(page, OPTIONS, never())));
    for (const { words } of read) expect(words).toEqual(read[0]!.words);
  });

  it('stops in the middle of a page when the signal is aborted, and reads the next', async () => {
    const large = await drawn('black', 3000, 4000);
    await engine.recognise(await drawn('black'), OPTIONS, never());
    const abort = new AbortController();
    const reading = engine.recognise(large, OPTIONS, abort.signal);
    setTimeout(() => abort.abort(), 100);
    await expect(reading).rejects.toMatchObject({ code: 'engine.timeout' });
    expect((await engine.recognise(await drawn('black'), OPTIONS, never())).words.length).toBeGreaterThan(5);
  });

  it('listens to the signal no longer when its pages are read or given up', async () => {
    const ending = new TesseractEngine({ workers: 1 });
    const { signal } = new AbortController();
    const page = await drawn('black');
    await Promise.all([1, 2, 3].map(() => ending.recognise(page, OPTIONS, signal)));
    expect(getEventListeners(signal, 'abort')).toEqual([]);
    const reading = Promise.allSettled([1, 2, 3].map(() => ending.recognise(page, OPTIONS, signal)));
    await ending.dispose();
    await reading;
    expect(getEventListeners(signal, 'abort')).toEqual([]);
  });

  it('reads faint print on rough paper', async () => {
    const { words } = await engine.recognise(await rough('#b8b8b8', 14), OPTIONS, never());
    expect(words.map((word) => word.text)).toEqual(expect.arrayContaining(['FACTURE', '2026-0042', '1234,56']));
  });

  it('finds nothing in a halftone, and soon', async () => {
    const [width, height] = [1600, 2200];
    const data = Buffer.alloc(width * height * 3);
    for (let i = 0; i < width * height; i++) {
      const [x, y] = [i % width, Math.floor(i / width)];
      data.fill(Math.hypot((x % 6) - 2.5, (y % 6) - 2.5) < 2 ? 0 : 255, i * 3, i * 3 + 3);
    }
    const halftone = pageOf(async () => ({ widthPx: width, heightPx: height, data }), width, height);
    const hasty = new TesseractEngine({ workers: 1, pageTimeoutMs: 8000 });
    expect((await hasty.recognise(halftone, OPTIONS, never())).words).toEqual([]);
    await hasty.dispose();
  });

  it('ends a page that takes longer than allowed', async () => {
    const hasty = new TesseractEngine({ workers: 1, pageTimeoutMs: 5 });
    await expect(hasty.recognise(await drawn('black'), OPTIONS, never())).rejects.toMatchObject({
      code: 'engine.timeout',
    });
    await hasty.dispose();
  });

  it('drops waiting pages when it is disposed of', async () => {
    const ending = new TesseractEngine({ workers: 1 });
    const page = await drawn('black');
    const reading = Promise.allSettled([1, 2, 3].map(() => ending.recognise(page, OPTIONS, never())));
    await ending.dispose();
    for (const outcome of await reading)
      expect(outcome).toMatchObject({ status: 'rejected', reason: expect.any(SandyError) });
  });

  it('says that language data is missing', async () => {
    const mute = new TesseractEngine({ workers: 1, languages: ['xyz'] });
    expect(await mute.health()).toEqual({ available: false, reason: 'language_data_missing' });
    await expect(mute.recognise(await drawn('black'), OPTIONS, never())).rejects.toMatchObject({
      code: 'engine.unavailable',
    });
  });
});
