import { csvCell, csvText } from './csv';

describe('CSV for spreadsheets', () => {
  it.each(['=1+1', '+33 1', '-cmd', '@SUM(A1)', '\tx'])('keeps %s from being a formula', (text) =>
    expect(csvCell(text, ';')).toBe(`'${text}`),
  );

  it('leaves numbers numbers', () => {
    expect(csvCell('-12,50', ';')).toBe('-12,50');
    expect(csvCell('-12.50', ',')).toBe('-12.50');
  });

  it('quotes separators, quotes and line ends, after making a formula harmless', () => {
    expect(csvCell('a;b', ';')).toBe('"a;b"');
    expect(csvCell('a;b', ',')).toBe('a;b');
    expect(csvCell('say "yes"', ';')).toBe('"say ""yes"""');
    expect(csvCell('=a\n"b"', ';')).toBe(`"'=a\n""b"""`);
  });

  it('starts with a byte-order mark and ends every row', () => {
    expect(
      csvText(
        [
          ['a', 'é'],
          ['1', '2'],
        ],
        ';',
      ),
    ).toBe('\ufeffa;é\r\n1;2\r\n');
  });
});
