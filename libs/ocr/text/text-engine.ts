import { SandyError, type OcrPage, type PageImage } from '../../domain/index.js';
import { type EngineHealth, type OcrEngine, type OcrOptions } from '../ocr-engine.js';
import { textLayerFault } from './usability.js';

/** The text layer of a PDF: exact where it is sound, and refused where it is not. */
export class TextEngine implements OcrEngine {
  readonly id = 'text';

  async recognise(page: PageImage, _options: OcrOptions, signal: AbortSignal): Promise<OcrPage> {
    if (signal.aborted) throw new SandyError('engine.timeout', { engine: this.id, page: page.number });
    const words = page.textLayer ?? [];
    const reason = textLayerFault(words);
    if (reason !== null) throw new SandyError('engine.no_text_layer', { page: page.number, reason });
    return { number: page.number, engineId: this.id, widthPx: page.widthPx, heightPx: page.heightPx, words };
  }

  async health(): Promise<EngineHealth> {
    return { available: true, reason: null };
  }
}
