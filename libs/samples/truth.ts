import { type FieldName, type VatRow } from '../domain/index.js';

/** A line of a truth file; a value that is absent is not scored. */
export interface TruthLine {
  readonly description: string;
  readonly quantity: string;
  readonly unitPrice?: string;
  readonly netAmount: string;
  readonly vatRate: string;
}

export interface EmbeddedTruth {
  readonly fields: Readonly<Record<FieldName, string | null>>;
  readonly vatBreakdown: readonly VatRow[];
  readonly lines: readonly TruthLine[];
  readonly acceptable: Readonly<Partial<Record<FieldName, readonly string[]>>>;
}

/** What stands in a document, in the form of a truth file `NAME.truth.json`. */
export interface SampleTruth {
  readonly file: string;
  readonly language: string;
  /** `digital`, `image`, `scan` or `photo`. */
  readonly kind: string;
  /** Null = the document does not show it. */
  readonly fields: Readonly<Record<FieldName, string | null>>;
  readonly vatBreakdown: readonly VatRow[];
  readonly lines: readonly TruthLine[];
  /** Other values that are right too. */
  readonly acceptable: Readonly<Partial<Record<FieldName, readonly string[]>>>;
  /** What the embedded e-invoice says, where there is one. */
  readonly embedded?: EmbeddedTruth;
  /** Fields in which page and embedded e-invoice disagree. */
  readonly mismatch?: readonly FieldName[];
}
