import { layoutOf } from '../layout/index.js';
import { printedPage } from '../fixtures/printed-page.js';
import { decimalSignOf, numbersOf, readDigits } from './numbers.js';

function read(text: string, confidence = 1) {
  const { lines } = layoutOf([printedPage(text, { confidence })]);
  return numbersOf(lines[0]!, decimalSignOf(lines));
}

describe('numbers', () => {
  it.each([
    ['1 234,56', '1234.56'],
    ['1.234,56', '1234.56'],
    ['1,234.56', '1234.56'],
    ["1'234.50", '1234.50'],
    ['1234.56', '1234.56'],
    ['12 345 678,90', '12345678.90'],
    ['0,75', '0.75'],
    ['10000,0000', '10000.0000'],
  ])('reads %s', (printed, value) => {
    expect(read(printed).map((number) => number.value)).toEqual([value]);
  });

  it('reads a lone point before three digits by the sign the document uses', () => {
    expect(readDigits('1.234', ',')?.value).toBe('1234');
    expect(readDigits('1.234', '.')?.value).toBe('1.234');
  });

  it.each([
    ['100,00 €', '100.00', 'EUR'],
    ['€ 100,00', '100.00', 'EUR'],
    ['$4.11', '4.11', 'USD'],
    ['73.81 Euro', '73.81', 'EUR'],
    ['Rs 1939', '1939', 'INR'],
  ])('takes the currency beside %s', (printed, value, currency) => {
    expect(read(printed)).toMatchObject([{ value, currency }]);
  });

  it.each(['-20,48', '−20,48', '(20,48)', '20,48-', '- 20,48'])('reads %s as negative', (printed) => {
    expect(read(printed)).toMatchObject([{ value: '-20.48' }]);
  });

  it('knows a percentage whether the sign clings to it or not', () => {
    expect(read('20% 5,5 %').map(({ value, percent }) => [value, percent])).toEqual([
      ['20', true],
      ['5.5', true],
    ]);
  });

  it('does not join figures of two columns', () => {
    expect(read('2     400,00').map((number) => number.value)).toEqual(['2', '400.00']);
  });

  it('mends letters among the digits of words that an OCR engine read, and says so', () => {
    expect(read('9O0,l4', 0.8)).toMatchObject([{ value: '900.14', repaired: true }]);
    expect(read('9O0,l4')).toEqual([]);
  });

  it('parts the quantity from the cross that clings to it', () => {
    expect(read('8x 3.93').map((number) => number.value)).toEqual(['8', '3.93']);
  });
});
