import { type Barcode, type OcrPage, type ReadInvoice } from '../domain/index.js';

/** Key under which modules offer the extractor. */
export const EXTRACTOR = Symbol('EXTRACTOR');

export interface ExtractionInput {
  readonly pages: readonly OcrPage[];
  readonly barcodes: readonly Barcode[];
}

/** Turns words with boxes into an invoice. Pure: same words, same invoice. Never throws on odd input: what is not found is absent. */
export interface Extractor {
  readonly id: string;
  extract(input: ExtractionInput): ReadInvoice;
}
