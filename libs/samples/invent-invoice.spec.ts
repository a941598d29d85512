import { isIban, isIbanForm } from '../domain/index.js';
import { SUPPLIERS, supplierByKey } from './company.js';
import { inventInvoice, numberOf } from './invent-invoice.js';
import { lineNet, type SampleInvoice, totalsOf } from './invoice-model.js';
import { Random } from './random.js';

const invoices: SampleInvoice[] = Array.from({ length: 300 }, (_, seed) => {
  const random = new Random(seed);
  return inventInvoice({ supplier: random.pick(SUPPLIERS), issueDate: '2026-03-14' }, random);
});

const sum = (values: readonly number[]): number => values.reduce((total, value) => total + value, 0);

describe('invented invoices', () => {
  it('add up to the cent over 300 seeds: lines, discount, VAT by rate, totals, amount due', () => {
    for (const { lines, totals } of invoices) {
      for (const line of lines) {
        const exact = (line.quantityMilli * line.unitPrice * (100 - line.discountPercent)) / 100_000;
        expect(Math.abs(line.net - exact)).toBeLessThanOrEqual(0.5);
        expect(Number.isInteger(line.net)).toBe(true);
      }
      expect(totals.lines).toBe(sum(lines.map((line) => line.net)));
      expect(totals.withoutVat).toBe(totals.lines - totals.discount);
      expect(totals.withoutVat).toBe(sum(totals.vatRows.map((row) => row.base)));
      expect(totals.vat).toBe(sum(totals.vatRows.map((row) => row.amount)));
      for (const row of totals.vatRows) expect(row.amount).toBe(Math.round((row.base * row.rate) / 10_000));
      expect(totals.withVat).toBe(totals.withoutVat + totals.vat);
      expect(totals.due).toBe(totals.withVat - totals.paid);
      expect(totals.due).toBeGreaterThan(0);
    }
  });

  it('cover every rate, credit notes, deposits, discounts, exemption and reverse charge', () => {
    const rates = new Set(invoices.flatMap((invoice) => invoice.totals.vatRows.map((row) => row.rate)));
    expect([...rates].sort((a, b) => a - b)).toEqual([0, 210, 550, 1000, 2000]);
    expect(invoices.some((invoice) => invoice.kind === 'creditNote')).toBe(true);
    expect(invoices.some((invoice) => invoice.totals.paid > 0)).toBe(true);
    expect(invoices.some((invoice) => invoice.totals.discount > 0)).toBe(true);
    expect(invoices.some((invoice) => invoice.lines.some((line) => line.discountPercent > 0))).toBe(true);
    expect(new Set(invoices.map((invoice) => invoice.regime))).toEqual(
      new Set(['standard', 'exempt', 'reverseCharge']),
    );
    expect(new Set(invoices.map((invoice) => invoice.language))).toEqual(new Set(['fr', 'en']));
  });

  it('charge no VAT when exempt or under reverse charge', () => {
    for (const invoice of invoices.filter(({ regime }) => regime !== 'standard')) expect(invoice.totals.vat).toBe(0);
  });

  it('never fall due before they are issued', () => {
    for (const invoice of invoices)
      if (invoice.dueDate !== null) expect(invoice.dueDate >= invoice.issueDate).toBe(true);
  });

  it('round half up to the cent and VAT once for each rate', () => {
    expect(lineNet(1500, 333, 0)).toBe(500);
    expect(lineNet(1000, 1000, 15)).toBe(850);
    const line = {
      description: 'x',
      unit: 'U',
      quantityMilli: 1000,
      unitPrice: 103,
      discountPercent: 0,
      vatRate: 550,
      net: 103,
    };
    expect(totalsOf([line, line, line], { discountPercent: 0, paid: 100 })).toEqual({
      lines: 309,
      discount: 0,
      withoutVat: 309,
      vat: 17,
      withVat: 326,
      paid: 100,
      due: 226,
      vatRows: [{ rate: 550, base: 309, amount: 17 }],
    });
  });

  it('write the counter into the supplier’s number scheme', () => {
    expect(numberOf(supplierByKey('brevanne'), '2026-03-14', 7)).toBe('FA-2026-0007');
    expect(numberOf(supplierByKey('gavresse'), '2026-03-14', 12)).toBe('FC26/00012');
    expect(numberOf(supplierByKey('ombrival'), '2026-03-14', 5)).toBe('OP202603005');
  });

  it('name an earlier number of the same series on a credit note', () => {
    for (const { kind, number, originalNumber } of invoices) {
      if (kind === 'invoice') expect(originalNumber).toBeNull();
      else expect((originalNumber as string) < number && originalNumber?.length === number.length).toBe(true);
    }
  });

  it('spoil exactly what a flaw names', () => {
    const make = (flaw?: 'wrongTotal' | 'noDueDate' | 'badIban' | 'newIban'): SampleInvoice => {
      const options = { supplier: supplierByKey('brevanne'), issueDate: '2026-03-14', kind: 'invoice' as const };
      return inventInvoice(flaw ? { ...options, flaw } : options, new Random(5));
    };
    const clean = make();
    expect(make('wrongTotal').totals.withVat).not.toBe(clean.totals.withVat);
    expect(make('wrongTotal').totals.withoutVat).toBe(clean.totals.withoutVat);
    expect(clean.dueDate).not.toBeNull();
    expect(make('noDueDate').dueDate).toBeNull();
    expect(isIbanForm(make('badIban').account.iban)).toBe(true);
    expect(isIban(make('badIban').account.iban)).toBe(false);
    expect(isIban(make('newIban').account.iban)).toBe(true);
    expect(make('newIban').account.iban).not.toBe(clean.account.iban);
  });
});
