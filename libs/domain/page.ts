import { type Box } from './geometry.js';

/** One word as printed, with where it stands and how sure its reader is. */
export interface Word {
  readonly text: string;
  readonly box: Box;
  /** 0–1. A text layer's words have 1. */
  readonly confidence: number;
}

/** Decoded pixels, 8 bit RGB, no alpha, rows from the top. */
export interface RasterImage {
  readonly widthPx: number;
  readonly heightPx: number;
  /** `widthPx * heightPx * 3` bytes. */
  readonly data: Buffer;
}

/** One page of a document, upright as a person would hold it. Pixels are made only when somebody asks. */
export interface PageImage {
  /** 1-based. */
  readonly number: number;
  /** Size at `dpi`. */
  readonly widthPx: number;
  readonly heightPx: number;
  /** For pictures that do not say, an estimate from their size. */
  readonly dpi: number;
  /** Words of the PDF text layer, null when the page has none (pictures, scanned PDFs). */
  readonly textLayer: readonly Word[] | null;
  /** Renders or decodes the page at `dpi`. Not cached: 26 MB for A4 at 300 dpi. */
  raster(): Promise<RasterImage>;
}

/** What an engine read on one page. */
export interface OcrPage {
  readonly number: number;
  readonly engineId: string;
  readonly widthPx: number;
  readonly heightPx: number;
  /** In reading order as the engine sees it: lines from the top, words from the left. */
  readonly words: readonly Word[];
}

/** A QR code or barcode found on a page. `format` has zxing's names: `QRCode`, `EAN13`, `Code128`, `DataMatrix` … */
export interface Barcode {
  readonly format: string;
  readonly text: string;
  readonly page: number;
  readonly box: Box;
}
