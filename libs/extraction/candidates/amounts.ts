import { type FieldName } from '../../domain/index.js';
import { type Facts } from '../facts.js';
import { type TableArea } from '../lines/index.js';
import { cents, centsText, type NumberValue } from '../values/index.js';
import { type Candidate, neighbourFeatures, neighboursOf, positionFeatures, printed, whyLabel } from './candidate.js';

export type TotalField = Extract<FieldName, 'totalWithoutVat' | 'totalVat' | 'totalWithVat' | 'amountDue'>;
export const TOTAL_FIELDS: readonly TotalField[] = ['totalWithoutVat', 'totalVat', 'totalWithVat', 'amountDue'];

export interface AmountCandidate extends Candidate {
  readonly field: TotalField;
  /** Without sign. */
  readonly cents: number;
  readonly negative: boolean;
}

/** Amounts outside the item tables: two decimals, or a currency beside them. */
export function amountsOf(facts: Facts, tables: TableArea): NumberValue[] {
  return facts.numbers
    .flatMap((numbers, line) => numbers.filter((number) => !tables.covers({ line, x0: number.x0 })))
    .filter((number) => !number.percent && (number.decimals === 2 || number.currency !== null));
}

/** Totals by the labels around them; every amount may be several things, the solver decides. */
export function totalCandidates(facts: Facts, tables: TableArea): AmountCandidate[] {
  const found: AmountCandidate[] = [];
  const rivalsOf = (line: number) =>
    facts.numbers[line]!.filter((number) => !number.percent && (number.decimals === 2 || number.currency !== null));
  for (const amount of amountsOf(facts, tables)) {
    const neighbours = neighboursOf(amount, facts, rivalsOf, tables);
    const nearest = neighbours.find((neighbour) => neighbour.share > 0.4);
    const other =
      nearest !== undefined &&
      nearest.label.meanings.some((meaning) => meaning.key === 'otherAmount') &&
      !nearest.label.meanings.some((meaning) => meaning.key !== 'otherAmount' && meaning.key.startsWith('total'));
    const seen = new Map<TotalField, AmountCandidate>();
    for (const neighbour of neighbours) {
      for (const meaning of neighbour.label.meanings) {
        const field = TOTAL_FIELDS.find((name) => name === meaning.key);
        if (field === undefined) continue;
        const candidate: AmountCandidate = {
          field,
          value: centsText(Math.abs(cents(amount.amount))),
          cents: Math.abs(cents(amount.amount)),
          negative: amount.amount < 0,
          ...printed(amount, facts),
          features: {
            ...neighbourFeatures(neighbour, meaning, neighbours),
            ...positionFeatures(amount, facts),
            otherLabel: other ? 1 : 0,
            decimals: amount.decimals === 2 ? 1 : 0,
            currency: amount.currency === null ? 0 : 1,
            zero: amount.amount === 0 ? 1 : 0,
            repaired: amount.repaired ? 1 : 0,
          },
          why: [whyLabel(neighbour), ...(amount.repaired ? ['repaired:ocr'] : [])],
        };
        const held = seen.get(field);
        if (held === undefined || (candidate.features['strong'] ?? 0) > (held.features['strong'] ?? 0))
          seen.set(field, candidate);
      }
    }
    found.push(...seen.values());
  }
  return found;
}
