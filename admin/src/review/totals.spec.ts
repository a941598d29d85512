import { centsText, lineSums, product } from './totals';

describe('totals while typing', () => {
  const totals = { totalWithoutVat: '100.00', totalWithVat: '120.00' };

  it('hold the lines against the total without VAT to the cent', () => {
    expect(lineSums([{ netAmount: '60.10' }, { netAmount: '39.80' }], totals)).toEqual({
      lines: 9990,
      total: 10000,
      difference: -10,
    });
  });

  it('fall back on the only total, and compare nothing when an amount is missing', () => {
    expect(lineSums([{ netAmount: '120.00' }], { ...totals, totalWithoutVat: null }).difference).toBe(0);
    expect(lineSums([{ netAmount: null }], totals)).toEqual({ lines: null, total: 10000, difference: null });
    expect(lineSums([], totals).difference).toBeNull();
  });

  it('multiply quantity and price', () => {
    expect(product('3', '9.335')).toBe(2801);
    expect(product('', '9')).toBeNull();
    expect(product('x', '9')).toBeNull();
    expect(centsText(-5)).toBe('-0.05');
  });
});
