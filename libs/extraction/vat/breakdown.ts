import { type VatRow } from '../../domain/index.js';
import { type Facts } from '../facts.js';
import { type TableArea } from '../lines/index.js';
import { hasMeaning } from '../labels/index.js';
import { cents, centsText, type NumberValue } from '../values/index.js';
import usualRates from './vat-rates.json' with { type: 'json' };

/** A VAT row in cents. `base` null: not printed on its line. */
export interface RateLine {
  readonly rate: number;
  readonly base: number | null;
  readonly amount: number;
  readonly line: number;
}

const USUAL = new Set<number>(usualRates);
const MAX_SETS = 4096;
const MOST_AMOUNTS = 12;

const fits = (base: number, rate: number, amount: number): boolean => Math.abs((base * rate) / 100 - amount) <= 2;

const isMoney = (number: NumberValue): boolean =>
  !number.percent && (number.decimals === 2 || number.currency !== null);

function ratesOn(facts: Facts, line: number): NumberValue[] {
  return facts.numbers[line]!.filter(
    (number) =>
      number.amount >= 0 &&
      number.amount <= 35 &&
      (number.percent || (USUAL.has(number.amount) && number.currency === null)),
  );
}

/** Is there a word for VAT on the line or above the number? */
const speaksOfVat = (facts: Facts, line: number): boolean =>
  facts.labels[line]!.some((label) => hasMeaning(label, 'totalVat', 'vatRate', 'vatId'));

/** Lines that carry a rate with its base and tax (`20 % 198,00 39,60`), or with its tax alone (`TVA 20 % : 9,34`). */
export function rateLines(facts: Facts, tables: TableArea): RateLine[] {
  const found: RateLine[] = [];
  for (const { index } of facts.layout.lines) {
    if (tables.has(index)) continue;
    for (const rate of ratesOn(facts, index)) {
      const money = facts.numbers[index]!.filter((number) => number !== rate && isMoney(number));
      const row = pairFor(rate, money, index) ?? aloneFor(rate, money, facts, index);
      if (
        row !== null &&
        !found.some((other) => other.rate === row.rate && other.base === row.base && other.amount === row.amount)
      )
        found.push(row);
    }
  }
  return found;
}

function pairFor(rate: NumberValue, money: readonly NumberValue[], line: number): RateLine | null {
  if (money.length > MOST_AMOUNTS) return null;
  const values = money.map((number) => Math.abs(cents(number.amount)));
  let best: RateLine | null = null;
  for (let b = 0; b < values.length; b++) {
    for (let a = 0; a < values.length; a++) {
      if (a === b || !fits(values[b]!, rate.amount, values[a]!)) continue;
      if (rate.amount === 0 && (!rate.percent || a < b)) continue;
      if (values[a] === 0 && values[b] !== 0 && rate.amount !== 0 && !fits(values[b]!, rate.amount, 0)) continue;
      if (values[b]! < 3 && rate.amount > 0 && values[a] === 0) continue;
      const row = { rate: rate.amount, base: values[b]!, amount: values[a]!, line };
      if (best === null || row.base! > best.base!) best = row;
    }
  }
  return best;
}

function aloneFor(rate: NumberValue, money: readonly NumberValue[], facts: Facts, line: number): RateLine | null {
  if (!rate.percent || !speaksOfVat(facts, line)) return null;
  const behind = money.filter((number) => number.x0 > rate.x0);
  const amount = behind.length === 1 ? behind[0]! : behind.length === 0 && money.length === 1 ? money[0]! : null;
  return amount && { rate: rate.amount, base: null, amount: Math.abs(cents(amount.amount)), line };
}

function toRow(rate: number, base: number, amount: number): VatRow {
  return { rate: rate.toFixed(2), base: centsText(base), amount: centsText(amount) };
}

/** The rows that add up to the totals; where no base is printed it follows from a single rate. Empty when nothing adds up. */
export function breakdownOf(
  lines: readonly RateLine[],
  net: number | null,
  vat: number | null,
  bases: ReadonlyMap<number, number> = new Map(),
): VatRow[] {
  const full = lines.filter((line): line is RateLine & { base: number } => line.base !== null);
  // Part of the goods may be outside VAT: then the bases are less than the net total, but the taxes still sum.
  const subset = addingUp(full, net, vat) ?? (vat !== null && vat > 0 ? addingUp(full, null, vat) : null);
  if (subset !== null) return subset.map((line) => toRow(line.rate, line.base, line.amount));
  const alone = lines.filter((line) => line.base === null);
  if (net !== null && vat !== null) {
    const single = [...lines].find((line) => line.amount === vat && fits(net, line.rate, vat));
    if (single !== undefined && (vat > 0 || single.rate === 0)) return [toRow(single.rate, net, vat)];
    const sum = alone.reduce((total, line) => total + line.amount, 0);
    const known = alone.map((line) => bases.get(line.rate));
    const fitting = alone.every(
      (line, index) => known[index] !== undefined && fits(known[index], line.rate, line.amount),
    );
    if (alone.length >= 2 && fitting && Math.abs(sum - vat) <= 1) {
      return alone.map((line, index) => toRow(line.rate, known[index]!, line.amount));
    }
    if (alone.length >= 2 && Math.abs(sum - vat) <= 1) {
      const bases = alone.map((line) => (line.rate === 0 ? 0 : Math.round((line.amount * 100) / line.rate)));
      const slack = net - bases.reduce((total, base) => total + base, 0);
      if (Math.abs(slack) <= 10 * alone.length)
        return alone.map((line, index) => toRow(line.rate, bases[index]!, line.amount));
    }
    const usual = vat > 0 ? usualRates.find((rate) => rate > 0 && Math.abs((net * rate) / 100 - vat) <= 1) : undefined;
    if (usual !== undefined && net > 2000) return [toRow(usual, net, vat)];
    return [];
  }
  return vat === null && net === null && full.length > 0
    ? full.map((line) => toRow(line.rate, line.base, line.amount))
    : [];
}

/** The largest set of rows whose bases and taxes sum to the totals. */
export function addingUp<L extends RateLine & { base: number }>(
  lines: readonly L[],
  net: number | null,
  vat: number | null,
): L[] | null {
  if (lines.length === 0 || lines.length > 12 || (net === null && vat === null)) return null;
  let best: L[] | null = null;
  for (let mask = (1 << lines.length) - 1; mask > 0 && mask > (1 << lines.length) - 1 - MAX_SETS; mask--) {
    const set = lines.filter((_, index) => mask & (1 << index));
    if (best !== null && set.length <= best.length) continue;
    const sums = set.reduce((total, line) => ({ base: total.base + line.base, amount: total.amount + line.amount }), {
      base: 0,
      amount: 0,
    });
    const slack = Math.max(1, set.length);
    const netFits = net === null || Math.abs(sums.base - net) <= slack;
    const vatFits = vat === null || Math.abs(sums.amount - vat) <= slack;
    if (netFits && vatFits) best = set;
  }
  return best;
}
