import { type Barcode, type FieldSource } from '../domain/index.js';
import { hasMeaning, type Label, labelsOf, languageOf, type Language } from './labels/index.js';
import { type Layout } from './layout/index.js';
import {
  datesOf,
  type DateValue,
  type DayOrder,
  dayOrderOf,
  decimalSignOf,
  type DecimalSign,
  numbersOf,
  type NumberValue,
} from './values/index.js';

/** Everything that is plain to see on the pages, found once and shared by all families of fields. Indexed by line. */
export interface Facts {
  readonly layout: Layout;
  readonly labels: readonly (readonly Label[])[];
  readonly numbers: readonly (readonly NumberValue[])[];
  readonly dates: readonly (readonly DateValue[])[];
  readonly sign: DecimalSign;
  readonly dayOrder: DayOrder;
  readonly language: Language;
  readonly barcodes: readonly Barcode[];
  /** By page number. */
  readonly sources: ReadonlyMap<number, FieldSource>;
}

/** Numbers that are part of a date are no amounts. */
const apart = (numbers: readonly NumberValue[], dates: readonly DateValue[]): NumberValue[] =>
  dates.length === 0
    ? [...numbers]
    : numbers.filter((number) => !dates.some((date) => number.tokens.some((token) => date.tokens.includes(token))));

/** Month first is usual only where English stands beside US dollars. */
function usualOrder(layout: Layout, language: Language): DayOrder {
  if (language !== 'en') return 'dmy';
  const dollars = layout.lines.some((line) => line.tokens.some(({ text }) => /^(us)?\$\d|^(US)?\$$|^USD$/.test(text)));
  return dollars ? 'mdy' : 'dmy';
}

export function factsOf(
  layout: Layout,
  barcodes: readonly Barcode[],
  sources: ReadonlyMap<number, FieldSource>,
): Facts {
  const labels = layout.lines.map(labelsOf);
  const language = languageOf(labels.flat());
  const sign = decimalSignOf(layout.lines);
  const dates = layout.lines.map(datesOf);
  const numbers = layout.lines.map((line, index) => apart(numbersOf(line, sign), dates[index]!));
  const dayOrder = dayOrderOf(dates.flat(), usualOrder(layout, language));
  return { layout, labels, numbers, dates, sign, dayOrder, language, barcodes, sources };
}

const TOTAL_KEYS = ['totalWithoutVat', 'totalVat', 'totalWithVat', 'amountDue'] as const;

export const isTotalLabel = (label: Label): boolean => hasMeaning(label, ...TOTAL_KEYS);
