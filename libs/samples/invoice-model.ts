import { type CalendarDate, type Minor } from '../domain/index.js';
import { type BankAccount, type Company, type Supplier } from './company.js';

/** Percent times 100: 20 % is 2000, 5,5 % is 550. */
export type RateBasisPoints = number;

export interface SampleLine {
  readonly description: string;
  readonly unit: string;
  /** Thousandths of the unit. */
  readonly quantityMilli: number;
  /** Before the line's discount. */
  readonly unitPrice: Minor;
  /** Whole percent, 0 for none. */
  readonly discountPercent: number;
  readonly vatRate: RateBasisPoints;
  readonly net: Minor;
}

export interface SampleVatRow {
  readonly rate: RateBasisPoints;
  readonly base: Minor;
  readonly amount: Minor;
}

export interface SampleTotals {
  readonly lines: Minor;
  /** Document-level discount, 0 for none. Only on invoices with one VAT rate. */
  readonly discount: Minor;
  readonly withoutVat: Minor;
  readonly vat: Minor;
  readonly withVat: Minor;
  readonly paid: Minor;
  readonly due: Minor;
  readonly vatRows: readonly SampleVatRow[];
}

/** `standard`: VAT is charged; `exempt`: art. 293 B; `reverseCharge`: autoliquidation. */
export type VatRegime = 'standard' | 'exempt' | 'reverseCharge';

/** Everything that is true of an invented invoice. What a page shows of it is the layout's matter. Amounts are never negative. */
export interface SampleInvoice {
  readonly kind: 'invoice' | 'creditNote';
  readonly language: 'fr' | 'en';
  readonly supplier: Supplier;
  readonly buyer: Company & { readonly vatId: string };
  readonly account: BankAccount;
  readonly number: string;
  readonly issueDate: CalendarDate;
  /** Null where the paper leaves it out. */
  readonly dueDate: CalendarDate | null;
  readonly deliveryDate: CalendarDate | null;
  readonly orderDate: CalendarDate | null;
  readonly orderReference: string | null;
  readonly deliveryNote: string | null;
  readonly contract: string | null;
  readonly caseNumber: string | null;
  readonly originalNumber: string | null;
  readonly period: readonly [CalendarDate, CalendarDate] | null;
  readonly customerNumber: string;
  readonly paymentTerms: string;
  readonly paymentMethod: 'transfer' | 'debit';
  readonly earlyPayment: boolean;
  readonly regime: VatRegime;
  readonly lines: readonly SampleLine[];
  readonly totals: SampleTotals;
}

/** Quantity times price less discount, rounded half up to the cent. */
export const lineNet = (quantityMilli: number, unitPrice: Minor, discountPercent: number): Minor =>
  Math.round((quantityMilli * unitPrice * (100 - discountPercent)) / 100_000);

export interface TotalsInput {
  readonly discountPercent: number;
  readonly paid: Minor;
}

/** Totals of the lines as the tax code wants them: VAT is rounded once for each rate. */
export function totalsOf(lines: readonly SampleLine[], { discountPercent, paid }: TotalsInput): SampleTotals {
  const bases = new Map<RateBasisPoints, Minor>();
  for (const line of lines) bases.set(line.vatRate, (bases.get(line.vatRate) ?? 0) + line.net);
  const sum = [...bases.values()].reduce((total, base) => total + base, 0);
  const discount = bases.size === 1 ? Math.round((sum * discountPercent) / 100) : 0;
  const vatRows = [...bases.entries()]
    .sort(([a], [b]) => b - a)
    .map(([rate, base]) => {
      const reduced = base - discount;
      return { rate, base: reduced, amount: Math.round((reduced * rate) / 10_000) };
    });
  const withoutVat = sum - discount;
  const vat = vatRows.reduce((total, row) => total + row.amount, 0);
  const withVat = withoutVat + vat;
  return { lines: sum, discount, withoutVat, vat, withVat, paid, due: withVat - paid, vatRows };
}
