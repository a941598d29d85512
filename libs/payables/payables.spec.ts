import { fieldsWith, type Field, type FieldName, type QualityReport } from '../domain/index.js';
import {
  applyEdit,
  invoiceColumns,
  keepPersonValues,
  numberKey,
  storable,
  supplierIdentity,
  touchedByPerson,
  type InvoiceContent,
} from './index.js';

const read = (value: string, source: Field['source'] = 'text'): Field => ({
  value,
  raw: value,
  confidence: 0.8,
  source,
  evidence: [{ page: 1, box: [0, 0, 1, 1] }],
  why: [],
});
const fields = (values: Partial<Record<FieldName, string>>) =>
  fieldsWith(Object.fromEntries(Object.entries(values).map(([name, value]) => [name, read(value)])));
const quality: QualityReport = { score: 1, threshold: 0.8, verdict: 'accept', checks: [] };
const content = (values: Partial<Record<FieldName, string>>): InvoiceContent => ({
  fields: fields(values),
  lines: [],
  vatBreakdown: [],
  warnings: [],
  rowsByPerson: false,
  quality,
});

describe('the columns of an invoice', () => {
  it('are derived from its fields, and null for what is no date or amount', () => {
    const columns = invoiceColumns(
      fields({
        invoiceNumber: 'F-2026/01',
        issueDate: '2026-02-30',
        totalWithVat: '12.5',
        totalVat: 'deux',
        currency: 'EUR',
      }),
    );
    expect(columns).toMatchObject({
      invoiceNumber: 'F-2026/01',
      numberKey: 'F202601',
      issueDate: null,
      totalWithVat: 1250,
      totalVat: null,
      totalWithoutVat: null,
    });
  });

  it('give two prints of one number one key', () => {
    expect(numberKey('F-2026/001')).toBe(numberKey('f 2026 001'));
    expect(numberKey(' - ')).toBeNull();
  });
});

describe('a supplier', () => {
  it('is known by its SIREN, whether it stands alone, in a SIRET or in a VAT number', () => {
    const keys = [
      { sellerLegalId: '732829320' },
      { sellerLegalId: '73282932000074' },
      { sellerVatId: 'FR44732829320' },
    ].map((values) => supplierIdentity(fields({ sellerName: 'X', ...values }))?.key);
    expect(new Set(keys)).toEqual(new Set(['siren:732829320']));
  });

  it('is known by its VAT number abroad, and by its name when numbers fail their checksum', () => {
    expect(supplierIdentity(fields({ sellerVatId: 'DE136695976', sellerName: 'Bei Spiel' }))?.key).toBe(
      'vat:DE136695976',
    );
    expect(supplierIdentity(fields({ sellerLegalId: '732829321', sellerName: 'Été & Fils, SARL' }))?.key).toBe(
      'name:ETE FILS SARL',
    );
    expect(supplierIdentity(fields({}))).toBeNull();
  });
});

describe('what the books have no room for', () => {
  it('is left out with a warning, and the rest stays', () => {
    const line = {
      description: 'x'.repeat(9000),
      quantity: '1',
      unitPrice: '2',
      netAmount: '2.00',
      confidence: 1,
      evidence: [],
    };
    const read = {
      ...content({}),
      lines: [
        { ...line, vatRate: '99999999' },
        { ...line, vatRate: '20.00' },
      ],
      vatBreakdown: [
        { rate: '20.00', base: '9'.repeat(30), amount: '1.00' },
        { rate: '20.00', base: '5.00', amount: '1.00' },
      ],
    };
    const { lines, vatBreakdown, warnings } = storable(read);
    expect(lines.map(({ vatRate, netAmount }) => [vatRate, netAmount])).toEqual([
      [null, '2.00'],
      ['20.00', '2.00'],
    ]);
    expect(lines[0]!.description).toHaveLength(4000);
    expect(vatBreakdown).toHaveLength(1);
    expect(warnings).toEqual([{ code: 'books.value_left_out', params: { lines: 1, vatRows: 1 } }]);
  });
});

describe('an edit', () => {
  it('with more decimals than the currency has is refused', () => {
    const eur = content({ currency: 'EUR' });
    expect(() => applyEdit(eur, { fields: { totalVat: '1.005' } })).toThrow(
      expect.objectContaining({ code: 'value.not_decimal' }),
    );
  });

  it('changes what it names and says what changed', () => {
    const {
      content: edited,
      changes,
      rowsChanged,
    } = applyEdit(content({ invoiceNumber: 'A', bic: 'BREDFRPP' }), {
      fields: { invoiceNumber: ' B ', bic: null, issueDate: '2026-01-31' },
    });
    expect(changes).toEqual([
      { field: 'invoiceNumber', before: 'A', after: 'B' },
      { field: 'issueDate', before: null, after: '2026-01-31' },
      { field: 'bic', before: 'BREDFRPP', after: null },
    ]);
    expect(edited.fields.invoiceNumber).toMatchObject({ value: 'B', source: 'person', confidence: 1, evidence: [] });
    expect(rowsChanged).toBe(false);
  });

  it('that confirms a value makes it the person’s and keeps its place', () => {
    const { content: edited, changes } = applyEdit(content({ invoiceNumber: 'A' }), { fields: { invoiceNumber: 'A' } });
    expect(changes).toEqual([]);
    expect(edited.fields.invoiceNumber).toMatchObject({ source: 'person', evidence: [{ page: 1 }] });
  });

  it.each([
    ['issueDate', '31/01/2026', 'value.not_date'],
    ['totalWithVat', '1 234,56', 'value.not_decimal'],
    ['currency', '€', 'request.invalid'],
    ['documentType', 'memo', 'request.invalid'],
  ] as const)('refuses %s «%s»', (name, value, code) => {
    expect(() => applyEdit(content({}), { fields: { [name]: value } })).toThrow(expect.objectContaining({ code }));
  });

  it('outlives a later reading', () => {
    const line = { description: 'mine', quantity: null, unitPrice: null, netAmount: '1.00', vatRate: null };
    const base = content({ issueDate: '2026-01-01' });
    const before = applyEdit(base, { fields: { invoiceNumber: 'MINE' }, lines: [line] }).content;
    const kept = keepPersonValues({ ...before, quality }, content({ invoiceNumber: 'READ', issueDate: '2026-02-02' }));
    expect([kept.fields.invoiceNumber.value, kept.fields.issueDate.value]).toEqual(['MINE', '2026-02-02']);
    expect(kept.lines).toMatchObject([line]);
    expect(touchedByPerson(kept)).toBe(true);
    expect(touchedByPerson(base)).toBe(false);
  });
});
