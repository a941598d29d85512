import { SandyError, type PageImage, type Word } from '../domain/index.js';
import { type DocumentLimits } from './document.js';
import { type NativePool, type PdfHandle } from './native/native-pool.js';
import { type Attachment, type PdfOutline } from './native/protocol.js';
import { withoutMarks } from './text.js';
import placeholders from './xfa-placeholders.json' with { type: 'json' };

const POINTS_PER_INCH = 72;
const DEFAULT_DPI = 300;
/** Below this no text of a normal size can be read: a page that would need it is refused. */
const LEAST_DPI = 60;
const MAX_XML_BYTES = 10 * 1024 * 1024;

type PageSize = PdfOutline['pages'][number];

/** The pages and attachments of one PDF, read in a native worker. */
export class PdfDocument {
  private constructor(
    private readonly handle: PdfHandle,
    private readonly limits: DocumentLimits,
  ) {}

  /** @throws SandyError `document.*` */
  static async open(pool: NativePool, load: () => Promise<Uint8Array>, limits: DocumentLimits): Promise<PdfDocument> {
    const document = new PdfDocument(await pool.openPdf(load), limits);
    try {
      await document.check();
      return document;
    } catch (error) {
      await document.close();
      throw error;
    }
  }

  get pageCount(): number {
    return this.handle.outline.pages.length;
  }

  /** All XML files attached, whatever they are. */
  xmlAttachments(): Promise<Attachment[]> {
    return this.handle.call('pdf.xml', { maxBytes: MAX_XML_BYTES });
  }

  async pages(): Promise<PageImage[]> {
    const pages: PageImage[] = [];
    for (const [index, size] of this.handle.outline.pages.entries()) {
      const words = await this.handle.call('pdf.words', { page: index + 1 });
      pages.push(this.page(index + 1, size, words));
    }
    return pages;
  }

  close(): Promise<void> {
    return this.handle.close();
  }

  private page(number: number, size: PageSize, words: readonly Word[]): PageImage {
    const dpi = dpiWithin(size, this.limits.maxPixels);
    const widthPx = pixels(size.widthPt, dpi);
    const heightPx = pixels(size.heightPt, dpi);
    return {
      number,
      widthPx,
      heightPx,
      dpi,
      textLayer: words.length > 0 ? words : null,
      raster: async () => {
        const rgb = await this.handle.call('pdf.render', { page: number, widthPx, heightPx });
        return { widthPx, heightPx, data: Buffer.from(rgb.buffer, rgb.byteOffset, rgb.byteLength) };
      },
    };
  }

  private async check(): Promise<void> {
    const { pages, dynamicXfa } = this.handle.outline;
    if (pages.length === 0) throw new SandyError('document.no_pages');
    if (pages.length > this.limits.maxPages) {
      throw new SandyError('document.too_many_pages', { pages: pages.length, maxPages: this.limits.maxPages });
    }
    for (const [index, size] of pages.entries()) {
      if (dpiWithin(size, this.limits.maxPixels) < LEAST_DPI) {
        const params = { page: index + 1, widthPt: Math.round(size.widthPt), heightPt: Math.round(size.heightPt) };
        throw new SandyError('document.too_many_pixels', params);
      }
    }
    if (dynamicXfa && (await this.isPlaceholder())) throw new SandyError('document.xfa_only');
  }

  /** A dynamic form's one page says in some language that another reader is needed, or nothing at all. */
  private async isPlaceholder(): Promise<boolean> {
    if (this.pageCount > 1) return false;
    const words = await this.handle.call('pdf.words', { page: 1 });
    const text = withoutMarks(words.map((word) => word.text).join(' '));
    return text === '' || placeholders.some((phrase) => text.includes(phrase));
  }
}

/** 300, or as much as the limit of pixels allows. */
function dpiWithin({ widthPt, heightPt }: PageSize, maxPixels: number): number {
  const squareInches = (widthPt / POINTS_PER_INCH) * (heightPt / POINTS_PER_INCH);
  return Math.min(DEFAULT_DPI, Math.floor(Math.sqrt(maxPixels / squareInches)));
}

const pixels = (points: number, dpi: number): number => Math.max(1, Math.round((points / POINTS_PER_INCH) * dpi));
