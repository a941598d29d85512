import { fieldsWith, type Field, type FieldName, type FieldSource, type ReadInvoice } from '../../domain/index.js';
import { QualityGate } from './quality-gate.js';

const VALUES: Partial<Record<FieldName, string>> = {
  invoiceNumber: 'F1',
  issueDate: '2026-10-01',
  sellerName: 'Vendeur SA',
  currency: 'EUR',
  totalWithoutVat: '100.00',
  totalVat: '20.00',
  totalWithVat: '120.00',
};

function material(
  values: Partial<Record<FieldName, string>>,
  confidence: Partial<Record<FieldName, number>> = {},
  source: FieldSource = 'ocr',
) {
  const fields: Partial<Record<FieldName, Field>> = {};
  for (const [name, value] of Object.entries(values) as [FieldName, string][]) {
    fields[name] = {
      value,
      raw: value,
      confidence: confidence[name] ?? (source === 'xml' ? 1 : 0.99),
      source,
      evidence: [],
      why: [],
    };
  }
  const invoice: ReadInvoice = { fields: fieldsWith(fields), vatBreakdown: [], lines: [], warnings: [] };
  return { invoice, engine: 'tesseract', words: null, xmlComparison: null, today: '2026-11-01', duplicateOf: null };
}

const gate = new QualityGate();
const assess = (...given: Parameters<typeof material>) => gate.judge(material(...given));

describe('the quality gate', () => {
  it('accepts a sure reading whose amounts agree', () => {
    const report = assess(VALUES);
    expect(report).toMatchObject({ verdict: 'accept', threshold: 0.7 });
    expect(report.score).toBeGreaterThan(0.93);
    expect(report.checks.find(({ code }) => code === 'totals.add_up')?.passed).toBe(true);
  });

  it('sends a doubtful field to a person by the score alone', () => {
    const report = assess(VALUES, { invoiceNumber: 0.6 });
    expect(report.verdict).toBe('review');
    expect(report.score).toBeLessThan(0.6);
  });

  it('sends a blocking failure to a person whatever the score', () => {
    const { verdict, score } = assess({ ...VALUES, totalWithVat: '121.00' }, {}, 'xml');
    expect({ verdict, score }).toEqual({ verdict: 'review', score: 1 });
  });

  it('gives an incomplete invoice the score 0', () => {
    const { sellerName: _, ...rest } = VALUES;
    expect(assess(rest)).toMatchObject({ verdict: 'review', score: 0 });
  });

  it('raises confidence when amounts agree and lowers it when they do not', () => {
    const doubt = { totalWithoutVat: 0.9, totalVat: 0.9, totalWithVat: 0.9 };
    const { totalVat: _, ...unchecked } = VALUES;
    const [agreeing, alone, contradicting] = [
      assess(VALUES, doubt),
      assess(unchecked, doubt),
      assess({ ...VALUES, totalVat: '21.00' }, doubt),
    ] as const;
    expect(agreeing.score).toBeGreaterThan(alone.score);
    expect(alone.score).toBeGreaterThan(contradicting.score);
  });

  it('lowers the score for a failed checksum of a value that was read, not of one that was given exactly', () => {
    const iban = { ...VALUES, sellerLegalId: '732829321' };
    expect(assess(iban).verdict).toBe('review');
    expect(assess(iban, {}, 'xml').verdict).toBe('accept');
  });

  it('is as sure as the least sure of the other fields, free text left aside', () => {
    const values = { ...VALUES, buyerId: 'C1', paymentTerms: '30 jours' };
    expect(assess(values, { buyerId: 0.4 }).score).toBeCloseTo(0.4);
    expect(assess(values, { paymentTerms: 0.1 }).verdict).toBe('accept');
  });

  it('takes its threshold from outside', () => {
    const strict = new QualityGate({ threshold: 0.999 });
    expect(strict.judge(material(VALUES))).toMatchObject({ verdict: 'review', threshold: 0.999 });
  });

  it('sends a number that the seller used before to a person', () => {
    const report = gate.judge({ ...material(VALUES), duplicateOf: 42 });
    expect(report.verdict).toBe('review');
    expect(report.checks).toContainEqual({
      code: 'duplicate.number',
      passed: false,
      severity: 'blocking',
      fields: ['invoiceNumber'],
      params: { invoiceId: 42 },
    });
  });
});
