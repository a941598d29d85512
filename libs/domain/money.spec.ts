import {
  addDays,
  calendarDate,
  daysBetween,
  formatAmount,
  formatMicro,
  isCalendarDate,
  parseAmount,
  parseFixed,
  parseMicro,
} from './index.js';

describe('money', () => {
  it('is a whole number of minor units, exact both ways', () => {
    for (const text of ['0.00', '0.10', '1234567.89', '-0.01', '90071992547409.91']) {
      expect(formatAmount(parseAmount(text))).toBe(text);
    }
  });

  it('rounds half away from zero', () => {
    expect([parseAmount('1.005'), parseAmount('-1.005'), parseAmount('1.0049')]).toEqual([101, -101, 100]);
  });

  it('knows currencies with no or three decimals', () => {
    expect(parseAmount('1500', 'JPY')).toBe(1500);
    expect(formatAmount(1500, 'JPY')).toBe('1500');
    expect(formatAmount(parseAmount('1.234', 'TND'), 'TND')).toBe('1.234');
  });

  it('refuses what is no plain decimal, and what a double cannot hold exactly', () => {
    for (const text of ['', '1,5', '1e3', 'NaN', '1 000', '99999999999999999']) {
      expect(() => parseFixed(text, 2)).toThrow(expect.objectContaining({ code: 'value.not_decimal' }));
    }
  });

  it('keeps quantities and prices to the millionth, without idle zeros', () => {
    expect(formatMicro(parseMicro('0.333333'))).toBe('0.333333');
    expect(formatMicro(parseMicro('2.500'))).toBe('2.5');
    expect(formatMicro(parseMicro('2'), 2)).toBe('2.00');
    expect(formatMicro(parseMicro('-12.3456'), 2)).toBe('-12.3456');
  });
});

describe('calendar dates', () => {
  it('are real days', () => {
    expect(calendarDate(2024, 2, 29)).toBe('2024-02-29');
    expect(calendarDate(2023, 2, 29)).toBeNull();
    expect(calendarDate(2023, 13, 1)).toBeNull();
    expect(isCalendarDate('2023-06-31')).toBe(false);
    expect(isCalendarDate('2023-6-3')).toBe(false);
  });

  it('count over the ends of months and clock changes', () => {
    expect(addDays('2026-03-28', 3)).toBe('2026-03-31');
    expect(addDays('2024-02-28', 2)).toBe('2024-03-01');
    expect(daysBetween('2026-10-01', '2026-11-01')).toBe(31);
    expect(daysBetween('2026-11-01', '2026-10-01')).toBe(-31);
  });
});
