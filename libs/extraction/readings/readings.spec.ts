import { ABSENT, type Field, fieldsWith, type InvoiceLine, type ReadInvoice } from '../../domain/index.js';
import { arithmeticConfirmed } from './arithmetic-confirmed.js';
import { mergeReadings } from './merge-readings.js';

const field = (value: string, confidence = 0.7): Field => ({ ...ABSENT, value, raw: value, confidence, source: 'ocr' });

const line = (row: number, quantity: string, unitPrice: string, confidence = 0.6): InvoiceLine => ({
  description: `item ${row}`,
  quantity,
  unitPrice,
  netAmount: (Number(quantity) * Number(unitPrice)).toFixed(2),
  vatRate: null,
  confidence,
  evidence: [{ page: 1, box: [0.1, 0.1 * row, 0.9, 0.1 * row + 0.01] }],
});

const reading = (total: string | null, lines: InvoiceLine[], more: Record<string, Field> = {}): ReadInvoice => ({
  fields: fieldsWith({ ...(total === null ? {} : { totalWithVat: field(total) }), ...more }),
  vatBreakdown: [],
  lines,
  warnings: [{ code: 'extraction.lines_do_not_add_up', params: {} }],
});

describe('arithmetic of a reading', () => {
  it('is confirmed when the lines sum to the total', () => {
    expect(arithmeticConfirmed(reading('30.00', [line(1, '2', '10.00'), line(2, '1', '10.00')]))).toBe(true);
    expect(arithmeticConfirmed(reading('31.00', [line(1, '2', '10.00'), line(2, '1', '10.00')]))).toBe(false);
    expect(arithmeticConfirmed(reading(null, []))).toBe(false);
  });

  it('is not confirmed when net and VAT do not make the total, whatever the lines say', () => {
    const totals = { totalWithoutVat: field('30.00'), totalVat: field('7.00') };
    expect(arithmeticConfirmed(reading('36.00', [line(1, '3', '10.00')], totals))).toBe(false);
    expect(arithmeticConfirmed(reading('37.00', [line(1, '3', '10.00')], totals))).toBe(true);
  });
});

describe('two readings of one document', () => {
  it('become one by the lines that make the sum', () => {
    const first = reading('47.00', [line(1, '2', '10.00'), line(2, '7', '13.00'), line(3, '1', '14.00')]);
    const second = reading('47.00', [line(1, '2', '70.00'), line(2, '1', '13.00'), line(3, '1', '14.00')]);
    const merged = mergeReadings(first, second);
    expect(merged.lines.map(({ quantity, unitPrice }) => [quantity, unitPrice])).toEqual([
      ['2', '10.00'],
      ['1', '13.00'],
      ['1', '14.00'],
    ]);
    expect(arithmeticConfirmed(merged)).toBe(true);
    expect(merged.warnings).toEqual([]);
    expect(merged.fields.totalWithVat.why).toContain('arithmetic:lines');
  });

  it('may take quantity and price of one line from different readings', () => {
    const merged = mergeReadings(reading('30.00', [line(1, '3', '18.00')]), reading('30.00', [line(1, '8', '10.00')]));
    expect(merged.lines).toMatchObject([{ quantity: '3', unitPrice: '10.00', netAmount: '30.00' }]);
  });

  it('adds a line that only one of them saw, and drops one that is none', () => {
    const first = reading('30.00', [line(1, '2', '10.00'), line(4, '9', '99.00')]);
    const second = reading('30.00', [line(1, '2', '10.00'), line(2, '1', '10.00')]);
    expect(mergeReadings(first, second).lines.map((item) => item.netAmount)).toEqual(['20.00', '10.00']);
  });

  it('takes the total that the lines confirm', () => {
    const merged = mergeReadings(reading('80.00', [line(1, '3', '11.00')]), reading('30.00', [line(1, '3', '10.00')]));
    expect(merged.fields.totalWithVat.value).toBe('30.00');
    expect(merged.lines).toMatchObject([{ netAmount: '30.00' }]);
  });

  it('fall back on the surer value where nothing adds up', () => {
    const first = reading('99.00', [line(1, '2', '10.00', 0.4)], { invoiceNumber: field('F-1', 0.4) });
    const second = reading('98.00', [line(1, '2', '11.00', 0.8)], { invoiceNumber: field('F-7', 0.9) });
    const merged = mergeReadings(first, second);
    expect(merged.lines).toMatchObject([{ unitPrice: '11.00' }]);
    expect(merged.fields.invoiceNumber.value).toBe('F-7');
  });
});
