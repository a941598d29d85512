import { FIELD_KINDS, parseFixed, type FieldName } from '../../domain/index.js';
import { isSimilar, plainText } from './similarity.js';
import { type TruthLine, type TruthVatRow } from './truth.js';

export const SIMILAR_ENOUGH = 0.85;

/** What a reader says, values only. */
export interface ReadValues {
  readonly fields: Readonly<Partial<Record<FieldName, string | null>>>;
  readonly lines: readonly LineValues[];
  readonly vatBreakdown: readonly VatRowValues[];
}

export interface LineValues {
  readonly description?: string | null;
  readonly quantity?: string | null;
  readonly unitPrice?: string | null;
  readonly netAmount?: string | null;
}

export interface VatRowValues {
  readonly rate?: string | null;
  readonly base?: string | null;
  readonly amount?: string | null;
}

const identifierForm = (text: string): string => plainText(text).replace(/\s/g, '');

/**
 * Whether two decimal strings are the same number, rounded to the digits that truth shows (at least `minScale`).
 * Text that is no decimal number agrees with nothing.
 */
export function sameNumber(read: string | null | undefined, truth: string, minScale: number): boolean {
  if (read === null || read === undefined) return false;
  const scale = Math.max(minScale, truth.split('.')[1]?.length ?? 0);
  try {
    return parseFixed(read, scale) === parseFixed(truth, scale);
  } catch {
    return false;
  }
}

function matchesOne(name: FieldName, read: string, truth: string): boolean {
  switch (FIELD_KINDS[name]) {
    case 'amount':
      return sameNumber(read, truth, 2);
    case 'date':
      return read.trim() === truth.trim();
    case 'identifier':
      return identifierForm(read) !== '' && identifierForm(read) === identifierForm(truth);
    case 'documentType':
    case 'currency':
      return read.trim().toUpperCase() === truth.trim().toUpperCase();
    case 'name':
    case 'text':
      return isSimilar(read, truth, SIMILAR_ENOUGH);
  }
}

/** Whether `read` is the true value of a field, or one of the acceptable ones. Neither may be null. */
export function valueMatches(
  name: FieldName,
  read: string,
  truth: string,
  acceptable: readonly string[] = [],
): boolean {
  return [truth, ...acceptable].some((value) => matchesOne(name, read, value));
}

const given = (text: string | null | undefined): text is string => text !== null && text !== undefined;

/**
 * A line is right when its net amount and, where truth gives them, quantity and unit price agree.
 * A truth line without amount goes by what it has, at last by its text.
 */
export function lineMatches(read: LineValues, truth: TruthLine): boolean {
  const numbers = (['netAmount', 'quantity', 'unitPrice'] as const).filter((key) => given(truth[key]));
  if (numbers.length > 0) {
    return numbers.every((key) => sameNumber(read[key], truth[key]!, key === 'quantity' ? 6 : 2));
  }
  return (
    given(truth.description) &&
    given(read.description) &&
    isSimilar(read.description, truth.description, SIMILAR_ENOUGH)
  );
}

export function vatRowMatches(read: VatRowValues, truth: TruthVatRow): boolean {
  const keys = (['rate', 'base', 'amount'] as const).filter((key) => given(truth[key]));
  return keys.length > 0 && keys.every((key) => sameNumber(read[key], truth[key]!, 2));
}

/** The largest number of pairs that can be made so that each side is used once (augmenting paths). */
export function countPairs<R, T>(
  reads: readonly R[],
  truths: readonly T[],
  matches: (read: R, truth: T) => boolean,
): number {
  const readOfTruth = new Map<number, number>();
  const assign = (read: number, tried: Set<number>): boolean =>
    truths.some((truth, index) => {
      if (tried.has(index) || !matches(reads[read]!, truth)) return false;
      tried.add(index);
      const holder = readOfTruth.get(index);
      if (holder !== undefined && !assign(holder, tried)) return false;
      readOfTruth.set(index, read);
      return true;
    });
  return reads.filter((_, read) => assign(read, new Set())).length;
}
