import { type FieldName } from '../../domain/index.js';
import { type XmlElement } from './xml-element.js';

/** What stands in the XML, as it stands there; `assemble` makes an invoice of it. */
export interface RawInvoice {
  readonly typeCode: string | null;
  /** Everything but `documentType`; absent = not in the XML. */
  readonly fields: Readonly<Partial<Record<FieldName, RawValue | null>>>;
  readonly vatRows: readonly RawVatRow[];
  readonly lines: readonly RawLine[];
}

export interface RawValue {
  readonly text: string;
  /** UN/EDIFACT 2379 code of a date's form, where the XML names one. */
  readonly format?: string | null;
}

export interface RawVatRow {
  readonly rate: string | null;
  readonly category: string | null;
  readonly base: string | null;
  readonly amount: string | null;
}

export interface RawLine {
  readonly description: string | null;
  readonly quantity: string | null;
  /** Net price of `basisQuantity` units. */
  readonly price: string | null;
  readonly basisQuantity: string | null;
  readonly netAmount: string | null;
  readonly vatRate: string | null;
  readonly vatCategory: string | null;
}

export const rawText = (text: string | null): RawValue | null => (text === null ? null : { text });

/** Parts of an address on one line, empty ones left out. */
export function oneLine(...parts: readonly (string | null)[]): string | null {
  return parts.filter((part) => part !== null && part !== '').join(', ') || null;
}

export const joined = (...parts: readonly (string | null)[]): string | null => parts.filter(Boolean).join(' ') || null;

/** The first of several amounts that is in the invoice's currency, else the first without or with another one. */
export function amountIn(currency: string | null, amounts: readonly XmlElement[]): string | null {
  const own = amounts.find((amount) => amount.attribute('currencyID') === currency);
  const bare = amounts.find((amount) => amount.attribute('currencyID') === null);
  return (own ?? bare ?? amounts[0])?.content ?? null;
}
