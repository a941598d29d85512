import { FIELD_NAMES, type FieldName, type ReadInvoice, type Verdict } from '../../domain/index.js';
import { countPairs, lineMatches, valueMatches, vatRowMatches, type ReadValues } from './match.js';
import { type Truth } from './truth.js';
import { shareOf, type Share } from './wilson.js';

/** One document to score. `read` null: the document could not be read, so everything in truth is missed. */
export interface Sample {
  readonly name: string;
  readonly truth: Truth;
  readonly read: ReadValues | null;
  /** What the quality gate said, where it was asked. */
  readonly verdict: Verdict | null;
}

/** Precision = right / given, recall = right / in truth, F1 of both. Null where there is nothing to divide by. */
export interface Counts {
  readonly truth: number;
  readonly given: number;
  readonly right: number;
  readonly precision: number | null;
  readonly recall: number | null;
  readonly f1: number | null;
}

export interface WrongField {
  readonly field: FieldName;
  readonly truth: string | null;
  readonly read: string | null;
}

export interface DocumentScore {
  readonly name: string;
  readonly verdict: Verdict | null;
  readonly unreadable: boolean;
  /** Every scored header field that is missing or wrong. */
  readonly wrong: readonly WrongField[];
  readonly lines: Counts | null;
  readonly vatRows: Counts | null;
}

export interface Evaluation {
  readonly documents: number;
  readonly unreadable: number;
  readonly fields: Readonly<Partial<Record<FieldName, Counts>>>;
  /** All header fields in one pot (micro average). */
  readonly header: Counts;
  readonly lines: Counts;
  readonly vatRows: Counts;
  /** Every scored header field right. */
  readonly documentsRight: Share;
  /** Header and lines right and no line too many, among documents whose lines are in truth. */
  readonly documentsRightWithLines: Share;
  readonly verdicts: { readonly accept: number; readonly review: number; readonly none: number };
  /** Straight-through: accepted by the gate, of all documents. Null when no verdict was given. */
  readonly accepted: Share | null;
  /** Accepted with a wrong scored header field, of the accepted ones. */
  readonly silentErrors: Share | null;
  readonly perDocument: readonly DocumentScore[];
}

/** The bare values of a reading. */
export function readValues(invoice: ReadInvoice): ReadValues {
  const fields = Object.fromEntries(FIELD_NAMES.map((name) => [name, invoice.fields[name].value]));
  return { fields, lines: invoice.lines, vatBreakdown: invoice.vatBreakdown };
}

const ratio = (part: number, whole: number): number | null => (whole === 0 ? null : part / whole);

export function counts(truth: number, given: number, right: number): Counts {
  return {
    truth,
    given,
    right,
    precision: ratio(right, given),
    recall: ratio(right, truth),
    f1: ratio(2 * right, truth + given),
  };
}

const sum = (all: readonly Counts[]): Counts =>
  counts(
    all.reduce((total, one) => total + one.truth, 0),
    all.reduce((total, one) => total + one.given, 0),
    all.reduce((total, one) => total + one.right, 0),
  );

/** Null when the field is not in truth and so not scored. */
function scoreField(name: FieldName, { truth, read }: Sample): (Counts & { readonly ok: boolean }) | null {
  const wanted = truth.fields[name];
  if (wanted === undefined) return null;
  const value = read?.fields[name] ?? null;
  const right = wanted !== null && value !== null && valueMatches(name, value, wanted, truth.acceptable[name]);
  const ok = right || (wanted === null && value === null && read !== null);
  return { ...counts(wanted === null ? 0 : 1, value === null ? 0 : 1, right ? 1 : 0), ok };
}

function scoreLines({ truth, read }: Sample): Counts | null {
  if (!truth.lines) return null;
  const given = read?.lines ?? [];
  return counts(truth.lines.length, given.length, countPairs(given, truth.lines, lineMatches));
}

function scoreVatRows({ truth, read }: Sample): Counts | null {
  if (!truth.vatBreakdown) return null;
  const given = read?.vatBreakdown ?? [];
  return counts(truth.vatBreakdown.length, given.length, countPairs(given, truth.vatBreakdown, vatRowMatches));
}

export function scoreDocument(sample: Sample): DocumentScore {
  const wrong = FIELD_NAMES.filter((name) => scoreField(name, sample)?.ok === false).map((field) => ({
    field,
    truth: sample.truth.fields[field] ?? null,
    read: sample.read?.fields[field] ?? null,
  }));
  return {
    name: sample.name,
    verdict: sample.verdict,
    unreadable: sample.read === null,
    wrong,
    lines: scoreLines(sample),
    vatRows: scoreVatRows(sample),
  };
}

const allRight = (one: Counts): boolean => one.right === one.truth && one.right === one.given;

export function evaluate(samples: readonly Sample[]): Evaluation {
  const fields: Partial<Record<FieldName, Counts>> = {};
  for (const name of FIELD_NAMES) {
    const scored = samples.flatMap((sample) => scoreField(name, sample) ?? []);
    if (scored.length > 0) fields[name] = sum(scored);
  }
  const perDocument = samples.map(scoreDocument);
  const headerRight = (document: DocumentScore): boolean => !document.unreadable && document.wrong.length === 0;
  const withLines = perDocument.filter((document) => document.lines !== null);
  const accepted = perDocument.filter((document) => document.verdict === 'accept');
  const inReview = perDocument.filter((document) => document.verdict === 'review').length;
  const judged = accepted.length + inReview > 0;
  return {
    documents: samples.length,
    unreadable: perDocument.filter((document) => document.unreadable).length,
    fields,
    header: sum(Object.values(fields)),
    lines: sum(perDocument.flatMap((document) => document.lines ?? [])),
    vatRows: sum(perDocument.flatMap((document) => document.vatRows ?? [])),
    documentsRight: shareOf(perDocument.filter(headerRight).length, perDocument.length),
    documentsRightWithLines: shareOf(
      withLines.filter((document) => headerRight(document) && allRight(document.lines!)).length,
      withLines.length,
    ),
    verdicts: { accept: accepted.length, review: inReview, none: samples.length - accepted.length - inReview },
    accepted: judged ? shareOf(accepted.length, samples.length) : null,
    silentErrors: judged
      ? shareOf(accepted.filter((document) => !headerRight(document)).length, accepted.length)
      : null,
    perDocument,
  };
}
