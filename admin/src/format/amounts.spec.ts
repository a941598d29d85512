import { cents, formatDecimal, formatMoney, parseDecimal, withCents } from './amounts';

describe('reading amounts as people write them', () => {
  it.each([
    ['1 234,56', '1234.56'],
    ['1\u202f234,56\u00a0€', '1234.56'],
    ['1.234,56', '1234.56'],
    ['1,234.56', '1234.56'],
    ['1234.56', '1234.56'],
    ['1.234', '1234'],
    ['1 234 567,8', '1234567.8'],
    ['1.234.567', '1234567'],
    ['0,50', '0.50'],
    [',5', '0.5'],
    ['-12,00', '-12.00'],
    ['12,00-', '-12.00'],
    ['(12,00)', '-12.00'],
    ['12,00 EUR HT', '12.00'],
    ['007', '7'],
    ['-0,00', '0.00'],
  ])('takes %s for %s', (text, value) => expect(parseDecimal(text)).toBe(value));

  it.each(['', 'abc', '12,3,4.5.6', '12a', '1234567890123', '1,2345'])('refuses %s', (text) =>
    expect(parseDecimal(text)).toBeNull(),
  );

  it('keeps more digits where quantities and unit prices need them', () => {
    expect(parseDecimal('0,0205', 6)).toBe('0.0205');
    expect(parseDecimal('1,234', 6)).toBe('1.234');
    expect(parseDecimal('1,234', 2)).toBe('1234');
  });
});

describe('writing amounts', () => {
  it('follows the language', () => {
    expect(formatMoney('1234.5', 'EUR', 'fr-FR')).toBe('1\u202f234,50\u00a0€');
    expect(formatMoney('1234.5', 'EUR', 'en-GB')).toBe('€1,234.50');
    expect(formatMoney('1234.5', null, 'fr-FR')).toBe('1\u202f234,50');
    expect(formatMoney(null, 'EUR', 'fr-FR')).toBe('');
  });

  it('shows what is no number as it is', () => {
    expect(formatDecimal('douze', 'fr-FR')).toBe('douze');
    expect(formatDecimal(null, 'fr-FR')).toBe('');
    expect(formatDecimal('2', 'fr-FR', 0)).toBe('2');
  });

  it('comes back through the reader unchanged', () => {
    for (const value of ['0.01', '12.30', '1234567.89']) {
      expect(parseDecimal(formatDecimal(value, 'fr-FR'))).toBe(value);
      expect(parseDecimal(formatDecimal(value, 'en-GB'))).toBe(value);
    }
  });

  it('pads to cents and counts them exactly', () => {
    expect(withCents('12.5')).toBe('12.50');
    expect(withCents('12')).toBe('12.00');
    expect(cents('1.15')).toBe(115);
    expect(cents('')).toBeNull();
    expect(cents('x')).toBeNull();
  });
});
