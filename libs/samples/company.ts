import { frenchVatKey, isSiren, isSiret } from '../domain/index.js';
import banks from './data/banks.json' with { type: 'json' };
import buyers from './data/buyers.json' with { type: 'json' };
import suppliers from './data/suppliers.json' with { type: 'json' };
import { Random } from './random.js';

export interface BankAccount {
  readonly bank: string;
  readonly iban: string;
  readonly bic: string;
}

export interface Company {
  readonly key: string;
  readonly name: string;
  /** `SAS`, `SARL` … as it stands behind the name. */
  readonly form: string;
  readonly street: string;
  readonly postcode: string;
  readonly city: string;
  readonly siren: string;
  readonly siret: string;
  /** Null for a company under the franchise of art. 293 B. */
  readonly vatId: string | null;
}

export interface CatalogueItem {
  readonly text: string;
  readonly unit: string;
  readonly priceCents: readonly number[];
  readonly vatRate: number;
  readonly quantity: readonly number[];
  readonly step: number;
}

/** An invented company that sends invoices, with its habits. */
export interface Supplier extends Company {
  readonly tagline: string;
  /** Seat of the trade register; empty for a sole trader. */
  readonly registry: string;
  readonly capitalEuros: number;
  readonly phone: string;
  readonly mail: string;
  readonly account: BankAccount;
  readonly layout: string;
  readonly font: string;
  readonly colour: string;
  /** Number scheme: `{yyyy}`, `{yy}`, `{mm}` and `{nK}`, a counter of K digits. */
  readonly number: string;
  readonly start: number;
  readonly terms: string;
  readonly dates: string;
  /** Prints a credit note's amounts with a minus. */
  readonly negativeCredit: boolean;
  readonly traits: readonly string[];
  readonly catalogue: readonly CatalogueItem[];
}

/** A number that passes Luhn and begins with digits that the register has not given out. */
export function inventSiren(random: Random): string {
  const body = `${random.pick(['28', '29'])}${random.digits(6)}`;
  return withLuhnDigit(body, isSiren);
}

export const inventSiret = (siren: string, random: Random): string =>
  withLuhnDigit(`${siren}000${random.int(1, 8)}`, isSiret);

function withLuhnDigit(body: string, check: (text: string) => boolean): string {
  for (let digit = 0; digit <= 9; digit++) if (check(body + digit)) return body + digit;
  throw new RangeError(`no check digit for ${body}`);
}

/** A French IBAN with a right RIB key, at a bank code that no bank has. */
export function inventIban(random: Random): string {
  const bank = `99${random.digits(3)}`;
  const branch = random.digits(5);
  const account = random.digits(11);
  const ribKey = 97 - ((89 * Number(bank) + 15 * Number(branch) + 3 * Number(account)) % 97);
  const bban = bank + branch + account + String(ribKey).padStart(2, '0');
  const check = 98n - (BigInt(`${bban}152700`) % 97n);
  return `FR${String(check).padStart(2, '0')}${bban}`;
}

interface Identity {
  readonly siren: string;
  readonly siret: string;
  readonly vatId: string;
}

function inventIdentity(random: Random): Identity {
  const siren = inventSiren(random);
  return { siren, siret: inventSiret(siren, random), vatId: `FR${frenchVatKey(siren)}${siren}` };
}

/** ARCEP keeps these prefixes for fiction; the rest is drawn. */
const inventPhone = (prefix: string, random: Random): string => `${prefix} ${random.digits(2)} ${random.digits(2)}`;

export const SUPPLIERS: readonly Supplier[] = suppliers.map((entry) => {
  const random = new Random(`supplier ${entry.key}`);
  const identity = inventIdentity(random);
  const bank = random.pick(banks);
  return {
    ...entry,
    ...identity,
    vatId: entry.traits.includes('exempt') ? null : identity.vatId,
    phone: inventPhone(entry.phone, random),
    account: { bank: bank.name, bic: bank.bic, iban: inventIban(random) },
  };
});

export const BUYERS: readonly (Company & { readonly vatId: string })[] = buyers.map((entry) => ({
  ...entry,
  ...inventIdentity(new Random(`buyer ${entry.key}`)),
}));

/** @throws RangeError for a key that no supplier has */
export function supplierByKey(key: string): Supplier {
  const found = SUPPLIERS.find((supplier) => supplier.key === key);
  if (!found) throw new RangeError(`no sample supplier ${key}`);
  return found;
}

/** `Ateliers Brévanne SAS`; a sole trader is `Clémence Vaurillon EI`. */
export const fullName = (company: Company): string => `${company.name} ${company.form}`;

/** One line, as truth files have it. */
export const oneLineAddress = (company: Company): string => `${company.street}, ${company.postcode} ${company.city}`;
