import { stat } from 'node:fs/promises';
import sharp, { type Metadata, type Sharp } from 'sharp';
import { SandyError, type PageImage, type RasterImage } from '../domain/index.js';
import { type DocumentLimits, type DocumentMime } from './document.js';
import { pictureDpi } from './picture-dpi.js';

// Pictures are read beside OCR workers that use the cores already; paths are read once, a cache would only hold memory.
sharp.concurrency(1);
sharp.cache(false);

/** More pixels a byte than this in a picture above the limit: made to be unpacked, not to be looked at. */
const BOMB_PIXELS_PER_BYTE = 1000;

interface PictureSize {
  readonly widthPx: number;
  readonly heightPx: number;
  readonly dpi: number;
}

/** A picture file; only a TIFF has more pages than one. */
export class PictureDocument {
  private constructor(
    private readonly path: string,
    private readonly sizes: readonly PictureSize[],
    private readonly limits: DocumentLimits,
  ) {}

  /** Reads headers only. @throws SandyError `document.*` */
  static async open(path: string, mime: DocumentMime, limits: DocumentLimits): Promise<PictureDocument> {
    const first = await metadata(path, 0, limits);
    const count = mime === 'image/tiff' ? (first.pages ?? 1) : 1;
    if (count > limits.maxPages) {
      throw new SandyError('document.too_many_pages', { pages: count, maxPages: limits.maxPages });
    }
    const sizes: PictureSize[] = [];
    for (let page = 0; page < count; page++) {
      sizes.push(sizeOf(page === 0 ? first : await metadata(path, page, limits)));
    }
    return new PictureDocument(path, sizes, limits);
  }

  get pageCount(): number {
    return this.sizes.length;
  }

  /** Decodes every page once, so that a damaged file is found out when it comes in. */
  async verify(): Promise<void> {
    for (let page = 0; page < this.pageCount; page++) await this.raster(page);
  }

  async pages(): Promise<PageImage[]> {
    return this.sizes.map((size, page) => ({
      number: page + 1,
      ...size,
      textLayer: null,
      raster: () => this.raster(page),
    }));
  }

  async close(): Promise<void> {}

  private async raster(page: number): Promise<RasterImage> {
    try {
      const { data, info } = await picture(this.path, page, this.limits)
        .timeout({ seconds: Math.ceil(this.limits.timeoutMs / 1000) })
        .autoOrient()
        .flatten({ background: '#ffffff' })
        .toColourspace('srgb')
        .removeAlpha()
        .raw({ depth: 'uchar' })
        .toBuffer({ resolveWithObject: true });
      return { widthPx: info.width, heightPx: info.height, data };
    } catch (error) {
      throw asDocumentError(error, page);
    }
  }
}

const picture = (path: string, page: number, limits: DocumentLimits): Sharp =>
  sharp(path, { page, limitInputPixels: limits.maxPixels, failOn: 'truncated' });

async function metadata(path: string, page: number, limits: DocumentLimits): Promise<Metadata> {
  let found: Metadata;
  try {
    found = await sharp(path, { page, limitInputPixels: false }).metadata();
  } catch (error) {
    throw asDocumentError(error, page);
  }
  const pixels = found.width * (found.pageHeight ?? found.height);
  if (pixels > limits.maxPixels) {
    const bomb = pixels > BOMB_PIXELS_PER_BYTE * (await stat(path)).size;
    const params = { page: page + 1, pixels, maxPixels: limits.maxPixels };
    throw new SandyError(bomb ? 'document.bomb' : 'document.too_many_pixels', params);
  }
  return found;
}

function sizeOf({ autoOrient, density }: Metadata): PictureSize {
  const { width, height } = autoOrient;
  return { widthPx: width, heightPx: height, dpi: pictureDpi(width, height, density ?? null) };
}

function asDocumentError(error: unknown, page: number): SandyError {
  if (error instanceof SandyError) return error;
  const message = error instanceof Error ? error.message : String(error);
  const params = { page: page + 1, reason: message.split('\n')[0]!.slice(0, 200) };
  if (/pixel limit/i.test(message)) return new SandyError('document.too_many_pixels', params, { cause: error });
  if (/^timeout/i.test(message)) return new SandyError('document.timeout', params, { cause: error });
  return new SandyError('document.broken', params, { cause: error });
}
