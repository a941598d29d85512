import { SandyError, type OcrPage, type PageImage } from '../../domain/index.js';
import { type EngineHealth, type OcrEngine, type OcrOptions } from '../ocr-engine.js';
import { letterCount } from '../preparation/letter-count.js';
import { unusable, type UnusableReason } from './text-layer-quality.js';

/** Letters on the picture for each character of the text layer from which the layer is not the page's text. */
const PICTURE_LETTERS = 3;

/** The PDF's own words, where they are there and make sense. */
export class TextEngine implements OcrEngine {
  readonly id = 'text';

  /** @throws SandyError `engine.no_text_layer` with `reason`: `none`, or why the layer is not usable */
  async recognise(page: PageImage, _options: OcrOptions, signal: AbortSignal): Promise<OcrPage> {
    if (signal.aborted) throw new SandyError('engine.timeout', { engine: this.id, reason: 'aborted' });
    const { number, widthPx, heightPx, textLayer } = page;
    const reason = await this.fault(page);
    if (!textLayer || reason) throw new SandyError('engine.no_text_layer', { page: number, reason });
    return { number, engineId: this.id, widthPx, heightPx, words: textLayer };
  }

  async health(): Promise<EngineHealth> {
    return { available: true, reason: null };
  }

  /** A page with little text may be a last page, or a scan with a stamp on it: its picture tells. */
  private async fault({ textLayer, raster }: PageImage): Promise<UnusableReason | 'none' | null> {
    if (!textLayer) return 'none';
    const reason = unusable(textLayer);
    if (reason !== 'too_little') return reason;
    const characters = textLayer.reduce((sum, word) => sum + word.text.length, 0);
    return letterCount(await raster()) > PICTURE_LETTERS * characters ? reason : null;
  }
}
