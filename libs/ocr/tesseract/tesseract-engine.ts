import { SandyError, type OcrPage, type PageImage } from '../../domain/index.js';
import { type EngineHealth, type OcrEngine, type OcrOptions } from '../ocr-engine.js';
import { ATTEMPTS } from './attempts.js';
import { installedLanguages } from './language-data.js';
import { type RecogniseRequest } from './protocol.js';
import { TesseractPool } from './tesseract-pool.js';

export interface TesseractEngineOptions {
  /** Threads; each takes 150–250 MB while it works. */
  readonly workers: number;
  readonly pageTimeoutMs?: number;
  readonly recycleAfter?: number;
  /** Languages to look for among the installed data; default French and English. */
  readonly languages?: readonly string[];
}

const PAGE_TIMEOUT_MS = 60_000;
const RECYCLE_AFTER = 100;

/** Tesseract in worker threads, offline: reads pixels only, a text layer is not looked at. */
export class TesseractEngine implements OcrEngine {
  readonly id = 'tesseract';
  private readonly languageFiles: Readonly<Record<string, string>>;
  private readonly pool: TesseractPool;

  constructor(options: TesseractEngineOptions) {
    this.languageFiles = installedLanguages(options.languages ?? ['fra', 'eng']);
    this.pool = new TesseractPool(
      { languageFiles: this.languageFiles },
      {
        workers: options.workers,
        pageTimeoutMs: options.pageTimeoutMs ?? PAGE_TIMEOUT_MS,
        recycleAfter: options.recycleAfter ?? RECYCLE_AFTER,
      },
    );
  }

  async recognise(page: PageImage, { languages, attempt }: OcrOptions, signal: AbortSignal): Promise<OcrPage> {
    const installed = languages.filter((language) => language in this.languageFiles);
    if (installed.length === 0) {
      throw new SandyError('engine.unavailable', { engine: this.id, reason: 'language_data_missing' });
    }
    const how = ATTEMPTS[attempt % ATTEMPTS.length] ?? ATTEMPTS[0];
    const joined = how.languages(installed).join('+');
    const words = await this.pool.recognise(
      joined,
      async (): Promise<RecogniseRequest> => {
        const { widthPx, heightPx, data } = await this.pixelsOf(page);
        return {
          widthPx,
          heightPx,
          // A copy: it is handed over to the worker, and the page may give the same buffer again.
          rgb: new Uint8Array(data),
          languages: joined,
          pageSegmentation: how.pageSegmentation,
          preparation: how.preparation,
        };
      },
      signal,
    );
    return { number: page.number, engineId: this.id, widthPx: page.widthPx, heightPx: page.heightPx, words };
  }

  async health(): Promise<EngineHealth> {
    const available = Object.keys(this.languageFiles).length > 0;
    return { available, reason: available ? null : 'language_data_missing' };
  }

  async dispose(): Promise<void> {
    this.pool.dispose();
  }

  private async pixelsOf(page: PageImage): ReturnType<PageImage['raster']> {
    const raster = await page.raster();
    if (raster.widthPx < 1 || raster.heightPx < 1 || raster.data.length !== raster.widthPx * raster.heightPx * 3) {
      throw new SandyError('engine.failed', { engine: this.id, reason: 'raster_size_mismatch', page: page.number });
    }
    return raster;
  }
}
