import { fieldsWith, type Field, type FieldName, type FieldSource, type ReadInvoice } from '../../domain/index.js';
import { QualityGate, type DuplicateFinder } from './quality-gate.js';

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
  return { invoice, engine: 'tesseract', words: null, xmlComparison: null, today: '2026-11-01' };
}

const gate = new QualityGate(null);
const assess = (...given: Parameters<typeof material>) => gate.assess(material(...given), null);

describe('the quality gate', () => {
  it('accepts a sure reading whose amounts agree', async () => {
    const report = await assess(VALUES);
    expect(report).toMatchObject({ verdict: 'accept', threshold: 0.7 });
    expect(report.score).toBeGreaterThan(0.93);
    expect(report.checks.find(({ code }) => code === 'totals.add_up')?.passed).toBe(true);
  });

  it('sends a doubtful field to a person by the score alone', async () => {
    const report = await assess(VALUES, { invoiceNumber: 0.6 });
    expect(report.verdict).toBe('review');
    expect(report.score).toBeLessThan(0.6);
  });

  it('sends a blocking failure to a person whatever the score', async () => {
    const { verdict, score } = await assess({ ...VALUES, totalWithVat: '121.00' }, {}, 'xml');
    expect({ verdict, score }).toEqual({ verdict: 'review', score: 1 });
  });

  it('gives an incomplete invoice the score 0', async () => {
    const { sellerName: _, ...rest } = VALUES;
    expect(await assess(rest)).toMatchObject({ verdict: 'review', score: 0 });
  });

  it('raises confidence when amounts agree and lowers it when they do not', async () => {
    const doubt = { totalWithoutVat: 0.9, totalVat: 0.9, totalWithVat: 0.9 };
    const { totalVat: _, ...unchecked } = VALUES;
    const [agreeing, alone, contradicting] = await Promise.all([
      assess(VALUES, doubt),
      assess(unchecked, doubt),
      assess({ ...VALUES, totalVat: '21.00' }, doubt),
    ]);
    expect(agreeing.score).toBeGreaterThan(alone.score);
    expect(alone.score).toBeGreaterThan(contradicting.score);
  });

  it('lowers the score for a failed checksum of a value that was read, not of one that was given exactly', async () => {
    const iban = { ...VALUES, sellerLegalId: '732829321' };
    expect((await assess(iban)).verdict).toBe('review');
    expect((await assess(iban, {}, 'xml')).verdict).toBe('accept');
  });

  it('is as sure as the least sure of the other fields, free text left aside', async () => {
    const values = { ...VALUES, buyerId: 'C1', paymentTerms: '30 jours' };
    expect((await assess(values, { buyerId: 0.4 })).score).toBeCloseTo(0.4);
    expect((await assess(values, { paymentTerms: 0.1 })).verdict).toBe('accept');
  });

  it('takes its threshold from outside', async () => {
    const strict = new QualityGate(null, { threshold: 0.999 });
    expect(await strict.assess(material(VALUES), null)).toMatchObject({ verdict: 'review', threshold: 0.999 });
  });

  it('asks the books for the same number of the same seller, leaving out the invoice itself', async () => {
    const asked: unknown[] = [];
    const books: DuplicateFinder = {
      findSame: (...question) => {
        asked.push(question);
        return Promise.resolve(42);
      },
    };
    const report = await new QualityGate(books).assess(material(VALUES), 7);
    expect(asked).toEqual([[{ sellerName: 'Vendeur SA', sellerVatId: null, sellerLegalId: null }, 'F1', 7]]);
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
