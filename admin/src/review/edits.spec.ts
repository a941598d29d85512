import { type Field, type Invoice } from '../api/types';
import { applied, changesBetween, inverseOf } from './edits';
import { FIELD_ORDER } from './field-groups';

const field = (value: string | null): Field => ({
  value,
  raw: value,
  confidence: 0.5,
  source: 'ocr',
  page: 1,
  box: [0, 0, 1, 1],
  evidence: [{ page: 1, box: [0, 0, 1, 1] }],
  why: ['label:x'],
});

const line = {
  description: 'a',
  quantity: '1',
  unitPrice: '2',
  netAmount: '2.00',
  vatRate: null,
  confidence: 0.4,
  evidence: [],
};

const INVOICE = {
  fields: Object.fromEntries(FIELD_ORDER.map((name) => [name, field(name === 'iban' ? 'FR1' : null)])),
  lines: [line],
  vatBreakdown: [{ rate: '20.00', base: '2.00', amount: '0.40' }],
} as unknown as Invoice;

describe('changes to an invoice', () => {
  it('are shown at once as a person’s, without the place of the old value', () => {
    const after = applied(INVOICE, { fields: { iban: 'FR2' } });
    expect(after.fields!.iban).toMatchObject({
      value: 'FR2',
      source: 'person',
      confidence: 1,
      evidence: [],
      box: null,
    });
    expect(after.lines).toBe(INVOICE.lines);
  });

  it('keep the place when the value was confirmed', () => {
    expect(applied(INVOICE, { fields: { iban: 'FR1' } }).fields!.iban.evidence).toHaveLength(1);
  });

  it('are taken back by their inverse', () => {
    const edit = { fields: { iban: 'FR2', bic: 'X' }, lines: [], vatBreakdown: [] };
    const inverse = inverseOf(edit, INVOICE);
    expect(inverse.fields).toEqual({ iban: 'FR1', bic: null });
    const back = applied(applied(INVOICE, edit), inverse);
    expect(back.fields!.iban.value).toBe('FR1');
    expect(back.lines).toMatchObject([{ description: 'a', netAmount: '2.00' }]);
    expect(back.vatBreakdown).toEqual(INVOICE.vatBreakdown);
    expect(inverseOf({ fields: { iban: null } }, INVOICE)).toEqual({ fields: { iban: 'FR1' } });
  });

  it('are told apart field by field', () => {
    expect(changesBetween(INVOICE, applied(INVOICE, { fields: { iban: null } }))).toEqual([
      { field: 'iban', before: 'FR1', after: null },
    ]);
    expect(changesBetween(INVOICE, INVOICE)).toEqual([]);
  });
});
