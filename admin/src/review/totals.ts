import { cents } from '../format/amounts';

export interface Sums {
  /** Cents; null when something in it is not a number. */
  readonly lines: number | null;
  readonly total: number | null;
  /** Lines minus total; null when there is nothing to compare. */
  readonly difference: number | null;
}

export interface SummedLine {
  readonly netAmount: string | null;
}

/** The lines' net amounts against the total without VAT, or the only total that there is. */
export function lineSums(
  lines: readonly SummedLine[],
  totals: { readonly totalWithoutVat: string | null; readonly totalWithVat: string | null },
): Sums {
  const amounts = lines.map(({ netAmount }) => cents(netAmount));
  const known = amounts.length > 0 && amounts.every((amount) => amount !== null);
  const sum = known ? (amounts as number[]).reduce((total, amount) => total + amount, 0) : null;
  const total = cents(totals.totalWithoutVat ?? totals.totalWithVat);
  return { lines: sum, total, difference: sum === null || total === null ? null : sum - total };
}

/** Quantity times unit price in cents; null when one is missing. */
export function product(quantity: string | null, unitPrice: string | null): number | null {
  if (!quantity || !unitPrice) return null;
  const value = Number(quantity) * Number(unitPrice);
  return Number.isNaN(value) ? null : Math.round(value * 100);
}

export const centsText = (amount: number): string => (amount / 100).toFixed(2);
