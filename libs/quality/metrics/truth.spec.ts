import { readTruth, truthFor } from './truth.js';

const file = {
  file: 'a.pdf',
  language: 'fr',
  kind: 'digital',
  family: 'form',
  fields: { invoiceNumber: 'F1', issueDate: '2026-01-31', totalWithVat: '12.00', iban: null },
  lines: [{ description: 'x', quantity: '1', netAmount: '10.00' }],
  acceptable: { invoiceNumber: ['F01'] },
  embedded: { fields: { invoiceNumber: 'F2' }, vatBreakdown: [{ rate: '20.00', base: '10.00', amount: '2.00' }] },
  mismatch: ['invoiceNumber'],
  notes: 'anything',
};

describe('truth files', () => {
  it('are read with what they know, unknown sections absent', () => {
    const truth = readTruth(file, 'a.truth.json');
    expect(truth).toMatchObject({
      family: 'form',
      mismatch: ['invoiceNumber'],
      acceptable: { invoiceNumber: ['F01'] },
    });
    expect(truth.vatBreakdown).toBeUndefined();
  });

  it('give the section of the path to score', () => {
    const truth = readTruth(file, 'a.truth.json');
    expect(truthFor(truth, 'page')?.fields.invoiceNumber).toBe('F1');
    expect(truthFor(truth, 'embedded')).toMatchObject({ fields: { invoiceNumber: 'F2' }, acceptable: {} });
    expect(truthFor(readTruth({ ...file, embedded: undefined }, 'a'), 'embedded')).toBeNull();
  });

  it('are refused with every fault named', () => {
    const broken = {
      ...file,
      fields: { number: 'F1', issueDate: '31/01/2026', totalWithVat: '12,00', documentType: 'bill', sellerName: 3 },
      lines: [{ netAmount: 10 }],
      mismatch: ['nothing'],
    };
    expect(() => readTruth(broken, 'a.truth.json')).toThrow(
      expect.objectContaining({
        code: 'evaluation.invalid_truth',
        params: {
          file: 'a.truth.json',
          faults:
            'fields.number is no field; fields.issueDate is no date; fields.totalWithVat is no decimal number; ' +
            'fields.documentType is no document type; fields.sellerName is no text; ' +
            'lines[0].netAmount is no text; mismatch is no list of fields',
        },
      }) as Error,
    );
    expect(() => readTruth([], 'a')).toThrow('truth file');
  });
});
