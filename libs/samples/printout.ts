import { type CalendarDate, type FieldName, formatFixed, formatMicro, type Minor } from '../domain/index.js';
import { fullName, oneLineAddress } from './company.js';
import labels from './data/labels.json' with { type: 'json' };
import {
  amountText,
  dateText,
  moneyText,
  quantityText,
  rateText,
  spacedIban,
  spacedSiret,
  spacedVatId,
} from './formats.js';
import { type SampleInvoice, type SampleLine } from './invoice-model.js';
import { Random } from './random.js';
import { type SampleTruth, type TruthLine } from './truth.js';

export type LabelName = keyof (typeof labels)['fr'];
/** Fields whose value is a text that a layout can ask for. */
export type PrintableField = Exclude<FieldName, 'documentType' | 'currency'>;

/**
 * An invoice as one supplier would word it. What a layout takes from here is on the page, and what it does not take is not:
 * so the truth about a page is what was asked for while it was drawn.
 */
export class Printout {
  private readonly printed = new Set<FieldName>(['documentType', 'currency']);
  private printsLines = false;
  private readonly habits: Random;
  private readonly wordings = new Map<LabelName, string>();
  readonly language: 'fr' | 'en';

  constructor(readonly invoice: SampleInvoice) {
    this.language = invoice.language;
    this.habits = new Random(`habits ${invoice.supplier.key}`);
    for (const [name, variants] of Object.entries(labels[this.language])) {
      this.wordings.set(name as LabelName, this.habits.pick(variants));
    }
  }

  /** The supplier's wording: the same on all its invoices. */
  label(name: LabelName, values: Record<string, string | number> = {}): string {
    const wording = this.wordings.get(name) ?? '';
    return wording.replace(/\{(\w+)\}/g, (_, key: string) => String(values[key] ?? ''));
  }

  /** The field as printed, now counted as shown; null when the invoice has no such value. */
  show(field: PrintableField): string | null {
    const text = this.text(field);
    if (text !== null) this.printed.add(field);
    return text;
  }

  date(date: CalendarDate): string {
    return dateText(date, this.invoice.supplier.dates, this.language);
  }

  money(minor: Minor): string {
    return moneyText(this.signed(minor), this.language);
  }

  amount(minor: Minor): string {
    return amountText(this.signed(minor), this.language);
  }

  quantity(line: SampleLine): string {
    return quantityText(line.quantityMilli, this.language);
  }

  unitPrice(line: SampleLine): string {
    return amountText(line.unitPrice, this.language);
  }

  rate(basisPoints: number): string {
    return `${rateText(basisPoints, this.language)}${this.language === 'fr' ? '\u00a0%' : '%'}`;
  }

  /** The lines, now counted as shown. */
  lines(): readonly SampleLine[] {
    this.printsLines = true;
    return this.invoice.lines;
  }

  /** What the drawn page says. */
  truth(file: string, kind: string): SampleTruth {
    const fields = Object.fromEntries(
      Object.entries(fieldValues(this.invoice)).map(([name, value]) => [
        name,
        this.printed.has(name as FieldName) ? value : null,
      ]),
    ) as Record<FieldName, string | null>;
    const { supplier, buyer } = this.invoice;
    return {
      file,
      language: this.language,
      kind,
      fields,
      vatBreakdown: vatRowsOf(this.invoice),
      lines: this.printsLines ? this.invoice.lines.map(truthLine) : [],
      acceptable: {
        sellerName: [supplier.name],
        buyerName: [buyer.name],
        sellerLegalId: [supplier.siren, supplier.siret],
      },
    };
  }

  private signed(minor: Minor): Minor {
    const { kind, supplier } = this.invoice;
    return kind === 'creditNote' && supplier.negativeCredit ? -minor : minor;
  }

  private text(field: PrintableField): string | null {
    const { invoice } = this;
    const value = fieldValues(invoice)[field];
    if (value === null) return null;
    switch (field) {
      case 'issueDate':
      case 'dueDate':
      case 'deliveryDate':
        return this.date(value);
      case 'totalWithoutVat':
        return this.money(invoice.totals.withoutVat);
      case 'totalVat':
        return this.money(invoice.totals.vat);
      case 'totalWithVat':
        return this.money(invoice.totals.withVat);
      case 'amountDue':
        return this.money(invoice.totals.due);
      case 'sellerVatId':
      case 'buyerVatId':
        return invoice.supplier.font === 'helvetica' ? spacedVatId(value) : value;
      case 'sellerLegalId':
        return spacedSiret(value);
      case 'iban':
        return spacedIban(value);
      default:
        return value;
    }
  }
}

/** All that is true of the invoice, printed or not, in the forms of a truth file. A direct debit has no account to pay to. */
export function fieldValues(invoice: SampleInvoice): Record<FieldName, string | null> {
  const { supplier, buyer, totals } = invoice;
  const transfer = invoice.paymentMethod === 'transfer';
  return {
    documentType: invoice.kind,
    invoiceNumber: invoice.number,
    issueDate: invoice.issueDate,
    dueDate: invoice.dueDate,
    deliveryDate: invoice.deliveryDate,
    sellerName: fullName(supplier),
    sellerAddress: oneLineAddress(supplier),
    sellerVatId: supplier.vatId,
    sellerLegalId: supplier.siret,
    buyerName: fullName(buyer),
    buyerAddress: oneLineAddress(buyer),
    buyerVatId: buyer.vatId,
    buyerId: invoice.customerNumber,
    orderReference: invoice.orderReference,
    currency: 'EUR',
    totalWithoutVat: formatFixed(totals.withoutVat, 2),
    totalVat: formatFixed(totals.vat, 2),
    totalWithVat: formatFixed(totals.withVat, 2),
    amountDue: formatFixed(totals.due, 2),
    iban: transfer ? invoice.account.iban : null,
    bic: transfer ? invoice.account.bic : null,
    paymentTerms: invoice.paymentTerms,
  };
}

export const vatRowsOf = (invoice: SampleInvoice): SampleTruth['vatBreakdown'] =>
  invoice.totals.vatRows.map((row) => ({
    rate: formatFixed(row.rate, 2),
    base: formatFixed(row.base, 2),
    amount: formatFixed(row.amount, 2),
  }));

/** The unit price is left out where a discount stands beside it: then it is not the net price of one unit. */
export const truthLine = (line: SampleLine): TruthLine => ({
  description: line.description,
  quantity: formatMicro(line.quantityMilli * 1000),
  ...(line.discountPercent === 0 ? { unitPrice: formatFixed(line.unitPrice, 2) } : {}),
  netAmount: formatFixed(line.net, 2),
  vatRate: formatFixed(line.vatRate, 2),
});
