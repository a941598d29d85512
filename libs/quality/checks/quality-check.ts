import { type CalendarDate, type CheckResult, type FieldName, type ReadInvoice } from '../../domain/index.js';
import { type XmlComparison } from '../page-match/index.js';

/** What there is to judge a reading by. */
export interface QualityInput {
  readonly invoice: ReadInvoice;
  /** Which path read it: `embedded`, `text` or an OCR engine's id. */
  readonly engine: string;
  /** Of all words on all pages; null where no words were read. */
  readonly words: { readonly meanConfidence: number; readonly count: number } | null;
  /** Null when the document has no embedded e-invoice. */
  readonly xmlComparison: XmlComparison | null;
  readonly today: CalendarDate;
  /** An invoice of the same seller with the same number that is in the books already. */
  readonly duplicateOf: number | null;
}

/** One thing that can be wrong with an invoice. Pure, and never throws on odd values: what it cannot judge it passes as null. */
export interface QualityCheck {
  /** Stable dotted name, the same in results, API and translations. */
  readonly code: string;
  /** What the check means, one English sentence for the documentation. */
  readonly about: string;
  run(input: QualityInput): Finding;
}

/** A check's outcome without its code. */
export type Finding = Omit<CheckResult, 'code'> & { readonly fields: readonly FieldName[] };

export type Params = CheckResult['params'];

type Details = { readonly fields?: readonly FieldName[]; readonly params?: Params };

/** The check had nothing to look at. */
export const nothingToCheck: Finding = { passed: null, severity: 'warning', fields: [], params: {} };

export const finding = (
  passed: boolean,
  severity: CheckResult['severity'],
  { fields = [], params = {} }: Details = {},
): Finding => ({ passed, severity, fields, params });

export const valueOf = ({ invoice }: QualityInput, name: FieldName): string | null => invoice.fields[name].value;
