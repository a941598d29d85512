import { type NumberValue } from '../values/index.js';

/** Printed prices are rounded: half a cent a unit, and a cent for the product. */
export function productMatches(quantity: number, price: number, net: number, priceDecimals = 2): boolean {
  const slack = 0.011 + Math.min(0.5 * 10 ** -Math.max(2, priceDecimals) * Math.abs(quantity), Math.abs(net) * 0.01);
  return Math.abs(Math.abs(quantity * price) - Math.abs(net)) <= slack;
}

export function discountedMatches(quantity: number, price: number, percent: number, net: number): boolean {
  return percent > 0 && percent <= 100 && productMatches(quantity, price * (1 - percent / 100), net);
}

/** A line with more figures is no item. */
const MOST_FIGURES = 16;

export interface Triple {
  readonly quantity: NumberValue;
  readonly price: NumberValue;
  readonly net: NumberValue;
}

/**
 * Three numbers of a row, left to right in any sense, of which two make the third; the net one to the right of
 * the price. `known`: the quantity, where its column tells it.
 */
export function tripleOf(numbers: readonly NumberValue[], known: NumberValue | null = null): Triple | null {
  const plain = numbers.filter((number) => !number.percent);
  if (plain.length > MOST_FIGURES) return null;
  for (let n = plain.length - 1; n >= 2; n--) {
    const net = plain[n]!;
    if (net.decimals < 2 && net.currency === null) continue;
    for (let p = n - 1; p >= 0; p--) {
      for (let q = n - 1; q >= 0; q--) {
        if (known !== null && plain[q] !== known) continue;
        if (p === q || plain[q]!.amount === 0 || plain[p]!.amount === 0) continue;
        const [quantity, price] = [plain[q]!, plain[p]!];
        if (q > p && quantity.decimals > price.decimals) continue;
        if (price.decimals < 2 && price.currency === null && price.decimals < net.decimals) continue;
        if (productMatches(quantity.amount, price.amount, net.amount, price.decimals)) return { quantity, price, net };
      }
    }
  }
  return null;
}
