import { fieldsWith, type Field, type FieldName, type InvoiceLine, type ReadInvoice } from '../../domain/index.js';
import { QUALITY_CHECKS, type QualityInput } from './index.js';

type Values = Partial<Record<FieldName, string>>;

const field = (value: string, confidence = 0.95): Field => ({
  value,
  raw: value,
  confidence,
  source: 'ocr',
  evidence: [],
  why: [],
});

const line = (netAmount: string, quantity: string | null = null, unitPrice: string | null = null): InvoiceLine => ({
  description: 'x',
  quantity,
  unitPrice,
  netAmount,
  vatRate: null,
  confidence: 1,
  evidence: [],
});

const GOOD: Values = {
  invoiceNumber: 'F1',
  issueDate: '2026-10-01',
  dueDate: '2026-10-31',
  sellerName: 'Vendeur SA',
  buyerName: 'Acheteur SA',
  sellerVatId: 'FR44732829320',
  sellerLegalId: '73282932000074',
  currency: 'EUR',
  totalWithoutVat: '100.00',
  totalVat: '20.00',
  totalWithVat: '120.00',
  iban: 'FR7630006000011234567890189',
  bic: 'AGRIFRPP',
};

function input(values: Values, parts: Partial<ReadInvoice> = {}, rest: Partial<QualityInput> = {}): QualityInput {
  const fields = fieldsWith(
    Object.fromEntries(Object.entries(values).map(([name, value]) => [name, field(value)])) as Partial<
      Record<FieldName, Field>
    >,
  );
  return {
    invoice: { fields, vatBreakdown: [], lines: [], warnings: [], ...parts },
    engine: 'tesseract',
    words: { meanConfidence: 0.9, count: 200 },
    xmlComparison: null,
    today: '2026-11-01',
    duplicateOf: null,
    ...rest,
  };
}

const run = (code: string, given: QualityInput) => QUALITY_CHECKS.find((check) => check.code === code)!.run(given);
const passed = (code: string, given: QualityInput): boolean | null => run(code, given).passed;

describe('the registry', () => {
  it('has no code twice, and nothing fails on a good invoice', () => {
    const codes = QUALITY_CHECKS.map(({ code }) => code);
    expect(new Set(codes).size).toBe(codes.length);
    expect(QUALITY_CHECKS.filter((check) => check.run(input(GOOD)).passed === false)).toEqual([]);
  });

  it('does not throw on values that are no numbers, and judges nothing by them', () => {
    const odd = input({ ...GOOD, totalVat: 'twenty' }, { lines: [line('?', 'x', 'y')] });
    expect(passed('totals.add_up', odd)).toBeNull();
    expect(passed('totals.lines_sum', odd)).toBeNull();
    expect(passed('lines.multiply', odd)).toBeNull();
  });
});

describe('totals', () => {
  it('add up to the cent or block', () => {
    expect(run('totals.add_up', input({ ...GOOD, totalWithVat: '120.01' }))).toEqual({
      passed: false,
      severity: 'blocking',
      fields: ['totalWithoutVat', 'totalVat', 'totalWithVat'],
      params: { difference: '-0.01' },
    });
    expect(passed('totals.add_up', input({ totalWithVat: '120.00' }))).toBeNull();
  });

  it('agree with the VAT rows, which may leave out exempt parts but not exceed the total', () => {
    const rows = (base: string, amount: string) => ({ vatBreakdown: [{ rate: '20.00', base, amount }] });
    expect(passed('totals.vat_rows_sum', input(GOOD, rows('100.00', '20.00')))).toBe(true);
    expect(passed('totals.vat_rows_sum', input(GOOD, rows('90.00', '20.00')))).toBe(true);
    expect(passed('totals.vat_rows_sum', input(GOOD, rows('110.00', '20.00')))).toBe(false);
    expect(passed('totals.vat_rows_sum', input(GOOD, rows('100.00', '18.00')))).toBe(false);
    expect(passed('totals.vat_rows_sum', input(GOOD))).toBeNull();
  });

  it('have rate times base as tax, within rounding', () => {
    const rows = (rate: string, amount: string) => ({ vatBreakdown: [{ rate, base: '99.99', amount }] });
    expect(passed('totals.vat_rate_times_base', input(GOOD, rows('5.50', '5.50')))).toBe(true);
    expect(passed('totals.vat_rate_times_base', input(GOOD, rows('5.50', '5.51')))).toBe(true);
    expect(run('totals.vat_rate_times_base', input(GOOD, rows('5.50', '5.80')))).toMatchObject({
      passed: false,
      params: { rate: '5.50', base: '99.99', amount: '5.80' },
    });
  });

  it('warn when the lines do not sum up, since discounts of the document are no lines', () => {
    expect(passed('totals.lines_sum', input(GOOD, { lines: [line('60.00'), line('40.00')] }))).toBe(true);
    expect(run('totals.lines_sum', input(GOOD, { lines: [line('60.00'), line('45.00')] }))).toMatchObject({
      passed: false,
      severity: 'warning',
      params: { difference: '5.00', lines: 2 },
    });
  });

  it('hold the lines against the only total of an invoice without VAT', () => {
    const result = run(
      'totals.lines_sum',
      input({ totalWithVat: '100.00' }, { lines: [line('60.00'), line('40.00')] }),
    );
    expect(result).toMatchObject({ passed: true, fields: ['totalWithVat'] });
  });

  it('warn when more is due than the total', () => {
    expect(passed('totals.amount_due', input({ ...GOOD, amountDue: '90.00' }))).toBe(true);
    expect(run('totals.amount_due', input({ ...GOOD, amountDue: '130.00' }))).toMatchObject({
      passed: false,
      severity: 'warning',
    });
  });

  it('know quantity times price within the rounding of the printed price', () => {
    const lines = (quantity: string, price: string, net: string) => ({
      lines: [line('1.00'), line(net, quantity, price)],
    });
    expect(passed('lines.multiply', input(GOOD, lines('3', '9.33', '28.00')))).toBe(true);
    expect(passed('lines.multiply', input(GOOD, lines('10000', '0.0205', '205.00')))).toBe(true);
    expect(run('lines.multiply', input(GOOD, lines('3', '9.33', '27.00')))).toMatchObject({
      passed: false,
      severity: 'warning',
      params: { lines: '2' },
    });
  });
});

describe('identifiers', () => {
  it('are flagged when a checksum fails, only the IBAN blocking', () => {
    expect(run('checksum.iban', input({ ...GOOD, iban: 'FR7630006000011234567890188' }))).toMatchObject({
      passed: false,
      severity: 'blocking',
      fields: ['iban'],
    });
    expect(run('checksum.legal_id', input({ ...GOOD, sellerLegalId: '732829321' }))).toMatchObject({
      passed: false,
      severity: 'warning',
    });
    expect(run('checksum.vat_id', input({ ...GOOD, buyerVatId: 'FR99732829320' }))).toMatchObject({
      passed: false,
      fields: ['buyerVatId'],
      params: { value: 'FR99732829320' },
    });
    expect(passed('checksum.bic', input({ ...GOOD, bic: 'NOTABIC' }))).toBe(false);
    expect(passed('checksum.iban', input({}))).toBeNull();
  });

  it('agree on the company between VAT id and SIREN or SIRET', () => {
    expect(passed('identifiers.agree', input(GOOD))).toBe(true);
    expect(passed('identifiers.agree', input({ ...GOOD, sellerLegalId: '404833048' }))).toBe(false);
    expect(passed('identifiers.agree', input({ ...GOOD, sellerVatId: 'DE136695976' }))).toBeNull();
  });
});

describe('dates', () => {
  it('are in order or block', () => {
    expect(run('dates.in_order', input({ ...GOOD, dueDate: '2026-09-30' }))).toMatchObject({
      passed: false,
      severity: 'blocking',
    });
    expect(passed('dates.in_order', input({ ...GOOD, dueDate: '2026-10-01' }))).toBe(true);
  });

  it('are neither in the future nor absurdly old', () => {
    expect(passed('dates.issue_plausible', input({ issueDate: '2026-11-02' }))).toBe(true);
    expect(passed('dates.issue_plausible', input({ issueDate: '2026-11-03' }))).toBe(false);
    expect(passed('dates.issue_plausible', input({ issueDate: '2016-11-02' }))).toBe(true);
    expect(passed('dates.issue_plausible', input({ issueDate: '2006-10-01' }))).toBe(false);
  });

  it('warn when payment is more than a year away', () => {
    expect(run('dates.due_plausible', input({ ...GOOD, dueDate: '2028-10-31' }))).toMatchObject({
      passed: false,
      severity: 'warning',
    });
  });
});

describe('mandatory fields', () => {
  it('block when one is missing', () => {
    const { sellerName: _, ...rest } = GOOD;
    expect(run('mandatory.present', input(rest))).toEqual({
      passed: false,
      severity: 'blocking',
      fields: ['sellerName'],
      params: { missing: 'sellerName' },
    });
  });

  it('include base and tax only where VAT is charged', () => {
    const { totalWithoutVat: _net, totalVat: _vat, ...bare } = GOOD;
    expect(passed('mandatory.present', input(bare))).toBe(true);
    expect(passed('mandatory.present', input({ ...bare, totalVat: '20.00' }))).toBe(false);
    expect(passed('mandatory.present', input({ ...bare, totalVat: '0.00' }))).toBe(true);
    const rows = { vatBreakdown: [{ rate: '20.00', base: '100.00', amount: '20.00' }] };
    expect(run('mandatory.present', input(bare, rows)).fields).toEqual(['totalWithoutVat', 'totalVat']);
  });

  it('do not let a company invoice itself', () => {
    expect(passed('parties.differ', input({ ...GOOD, buyerName: 'VENDEUR S.A.' }))).toBe(false);
    expect(run('parties.differ', input({ ...GOOD, buyerVatId: 'FR 44 732 829 320' })).fields).toEqual([
      'sellerVatId',
      'buyerVatId',
    ]);
    expect(passed('parties.differ', input({ sellerName: 'A' }))).toBeNull();
  });
});

describe('the reading itself', () => {
  it('warns of poor words and doubtful mandatory fields', () => {
    expect(passed('ocr.confidence', input(GOOD))).toBe(true);
    expect(passed('ocr.confidence', input(GOOD, {}, { words: { meanConfidence: 0.4, count: 9 } }))).toBe(false);
    const doubtful = input(GOOD);
    const fields = { ...doubtful.invoice.fields, issueDate: field('2026-10-01', 0.3) };
    expect(run('ocr.confidence', { ...doubtful, invoice: { ...doubtful.invoice, fields } }).fields).toEqual([
      'issueDate',
    ]);
    expect(passed('ocr.confidence', input(GOOD, {}, { words: null }))).toBeNull();
  });

  it('blocks when the e-invoice contradicts the page, and warns when there is nothing to compare', () => {
    const comparison = (code: string, params: Record<string, string | number>) => ({
      xmlComparison: { mismatches: [{ code, params }], evidence: {} },
    });
    const differing = comparison('einvoice.differs_from_page', { field: 'totalWithVat', xml: '1', page: '2' });
    expect(run('einvoice.matches_page', input(GOOD, {}, differing))).toEqual({
      passed: false,
      severity: 'blocking',
      fields: ['totalWithVat'],
      params: { differing: 'totalWithVat' },
    });
    const empty = comparison('einvoice.page_unreadable', { words: 0 });
    expect(run('einvoice.matches_page', input(GOOD, {}, empty))).toMatchObject({ passed: false, severity: 'warning' });
    expect(passed('einvoice.matches_page', input(GOOD, {}, { xmlComparison: { mismatches: [], evidence: {} } }))).toBe(
      true,
    );
  });

  it('blocks on values of the e-invoice that could not be read', () => {
    const fields = fieldsWith({ invoiceNumber: { ...field('F1'), source: 'xml' } });
    const warnings = [{ code: 'einvoice.unreadable_value', params: { field: 'dueDate', value: 'soon' } }];
    expect(run('einvoice.readable', input({}, { fields, warnings }))).toMatchObject({
      passed: false,
      fields: ['dueDate'],
    });
    expect(passed('einvoice.readable', input({}, { fields }))).toBe(true);
    expect(passed('einvoice.readable', input(GOOD))).toBeNull();
  });

  it('blocks on a number that the seller has used before', () => {
    expect(run('duplicate.number', input(GOOD, {}, { duplicateOf: 7 }))).toMatchObject({
      passed: false,
      severity: 'blocking',
      params: { invoiceId: 7 },
    });
    expect(passed('duplicate.number', input(GOOD))).toBe(true);
  });
});
