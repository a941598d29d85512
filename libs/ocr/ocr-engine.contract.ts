import { afterAll, describe, expect, it } from '@jest/globals';
import { SandyError, type PageImage } from '../domain/index.js';
import { type OcrEngine, type OcrOptions } from './ocr-engine.js';

export interface OcrEngineContract {
  create(): OcrEngine;
  /** A page that the engine reads well, and words that stand on it. */
  page(): Promise<PageImage>;
  readonly printed: readonly string[];
  /** A page that cannot be read: damaged pixels, no text layer … */
  unreadable(): PageImage;
}

const OPTIONS: OcrOptions = { languages: ['fra', 'eng'], attempt: 0 };
const never = (): AbortSignal => new AbortController().signal;
const codeOf = (error: unknown): string => (error instanceof SandyError ? error.code : String(error));

/** What every OCR engine keeps to. */
export function ocrEngineContract(name: string, { create, page, printed, unreadable }: OcrEngineContract): void {
  describe(`${name} as an OCR engine`, () => {
    const engine = create();
    afterAll(() => engine.dispose?.());

    it('reads what is printed, in boxes on the page and with confidences from 0 to 1', async () => {
      const image = await page();
      const read = await engine.recognise(image, OPTIONS, never());
      expect(read).toMatchObject({
        engineId: engine.id,
        number: image.number,
        widthPx: image.widthPx,
        heightPx: image.heightPx,
      });
      expect(read.words.map((word) => word.text)).toEqual(expect.arrayContaining([...printed]));
      for (const { text, box, confidence } of read.words) {
        const [x0, y0, x1, y1] = box;
        expect(text.trim()).not.toBe('');
        expect(Math.min(x0, y0)).toBeGreaterThanOrEqual(0);
        expect(Math.max(x1, y1)).toBeLessThanOrEqual(1);
        expect(x1).toBeGreaterThan(x0);
        expect(y1).toBeGreaterThan(y0);
        expect(confidence).toBeGreaterThanOrEqual(0);
        expect(confidence).toBeLessThanOrEqual(1);
      }
    });

    it('reads the same words from the same page again', async () => {
      const image = await page();
      const first = await engine.recognise(image, OPTIONS, never());
      const second = await engine.recognise(image, OPTIONS, never());
      expect(second.words).toEqual(first.words);
    });

    it('takes any number of attempts', async () => {
      const read = await engine.recognise(await page(), { ...OPTIONS, attempt: 7 }, never());
      expect(read.words.length).toBeGreaterThan(0);
    });

    it('gives up at once when the signal is aborted already', async () => {
      const image = await page();
      const start = performance.now();
      const code = await engine.recognise(image, OPTIONS, AbortSignal.abort()).catch(codeOf);
      expect(code).toBe('engine.timeout');
      expect(performance.now() - start).toBeLessThan(500);
    });

    it('refuses a page that it cannot read with a code, and reads the next one', async () => {
      const code = await engine.recognise(unreadable(), OPTIONS, never()).catch(codeOf);
      expect(['engine.failed', 'engine.no_text_layer']).toContain(code);
      const read = await engine.recognise(await page(), OPTIONS, never());
      expect(read.words.length).toBeGreaterThan(0);
    });

    it('says that it is available', async () => {
      expect(await engine.health()).toEqual({ available: true, reason: null });
    });

    it('can be disposed of twice', async () => {
      const other = create();
      await other.dispose?.();
      await expect(Promise.resolve(other.dispose?.())).resolves.toBeUndefined();
    });
  });
}
