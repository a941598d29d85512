import { performance } from 'node:perf_hooks';
import {
  SandyError,
  type Barcode,
  type OcrPage,
  type PageImage,
  type RasterImage,
  type ReadInvoice,
  type Warning,
} from '../domain/index.js';
import { type BarcodeReader, type DocumentReader, type OpenDocument } from '../documents/index.js';
import { parseEInvoice } from '../documents/einvoice/index.js';
import { arithmeticConfirmed, mergeReadings, type Extractor } from '../extraction/index.js';
import { type EngineRegistry } from '../ocr/index.js';
import { compareXmlWithPage } from '../quality/index.js';
import { forEachPage } from './for-each-page.js';

export const READING_PARTS = Symbol('READING_PARTS');

export interface ReadingParts {
  readonly documents: DocumentReader;
  readonly barcodes: BarcodeReader;
  readonly engines: EngineRegistry;
  readonly extractor: Extractor;
  /** Pages of one document that are read at once. */
  readonly pagesAtOnce: number;
}

/** All that can be told from the document alone; judging it needs the books too. */
export interface RawReading {
  readonly engine: string;
  readonly invoice: ReadInvoice;
  readonly pages: readonly OcrPage[];
  readonly barcodes: readonly Barcode[];
  readonly pageCount: number;
  /** Milliseconds. */
  readonly ms: { readonly total: number; readonly ocr: number };
}

interface Seen {
  readonly engine: string;
  readonly pages: readonly OcrPage[];
  readonly barcodes: readonly Barcode[];
  readonly ocrMs: number;
}

const PIXEL_ENGINE = 'tesseract';
const LANGUAGES = ['fra', 'eng'];
/** A second look is worth its time on documents whose sums do not come out, unless they are long. */
const SECOND_LOOK = 1;
const MOST_PAGES_FOR_SECOND_LOOK = 5;

/**
 * Reads one document, top to bottom: embedded XML, else text layer, else pixels.
 * @param engine `auto`, `embedded`, `text`, `tesseract` …; `embedded` and `text` fail where the document has none
 * @throws SandyError `document.*`, `engine.*`, `einvoice.*`
 */
export async function readDocument(
  path: string,
  engine: string,
  parts: ReadingParts,
  signal: AbortSignal,
): Promise<RawReading> {
  const start = performance.now();
  const document = await parts.documents.open(path);
  try {
    const read = await readOpen(document, engine, parts, signal);
    return { ...read, pageCount: document.pages.length, ms: { total: performance.now() - start, ocr: read.ocrMs } };
  } finally {
    await document.close();
  }
}

async function readOpen(
  document: OpenDocument,
  engine: string,
  parts: ReadingParts,
  signal: AbortSignal,
): Promise<Seen & { invoice: ReadInvoice }> {
  if (engine === 'embedded') {
    if (!document.embeddedXml) throw new SandyError('engine.no_embedded_xml');
    return readXml(document, document.embeddedXml.content, parts, signal);
  }
  if (engine !== 'auto') return readWords(document, engine, parts, signal);

  const warnings: Warning[] = [];
  if (document.embeddedXml) {
    try {
      return await readXml(document, document.embeddedXml.content, parts, signal);
    } catch (error) {
      const unusable = error instanceof SandyError && error.code.startsWith('einvoice.');
      if (!unusable || document.pages.length === 0) throw error;
      warnings.push({ code: 'einvoice.unusable', params: { reason: error.code } });
    }
  }
  const read = await readWords(document, 'auto', parts, signal);
  return { ...read, invoice: { ...read.invoice, warnings: [...warnings, ...read.invoice.warnings] } };
}

/** Exact values from the XML; the page is read too, to hold it against them and to show where they stand. */
async function readXml(
  document: OpenDocument,
  xml: Buffer,
  parts: ReadingParts,
  signal: AbortSignal,
): Promise<Seen & { invoice: ReadInvoice }> {
  const { invoice } = parseEInvoice(xml);
  if (document.pages.length === 0) return { engine: 'embedded', pages: [], barcodes: [], ocrMs: 0, invoice };

  const seen = await see(document, 'auto', parts, signal, 0);
  const onPage = parts.extractor.extract(seen);
  const { mismatches, evidence } = compareXmlWithPage(invoice, seen.pages, onPage);
  const fields = Object.fromEntries(
    Object.entries(invoice.fields).map(([name, field]) => {
      const found = evidence[name as keyof typeof evidence];
      return [name, found ? { ...field, evidence: found } : field];
    }),
  ) as ReadInvoice['fields'];
  const warnings = [...invoice.warnings, ...mismatches];
  return { ...seen, engine: 'embedded', invoice: { ...invoice, fields, warnings } };
}

async function readWords(
  document: OpenDocument,
  engine: string,
  parts: ReadingParts,
  signal: AbortSignal,
): Promise<Seen & { invoice: ReadInvoice }> {
  if (document.pages.length === 0) {
    throw new SandyError(engine === 'text' ? 'engine.no_text_layer' : 'document.no_pages');
  }
  const seen = await see(document, engine, parts, signal, 0);
  const invoice = parts.extractor.extract(seen);
  const done = seen.engine === 'text' || arithmeticConfirmed(invoice);
  if (done || document.pages.length > MOST_PAGES_FOR_SECOND_LOOK) return { ...seen, invoice };

  const again = await secondLook(document, engine, parts, signal);
  if (!again) return { ...seen, invoice };
  const other = parts.extractor.extract({ ...again, barcodes: seen.barcodes });
  return { ...seen, ocrMs: seen.ocrMs + again.ocrMs, invoice: mergeReadings(invoice, other) };
}

/** Null when the engine fails at it: what was read the first time stands. */
async function secondLook(
  document: OpenDocument,
  engine: string,
  parts: ReadingParts,
  signal: AbortSignal,
): Promise<Seen | null> {
  try {
    return await see(document, engine, parts, signal, SECOND_LOOK);
  } catch (error) {
    signal.throwIfAborted();
    if (error instanceof SandyError && error.code.startsWith('engine.')) return null;
    throw error;
  }
}

/** Words and codes of every page. `auto` takes each page's text layer where it is usable, else pixels. */
async function see(
  document: OpenDocument,
  engine: string,
  parts: ReadingParts,
  signal: AbortSignal,
  attempt: number,
): Promise<Seen> {
  const options = { languages: LANGUAGES, attempt };
  const start = performance.now();
  const seen = await forEachPage(document.pages, parts.pagesAtOnce, async (page) => {
    signal.throwIfAborted();
    if (engine === 'text')
      return { words: await parts.engines.get('text').recognise(page, options, signal), codes: [] };
    if (engine === 'auto') {
      const words = await textLayer(page, parts, signal);
      if (words) return { words, codes: [] };
    }
    const kept = keepRaster(page);
    const pixels = parts.engines.get(engine === 'auto' ? PIXEL_ENGINE : engine);
    const [words, codes] = await Promise.all([
      pixels.recognise(kept, options, signal),
      attempt === 0 ? kept.raster().then((raster) => parts.barcodes.read(raster, page.number)) : [],
    ]);
    return { words, codes };
  });
  const pages = seen.map(({ words }) => words);
  const engines = new Set(pages.map((page) => page.engineId));
  return {
    engine: engines.size === 1 ? pages[0]!.engineId : PIXEL_ENGINE,
    pages,
    barcodes: seen.flatMap(({ codes }) => codes),
    ocrMs: engines.has('text') && engines.size === 1 ? 0 : performance.now() - start,
  };
}

async function textLayer(page: PageImage, parts: ReadingParts, signal: AbortSignal): Promise<OcrPage | null> {
  try {
    return await parts.engines.get('text').recognise(page, { languages: LANGUAGES, attempt: 0 }, signal);
  } catch (error) {
    if (error instanceof SandyError && error.code === 'engine.no_text_layer') return null;
    throw error;
  }
}

/** The page's pixels, made once for all who look at them. */
function keepRaster(page: PageImage): PageImage {
  let raster: Promise<RasterImage> | null = null;
  const { number, widthPx, heightPx, dpi, textLayer: words } = page;
  return { number, widthPx, heightPx, dpi, textLayer: words, raster: () => (raster ??= page.raster()) };
}
