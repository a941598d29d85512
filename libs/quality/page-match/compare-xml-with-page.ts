import {
  FIELD_KINDS,
  FIELD_NAMES,
  type Evidence,
  type FieldName,
  type OcrPage,
  type ReadInvoice,
  type Warning,
} from '../../domain/index.js';
import { valueMatches } from '../metrics/match.js';
import { shareOfWords } from './find-name.js';
import { findValue, otherCurrency } from './find-value.js';
import { pageText, type PageText } from './page-text.js';

export interface XmlComparison {
  /**
   * `einvoice.differs_from_page` {field, xml, page}: the page shows another value.
   * `einvoice.not_on_page` {field, xml}: the value stands nowhere, though every invoice shows it.
   * `einvoice.page_unreadable` {words}: there are no words to compare with.
   */
  readonly mismatches: readonly Warning[];
  /** Where the XML's values are printed. */
  readonly evidence: Readonly<Partial<Record<FieldName, readonly Evidence[]>>>;
}

/** Worth a warning when the page shows something else. */
const COMPARED: readonly FieldName[] = [
  'invoiceNumber',
  'issueDate',
  'dueDate',
  'sellerName',
  'sellerVatId',
  'buyerName',
  'currency',
  'totalWithoutVat',
  'totalVat',
  'totalWithVat',
  'iban',
];

/** Every invoice prints these, so their absence alone says that the page is another document. */
const ALWAYS_PRINTED: readonly FieldName[] = ['invoiceNumber', 'totalWithVat'];

/** What a page with hardly any words ought to show nevertheless. */
const EXPECTED: readonly FieldName[] = [...ALWAYS_PRINTED, 'issueDate', 'sellerName', 'buyerName'];

/** Fewer words than the shortest invoice has. */
const SPARSE_WORDS = 25;

/** A name of which so many words are on the page is there, though not in one piece or not alone. */
const MOST_WORDS = 0.6;

/**
 * Holds an embedded e-invoice against what a person sees.
 * @param pages words of the visible pages, from a text layer or an OCR engine
 * @param pageReading what the extractor made of those words; may be missing or poor: it is believed only where the
 *   XML's own value stands nowhere on the pages
 */
export function compareXmlWithPage(
  xml: ReadInvoice,
  pages: readonly OcrPage[],
  pageReading: ReadInvoice | null,
): XmlComparison {
  const texts = pages.map(pageText);
  const words = pages.reduce((count, page) => count + page.words.length, 0);
  if (!texts.some(({ text }) => /[\p{L}\p{N}]/u.test(text))) {
    return { mismatches: [{ code: 'einvoice.page_unreadable', params: { words } }], evidence: {} };
  }
  const evidence: Partial<Record<FieldName, readonly Evidence[]>> = {};
  const mismatches: Warning[] = [];
  const required = words < SPARSE_WORDS ? EXPECTED : ALWAYS_PRINTED;
  for (const field of FIELD_NAMES) {
    const value = xml.fields[field].value;
    if (value === null) continue;
    const shown = pageReading?.fields[field].value ?? null;
    const agreed = shown !== null && valueMatches(field, shown, value);
    const read = agreed ? pageReading!.fields[field].evidence : [];
    const places = read.length > 0 ? read : findValue(texts, field, value);
    if (places) evidence[field] = places;
    else if (!agreed && COMPARED.includes(field)) {
      mismatches.push(...mismatch(field, value, shown, texts, required));
    }
  }
  return { mismatches, evidence };
}

function mismatch(
  field: FieldName,
  xml: string,
  shown: string | null,
  texts: readonly PageText[],
  required: readonly FieldName[],
): Warning[] {
  if (FIELD_KINDS[field] === 'amount' && Number(xml) === 0) return [];
  if (FIELD_KINDS[field] === 'name' && shareOfWords(texts, xml) >= MOST_WORDS) return [];
  const page = FIELD_KINDS[field] === 'currency' ? otherCurrency(texts, xml) : shown;
  if (page !== null) return [{ code: 'einvoice.differs_from_page', params: { field, xml, page } }];
  return required.includes(field) ? [{ code: 'einvoice.not_on_page', params: { field, xml } }] : [];
}
