import {
  centreY,
  type Field,
  FIELD_NAMES,
  type FieldName,
  type InvoiceLine,
  type ReadInvoice,
} from '../../domain/index.js';
import { cents, centsText } from '../values/index.js';
import { productMatches } from '../lines/arithmetic.js';
import { amountOf, arithmeticConfirmed, lineCents } from './arithmetic-confirmed.js';

/** Combinations tried at most; beyond that the surer line of each pair is taken. */
const MAX_COMBINATIONS = 20_000;
const TOTALS: readonly FieldName[] = ['totalWithoutVat', 'totalVat', 'totalWithVat'];

/** What one place on the page may be: null = nothing (a reading saw a line there that is none). */
type Slot = readonly (InvoiceLine | null)[];

/**
 * Joins two readings of one document: field by field the surer value, line by line whatever makes the lines sum to the
 * total and the totals agree. A reading that is confirmed as it stands wins whole.
 */
export function mergeReadings(a: ReadInvoice, b: ReadInvoice): ReadInvoice {
  const fields = mergeFields(a, b);
  const warnings = [...a.warnings];
  const totals = bestTotals(a, b);
  const base: ReadInvoice = { ...a, fields: { ...fields, ...totals }, warnings };
  if (arithmeticConfirmed(a)) return { ...base, fields: { ...fields, ...pick(a, TOTALS) } };
  if (arithmeticConfirmed(b)) {
    return {
      ...base,
      fields: { ...fields, ...pick(b, TOTALS) },
      lines: b.lines,
      vatBreakdown: b.vatBreakdown,
      warnings: b.warnings,
    };
  }
  const slots = align(a.lines, b.lines);
  const proven = search(slots, targetsOf(a, b));
  const lines = proven?.lines ?? slots.flatMap((slot) => surest(slot) ?? []);
  const joined: ReadInvoice = {
    ...base,
    lines,
    vatBreakdown: a.vatBreakdown.length > 0 ? a.vatBreakdown : b.vatBreakdown,
  };
  if (proven === null) return joined;
  const name = proven.field;
  const field: Field = {
    ...proven.total,
    confidence: Math.max(proven.total.confidence, 0.97),
    why: [...new Set([...proven.total.why, 'arithmetic:lines'])],
  };
  return {
    ...joined,
    fields: { ...joined.fields, [name]: field },
    lines: lines.map((line) => ({ ...line, confidence: Math.max(line.confidence, 0.95) })),
    warnings: warnings.filter((warning) => warning.code !== 'extraction.lines_do_not_add_up'),
  };
}

const pick = (invoice: ReadInvoice, names: readonly FieldName[]): Partial<Record<FieldName, Field>> =>
  Object.fromEntries(names.map((name) => [name, invoice.fields[name]]));

function mergeFields(a: ReadInvoice, b: ReadInvoice): Record<FieldName, Field> {
  return Object.fromEntries(
    FIELD_NAMES.map((name) => {
      const [first, second] = [a.fields[name], b.fields[name]];
      if (first.value === second.value && first.value !== null) {
        return [name, first.confidence >= second.confidence ? first : second];
      }
      return [name, second.confidence > first.confidence ? second : first];
    }),
  ) as Record<FieldName, Field>;
}

/** Net, VAT and gross from either reading so that they agree; empty when no mixture does. */
function bestTotals(a: ReadInvoice, b: ReadInvoice): Partial<Record<FieldName, Field>> {
  for (const net of [a, b]) {
    for (const vat of [a, b]) {
      for (const gross of [a, b]) {
        const [n, v, g] = [
          amountOf(net, 'totalWithoutVat'),
          amountOf(vat, 'totalVat'),
          amountOf(gross, 'totalWithVat'),
        ];
        if (n === null || v === null || g === null || Math.abs(n + v - g) > 1) continue;
        return {
          totalWithoutVat: net.fields.totalWithoutVat,
          totalVat: vat.fields.totalVat,
          totalWithVat: gross.fields.totalWithVat,
        };
      }
    }
  }
  return {};
}

interface Target {
  readonly field: FieldName;
  readonly total: Field;
  readonly cents: number;
}

function targetsOf(a: ReadInvoice, b: ReadInvoice): Target[] {
  const targets: Target[] = [];
  for (const field of ['totalWithoutVat', 'totalWithVat'] as const) {
    for (const invoice of [a, b]) {
      const amount = amountOf(invoice, field);
      if (amount !== null && !targets.some((target) => target.cents === amount))
        targets.push({ field, total: invoice.fields[field], cents: amount });
    }
  }
  return targets;
}

const heightOf = (line: InvoiceLine): { page: number; y: number } | null => {
  const [first] = line.evidence;
  return first === undefined ? null : { page: first.page, y: centreY(first.box) };
};

/** Less than the distance of two lines of print. */
const SAME_HEIGHT = 0.008;

function sameHeight(a: InvoiceLine, b: InvoiceLine): boolean {
  const [first, second] = [heightOf(a), heightOf(b)];
  return first !== null && second !== null && first.page === second.page && Math.abs(first.y - second.y) < SAME_HEIGHT;
}

function align(a: readonly InvoiceLine[], b: readonly InvoiceLine[]): Slot[] {
  const left = [...b];
  const slots: { slot: Slot; at: number }[] = a.map((line) => {
    const index = left.findIndex((other) => sameHeight(line, other));
    const other = index < 0 ? undefined : left.splice(index, 1)[0];
    return { slot: other === undefined ? [line, null] : variants(line, other), at: orderOf(line) };
  });
  slots.push(...left.map((line) => ({ slot: [line, null], at: orderOf(line) })));
  return slots.sort((x, y) => x.at - y.at).map(({ slot }) => slot);
}

const orderOf = (line: InvoiceLine): number => {
  const place = heightOf(line);
  return place === null ? Infinity : place.page + place.y;
};

/** Both readings of a line, and their mixtures where quantity and price come from different ones. */
function variants(a: InvoiceLine, b: InvoiceLine): Slot {
  const equal = (x: InvoiceLine, y: InvoiceLine) =>
    x.quantity === y.quantity && x.unitPrice === y.unitPrice && x.netAmount === y.netAmount;
  if (equal(a, b)) return [a.confidence >= b.confidence ? a : b];
  const mixed: InvoiceLine[] = [];
  for (const [from, other] of [
    [a, b],
    [b, a],
  ] as const) {
    if (from.quantity === null || other.unitPrice === null) continue;
    const netAmount = centsText(cents(Number(from.quantity) * Number(other.unitPrice)));
    const line = { ...from, unitPrice: other.unitPrice, netAmount };
    if (!equal(line, a) && !equal(line, b)) mixed.push(line);
  }
  return [a, b, ...mixed];
}

const surest = (slot: Slot): InvoiceLine | null =>
  slot.reduce(
    (best, line) => (line !== null && (best === null || line.confidence > best.confidence) ? line : best),
    null,
  );

const consistent = (line: InvoiceLine | null): boolean =>
  line === null ||
  line.quantity === null ||
  line.unitPrice === null ||
  line.netAmount === null ||
  productMatches(Number(line.quantity), Number(line.unitPrice), Number(line.netAmount));

/** The first choice of one variant a slot whose sum is a total. */
function search(slots: readonly Slot[], targets: readonly Target[]): (Target & { lines: InvoiceLine[] }) | null {
  if (slots.length === 0 || targets.length === 0) return null;
  const size = slots.reduce((product, slot) => Math.min(product * slot.length, MAX_COMBINATIONS + 1), 1);
  if (size > MAX_COMBINATIONS) return null;
  const choice = slots.map(() => 0);
  for (let count = 0; count < size; count++) {
    const chosen = slots.map((slot, index) => slot[choice[index]!]!);
    const sum = chosen.reduce((total, line) => total + (line === null ? 0 : lineCents(line)), 0);
    const target = targets.find((candidate) => candidate.cents === sum);
    if (target !== undefined && chosen.some((line) => line !== null) && chosen.every(consistent))
      return { ...target, lines: chosen.filter((line) => line !== null) };
    for (let index = 0; index < choice.length; index++) {
      choice[index] = choice[index]! + 1;
      if (choice[index]! < slots[index]!.length) break;
      choice[index] = 0;
    }
  }
  return null;
}
