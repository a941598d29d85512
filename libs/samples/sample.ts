import { addDays, type CalendarDate, type FieldName } from '../domain/index.js';
import { ciiXml } from './cii.js';
import { type Supplier, SUPPLIERS, supplierByKey } from './company.js';
import { type Flaw, inventInvoice } from './invent-invoice.js';
import { drawInvoice, type DrawnInvoice, pdfOfPictures } from './invoice-pdf.js';
import { type SampleInvoice } from './invoice-model.js';
import { layoutById } from './layouts/index.js';
import {
  faintDamage,
  type Pixels,
  pngOf,
  renderPages,
  scanJpeg,
  scanned,
  scannerDamage,
  tiffOf,
  webpOf,
} from './page-pictures.js';
import { fieldValues } from './printout.js';
import { Random } from './random.js';
import { type SampleTruth } from './truth.js';
import { ublXml } from './ubl.js';
import { mismatched, xmlTruth } from './xml-truth.js';

export const SAMPLE_FORMATS = ['pdf', 'facturx', 'png', 'webp', 'scan-jpg', 'scan-pdf', 'tiff', 'cii', 'ubl'] as const;
export type SampleFormat = (typeof SAMPLE_FORMATS)[number];

export interface SampleOptions {
  readonly format?: SampleFormat;
  /** One of `LAYOUTS`; otherwise the supplier's own. */
  readonly layout?: string;
  /** Key of one of `SUPPLIERS`. */
  readonly supplier?: string;
  readonly buyer?: string;
  readonly kind?: 'invoice' | 'creditNote';
  readonly issueDate?: CalendarDate;
  readonly number?: string;
  readonly flaw?: Flaw;
  /** A scan that is hard to read. */
  readonly faint?: boolean;
  /** Print a payment code; otherwise as the supplier does. */
  readonly qr?: boolean;
  /** Factur-X only: the embedded XML says another total and another number than the page. */
  readonly mismatch?: boolean;
}

export interface Sample {
  /** File name with extension. */
  readonly name: string;
  readonly bytes: Buffer;
  readonly mime: string;
  readonly truth: SampleTruth;
  readonly invoice: SampleInvoice;
}

const FORMATS: Record<SampleFormat, { extension: string; mime: string; kind: string }> = {
  pdf: { extension: 'pdf', mime: 'application/pdf', kind: 'digital' },
  facturx: { extension: 'pdf', mime: 'application/pdf', kind: 'digital' },
  png: { extension: 'png', mime: 'image/png', kind: 'image' },
  webp: { extension: 'webp', mime: 'image/webp', kind: 'image' },
  'scan-jpg': { extension: 'jpg', mime: 'image/jpeg', kind: 'scan' },
  'scan-pdf': { extension: 'pdf', mime: 'application/pdf', kind: 'scan' },
  tiff: { extension: 'tif', mime: 'image/tiff', kind: 'scan' },
  cii: { extension: 'xml', mime: 'application/xml', kind: 'digital' },
  ubl: { extension: 'xml', mime: 'application/xml', kind: 'digital' },
};

/** Formats that hold a single page. */
const SINGLE_PAGE: readonly SampleFormat[] = ['png', 'webp', 'scan-jpg'];
const FIRST_DAY = '2025-01-02';
const SCAN_DPI = [150, 200] as const;

function chooseSupplier(options: SampleOptions, format: SampleFormat, random: Random): Supplier {
  if (options.supplier) return supplierByKey(options.supplier);
  const fits = (supplier: Supplier): boolean =>
    (!options.layout || supplier.layout === options.layout) &&
    (!SINGLE_PAGE.includes(format) || layoutById(supplier.layout).onePage) &&
    (format !== 'tiff' || options.layout !== undefined || !layoutById(supplier.layout).onePage);
  return random.pick(SUPPLIERS.filter(fits));
}

const fileName = (invoice: SampleInvoice, extension: string): string =>
  `${invoice.supplier.key}-${invoice.number.replace(/[^0-9A-Za-z-]+/g, '_')}.${extension}`;

async function pictures(
  drawn: DrawnInvoice,
  format: SampleFormat,
  options: SampleOptions,
  random: Random,
): Promise<Buffer> {
  if (format === 'png' || format === 'webp') {
    const [page] = await renderPages(drawn.pdf, 150);
    return format === 'png' ? pngOf(page as Pixels, 150) : webpOf(page as Pixels);
  }
  const dpi = options.faint ? 150 : random.pick(SCAN_DPI);
  const damage = options.faint ? faintDamage(random) : scannerDamage(random);
  const pages: Pixels[] = [];
  for (const page of await renderPages(drawn.pdf, dpi)) pages.push(await scanned(page, damage, random));
  if (format === 'tiff') return tiffOf(pages, dpi);
  const jpegs = await Promise.all(pages.map((page) => scanJpeg(page, dpi, options.faint ? 45 : 72)));
  return format === 'scan-jpg' ? (jpegs[0] as Buffer) : pdfOfPictures(jpegs, dpi);
}

/**
 * Makes an invoice of an invented supplier, with its truth. The same seed and options give the same bytes.
 * @throws RangeError for an unknown layout or supplier, or when a format of one page is asked for a layout of several
 */
export async function makeSample(seed: number, options: SampleOptions = {}): Promise<Sample> {
  const format = options.format ?? 'pdf';
  const random = new Random(seed);
  const supplier = chooseSupplier(options, format, random);
  const layout = layoutById(options.layout ?? supplier.layout);
  if (SINGLE_PAGE.includes(format) && !layout.onePage)
    throw new RangeError(`${format} holds one page, ${layout.id} needs more`);
  const issueDate = options.issueDate ?? addDays(FIRST_DAY, random.int(0, 540));
  const invoice = inventInvoice(
    {
      supplier,
      issueDate,
      ...(options.kind ? { kind: options.kind } : {}),
      ...(options.number ? { number: options.number } : {}),
      ...(options.buyer ? { buyerKey: options.buyer } : {}),
      ...(options.flaw ? { flaw: options.flaw } : {}),
    },
    random,
  );
  const { extension, mime, kind } = FORMATS[format];
  const name = fileName(invoice, extension);

  if (format === 'cii' || format === 'ubl') {
    const bytes = format === 'cii' ? ciiXml(invoice) : ublXml(invoice);
    const truth: SampleTruth = { file: name, language: invoice.language, kind, ...xmlTruth(invoice) };
    return { name, bytes, mime, truth, invoice };
  }

  const inXml = options.mismatch ? mismatched(invoice) : invoice;
  const drawn = await drawInvoice(invoice, {
    layout: layout.id,
    qr: options.qr ?? supplier.traits.includes('qr'),
    facturX: format === 'facturx' ? ciiXml(inXml) : null,
  });
  const page = drawn.printout.truth(name, kind);
  if (format === 'pdf') return { name, bytes: drawn.pdf, mime, truth: page, invoice };
  if (format !== 'facturx') {
    return { name, bytes: await pictures(drawn, format, options, random), mime, truth: page, invoice };
  }
  const mismatch = disagreeing(invoice, inXml);
  const truth: SampleTruth = {
    ...page,
    embedded: xmlTruth(inXml),
    ...(mismatch.length > 0 ? { mismatch } : {}),
  };
  return { name, bytes: drawn.pdf, mime, truth, invoice };
}

function disagreeing(page: SampleInvoice, xml: SampleInvoice): FieldName[] {
  const [shown, embedded] = [fieldValues(page), fieldValues(xml)];
  return (Object.keys(shown) as FieldName[]).filter((field) => shown[field] !== embedded[field]);
}
