import { SandyError, type OcrPage, type PageImage } from '../../domain/index.js';
import { type EngineHealth, type OcrEngine, type OcrOptions } from '../ocr-engine.js';
import { unusable } from './text-layer-quality.js';

/** The PDF's own words, where they are there and make sense. */
export class TextEngine implements OcrEngine {
  readonly id = 'text';

  /** @throws SandyError `engine.no_text_layer` with `reason`: `none`, or why the layer is not usable */
  async recognise(page: PageImage, _options: OcrOptions, signal: AbortSignal): Promise<OcrPage> {
    if (signal.aborted) throw new SandyError('engine.timeout', { engine: this.id, reason: 'aborted' });
    const { number, widthPx, heightPx, textLayer } = page;
    const reason = textLayer ? unusable(textLayer) : 'none';
    if (!textLayer || reason) throw new SandyError('engine.no_text_layer', { page: number, reason });
    return { number, engineId: this.id, widthPx, heightPx, words: textLayer };
  }

  async health(): Promise<EngineHealth> {
    return { available: true, reason: null };
  }
}
