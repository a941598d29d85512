import { evaluationJson, evaluationTable } from './report.js';
import { evaluate, type Sample } from './score.js';
import { shareOf } from './wilson.js';

const sample = (given: Partial<Sample>): Sample => ({
  name: 'a',
  truth: { fields: {}, acceptable: {} },
  read: { fields: {}, lines: [], vatBreakdown: [] },
  verdict: null,
  ...given,
});

const good = sample({
  name: 'good.pdf',
  truth: {
    fields: { invoiceNumber: 'F1', totalWithVat: '12.00', iban: null },
    lines: [{ netAmount: '10.00' }],
    vatBreakdown: [{ rate: '20.00', base: '10.00', amount: '2.00' }],
    acceptable: {},
  },
  read: {
    fields: { invoiceNumber: 'F-1', totalWithVat: '12.00', sellerName: 'not scored' },
    lines: [{ netAmount: '10.00' }],
    vatBreakdown: [{ rate: '20', base: '10', amount: '2' }],
  },
  verdict: 'accept',
});

const bad = sample({
  name: 'bad.pdf',
  truth: { fields: { invoiceNumber: 'F2', totalWithVat: '5.00', iban: null }, lines: [], acceptable: {} },
  read: {
    fields: { invoiceNumber: null, totalWithVat: '6.00', iban: 'FR76' },
    lines: [{ netAmount: '1.00' }],
    vatBreakdown: [],
  },
  verdict: 'accept',
});

describe('scoring', () => {
  it('counts truth, given and right a field, and leaves unknown fields alone', () => {
    const { fields } = evaluate([good, bad]);
    expect(fields.invoiceNumber).toMatchObject({ truth: 2, given: 1, right: 1, precision: 1, recall: 0.5 });
    expect(fields.invoiceNumber?.f1).toBeCloseTo(2 / 3);
    expect(fields.totalWithVat).toMatchObject({ truth: 2, given: 2, right: 1, precision: 0.5, recall: 0.5, f1: 0.5 });
    expect(fields.sellerName).toBeUndefined();
  });

  it('counts any value as wrong where truth is null', () => {
    const { fields, perDocument } = evaluate([good, bad]);
    expect(fields.iban).toMatchObject({ truth: 0, given: 1, right: 0, precision: 0, recall: null });
    expect(perDocument[1]?.wrong).toContainEqual({ field: 'iban', truth: null, read: 'FR76' });
  });

  it('pools all header fields, and scores lines and VAT rows', () => {
    const evaluation = evaluate([good, bad]);
    expect(evaluation.header).toMatchObject({ truth: 4, given: 4, right: 2 });
    expect(evaluation.lines).toMatchObject({ truth: 1, given: 2, right: 1 });
    expect(evaluation.vatRows).toMatchObject({ truth: 1, given: 1, right: 1 });
  });

  it('calls a document right only when every scored field is, and its lines too where they count', () => {
    const tooManyLines = sample({
      ...good,
      read: { ...good.read!, lines: [{ netAmount: '10.00' }, { netAmount: '9.00' }] },
    });
    const evaluation = evaluate([good, bad, tooManyLines]);
    expect(evaluation.documentsRight).toMatchObject({ count: 2, of: 3 });
    expect(evaluation.documentsRightWithLines).toMatchObject({ count: 1, of: 3 });
  });

  it('misses everything of a document that could not be read', () => {
    const lost = sample({
      name: 'lost',
      truth: { fields: { invoiceNumber: 'F3', iban: null }, acceptable: {} },
      read: null,
    });
    const evaluation = evaluate([lost]);
    expect(evaluation.header).toMatchObject({ truth: 1, given: 0, right: 0, recall: 0, precision: null });
    expect(evaluation).toMatchObject({ unreadable: 1, documentsRight: { count: 0, of: 1 } });
  });

  it('finds silent errors among the accepted', () => {
    const evaluation = evaluate([good, bad, sample({ ...bad, verdict: 'review' })]);
    expect(evaluation.accepted).toMatchObject({ count: 2, of: 3 });
    expect(evaluation.silentErrors).toMatchObject({ count: 1, of: 2 });
    expect(evaluate([sample({})])).toMatchObject({ accepted: null, silentErrors: null });
  });

  it('gives shares their Wilson interval', () => {
    const { low, high } = shareOf(8, 10);
    expect(low).toBeCloseTo(0.4902, 3);
    expect(high).toBeCloseTo(0.9433, 3);
    expect(shareOf(0, 0)).toMatchObject({ share: null, low: null, high: null });
    expect(shareOf(10, 10).high).toBeCloseTo(1, 10);
  });
});

describe('reporting', () => {
  it('prints one aligned row a field, then lines, VAT rows and shares', () => {
    const text = evaluationTable(evaluate([good, bad]));
    const rows = text.split('\n').slice(0, 7);
    expect(rows[0]).toMatch(/^field +truth +given +right +precision +recall +F1$/);
    expect(rows.map((row) => row.split('  ')[0])).toEqual([
      'field',
      'invoiceNumber',
      'totalWithVat',
      'iban',
      'header (all fields)',
      'lines',
      'VAT rows',
    ]);
    expect(new Set(rows.map((row) => row.length)).size).toBe(1);
    expect(text).toContain('documents right: 1 of 2 = 50.0 %');
    expect(text).toContain('silent errors (accepted, yet a field is wrong): 1 of 2');
  });

  it('names every wrong field when asked', () => {
    const text = evaluationTable(evaluate([good, bad]), { withErrors: true });
    expect(text).toContain('bad.pdf (accept)\n  invoiceNumber: null instead of F2');
    expect(text).not.toContain('good.pdf');
  });

  it('gives the same as JSON', () => {
    expect(JSON.parse(evaluationJson(evaluate([good, bad])))).toMatchObject({
      documents: 2,
      fields: { invoiceNumber: { f1: 0.6667 } },
      documentsRight: { share: 0.5 },
    });
  });
});
