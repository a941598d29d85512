import { type Box } from '../../domain/index.js';
import { wordsOf, type PrintedChar } from './printed-words.js';

const SIZE = 10;

/** Characters of 5 points, one after the other; blanks have no ink. */
function printed(text: string, x = 10, y = 10, invisible = false): PrintedChar[] {
  return [...text].map((char, i) => {
    const left = x + i * 5;
    const ink: Box = /\s|\u0002/u.test(char) ? [left, y, left, y] : [left, y, left + 5, y + SIZE];
    return { text: char, ink, fontSize: SIZE, invisible };
  });
}

const texts = (chars: PrintedChar[]): string[] => wordsOf(chars, 200, 100).map((word) => word.text);

describe('words from printed characters', () => {
  it('end at every blank, narrow no-break spaces inside amounts too', () => {
    expect(texts(printed('1\u202f234,56\u00a0€ net'))).toEqual(['1', '234,56', '€', 'net']);
  });

  it('end at a wide gap without a blank, and not at a narrow one', () => {
    expect(texts([...printed('Total', 10), ...printed('TTC', 37), ...printed('12', 80)])).toEqual(['TotalTTC', '12']);
  });

  it('have their ligatures taken apart, and keep other signs', () => {
    expect(texts(printed('certiﬁé m² n°'))).toEqual(['certifié', 'm²', 'n°']);
  });

  it('keep hyphens that are printed and lose those that are not', () => {
    const [soft] = printed('\u00ad', 35);
    expect(texts([...printed('2026', 10), soft!, ...printed('03', 40)])).toEqual(['2026-03']);
    expect(texts([...printed('2026', 10), { ...soft!, ink: [30, 10, 30, 10] }, ...printed('03', 30)])).toEqual([
      '202603',
    ]);
  });

  it('come in lines from the top and from the left, whatever the order in the file', () => {
    expect(texts([...printed('56,02', 100, 40), ...printed('Facture', 10, 10), ...printed('Total', 10, 41)])).toEqual([
      'Facture',
      'Total',
      '56,02',
    ]);
  });

  it('have boxes that are fractions of the page', () => {
    const [word] = wordsOf(printed('ab', 20, 50), 200, 100);
    expect(word!.box).toEqual([0.1, 0.5, 0.15, 0.6]);
  });

  it('give a dash the height of a letter', () => {
    const [word] = wordsOf([{ text: '-', ink: [10, 50, 15, 51], fontSize: SIZE, invisible: false }], 200, 100);
    expect(word!.box[3] - word!.box[1]).toBeCloseTo(0.05);
  });

  it('leave out what is hidden: invisible beside visible text, tiny, off the page', () => {
    const tiny = printed('tiny', 10, 60).map((char) => ({ ...char, fontSize: 0.5 }));
    expect(
      texts([...printed('visible text'), ...printed('ghost', 10, 80, true), ...tiny, ...printed('off', 500)]),
    ).toEqual(['visible', 'text']);
  });

  it('take the invisible text behind a scanned page', () => {
    expect(texts(printed('scanned', 10, 10, true))).toEqual(['scanned']);
  });

  it('are taken once when bold is imitated by printing twice', () => {
    expect(texts([...printed('Total', 10), ...printed(' '), ...printed('Total', 10.3)])).toEqual(['Total']);
  });
});
