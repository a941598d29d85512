import { addDays, type CalendarDate, daysInMonth, type Minor } from '../domain/index.js';
import { BUYERS, type CatalogueItem, inventIban, type Supplier } from './company.js';
import termsTable from './data/terms.json' with { type: 'json' };
import { lineNet, type SampleInvoice, type SampleLine, totalsOf, type VatRegime } from './invoice-model.js';
import { Random } from './random.js';

/** What a sample is spoilt with, so that checks have something to find. */
export const FLAWS = ['wrongTotal', 'noDueDate', 'badIban', 'newIban'] as const;
export type Flaw = (typeof FLAWS)[number];

export interface InventOptions {
  readonly supplier: Supplier;
  readonly issueDate: CalendarDate;
  readonly kind?: 'invoice' | 'creditNote';
  readonly number?: string;
  readonly buyerKey?: string;
  readonly flaw?: Flaw;
}

const endOfMonth = (date: CalendarDate): CalendarDate => {
  const [year, month] = date.split('-').map(Number) as [number, number];
  return `${date.slice(0, 8)}${daysInMonth(year, month)}`;
};

const startOfMonth = (date: CalendarDate): CalendarDate => `${date.slice(0, 8)}01`;

/** Writes a counter into the supplier's number scheme. */
export function numberOf(supplier: Supplier, issueDate: CalendarDate, counter: number): string {
  return supplier.number
    .replace('{yyyy}', issueDate.slice(0, 4))
    .replace('{yy}', issueDate.slice(2, 4))
    .replace('{mm}', issueDate.slice(5, 7))
    .replace(/\{n(\d+)\}/, (_, width: string) => String(counter).padStart(Number(width), '0'));
}

/** Three before it in the same series. */
const earlierNumber = (number: string): string =>
  number.replace(/\d+$/, (digits) => String(Math.max(Number(digits) - 3, 1)).padStart(digits.length, '0'));

function inventLines(supplier: Supplier, regime: VatRegime, random: Random): SampleLine[] {
  const long = supplier.layout === 'long';
  const count = long
    ? random.int(30, 46)
    : random.int(2, Math.min(supplier.layout === 'utility' ? 5 : 7, supplier.catalogue.length));
  const items: CatalogueItem[] = [];
  while (items.length < count) items.push(...random.shuffled(supplier.catalogue).slice(0, count - items.length));
  return items.map((item) => {
    const [low, high] = item.quantity as [number, number];
    const steps = random.int(0, Math.round((high - low) / item.step));
    const quantityMilli = Math.round((low + steps * item.step) * 1000);
    const unitPrice = random.int(item.priceCents[0] as number, item.priceCents[1] as number);
    const discountPercent =
      supplier.traits.includes('lineDiscount') && random.chance(0.25) ? random.pick([5, 10, 15]) : 0;
    return {
      description: item.text,
      unit: item.unit,
      quantityMilli,
      unitPrice,
      discountPercent,
      vatRate: regime === 'standard' ? Math.round(item.vatRate * 100) : 0,
      net: lineNet(quantityMilli, unitPrice, discountPercent),
    };
  });
}

/** One wrong digit in the account: the form stays, the checksum fails. */
function misprinted(iban: string): string {
  const at = 12;
  return iban.slice(0, at) + String((Number(iban[at]) + 1) % 10) + iban.slice(at + 1);
}

function regimeOf(supplier: Supplier, random: Random): VatRegime {
  if (supplier.traits.includes('exempt')) return 'exempt';
  return supplier.traits.includes('reverseCharge') && random.chance(0.3) ? 'reverseCharge' : 'standard';
}

/** The same for every invoice of a supplier to a buyer. */
function customerNumber(supplier: Supplier, buyerKey: string): string {
  const random = new Random(`customer ${buyerKey} of ${supplier.key}`);
  return `${random.pick(['C', '41', 'CL'])}${random.digits(5)}`;
}

/** An invented invoice of a supplier; the same random state gives the same invoice. */
export function inventInvoice(options: InventOptions, random: Random): SampleInvoice {
  const { supplier, issueDate, flaw } = options;
  const has = (trait: string): boolean => supplier.traits.includes(trait);
  const kind = options.kind ?? (random.chance(0.08) ? 'creditNote' : 'invoice');
  const language = supplier.layout === 'english' ? 'en' : 'fr';
  const regime = regimeOf(supplier, random);
  const lines = inventLines(supplier, regime, random);
  const terms = termsTable[supplier.terms as keyof typeof termsTable];
  const counter = supplier.start + random.int(0, 90);
  const number = options.number ?? numberOf(supplier, issueDate, counter);
  const early = addDays(issueDate, -random.int(2, 12));
  const discountPercent = has('globalDiscount') && random.chance(0.5) ? random.pick([2, 3, 5]) : 0;
  const before = totalsOf(lines, { discountPercent, paid: 0 });
  const paid: Minor =
    kind === 'invoice' && has('deposit') && random.chance(0.4) ? Math.round((before.withVat * 3) / 1000) * 100 : 0;
  const buyer = BUYERS.find((entry) => entry.key === options.buyerKey) ?? (BUYERS[0] as (typeof BUYERS)[number]);
  const ordered = has('orderReference') && random.chance(0.8);
  const after = addDays(issueDate, terms.days);
  const totals = totalsOf(lines, { discountPercent, paid });
  const accountIban = flaw === 'newIban' ? inventIban(random) : supplier.account.iban;
  return {
    kind,
    language,
    supplier,
    buyer,
    account: { ...supplier.account, iban: flaw === 'badIban' ? misprinted(accountIban) : accountIban },
    number,
    issueDate,
    dueDate:
      flaw === 'noDueDate' || has('noDueDate') || kind === 'creditNote'
        ? null
        : terms.endOfMonth
          ? endOfMonth(after)
          : after,
    deliveryDate: has('delivery') ? early : null,
    orderDate: ordered ? addDays(early, -random.int(3, 20)) : null,
    orderReference: ordered ? `${random.pick(['CDE', 'BC', 'PO'])}-${random.digits(5)}` : null,
    deliveryNote: has('deliveryNote') ? `BL${random.digits(6)}` : null,
    contract: has('contract') ? `${random.digits(3)}-${random.digits(6)}-A` : null,
    caseNumber: has('caseNumber') ? `${issueDate.slice(0, 4)}/${random.digits(3)}` : null,
    originalNumber: kind === 'creditNote' ? earlierNumber(number) : null,
    period: has('period')
      ? [startOfMonth(addDays(startOfMonth(issueDate), -1)), addDays(startOfMonth(issueDate), -1)]
      : null,
    customerNumber: customerNumber(supplier, buyer.key),
    paymentTerms: terms[language],
    paymentMethod: terms.method === 'debit' ? 'debit' : 'transfer',
    earlyPayment: has('earlyPayment'),
    regime,
    lines,
    totals: flaw === 'wrongTotal' ? misadded(totals) : totals,
  };
}

/** A total that does not follow from its parts, by a misplaced digit as a tired typist makes it. */
function misadded(totals: SampleInvoice['totals']): SampleInvoice['totals'] {
  const withVat = totals.withVat + 9000;
  return { ...totals, withVat, due: withVat - totals.paid };
}
