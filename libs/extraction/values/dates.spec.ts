import { layoutOf } from '../layout/index.js';
import { printedPage } from '../fixtures/printed-page.js';
import { datesOf, dayOrderOf, readNumericDate } from './dates.js';

const read = (text: string) => datesOf(layoutOf([printedPage(text)]).lines[0]!);

describe('dates', () => {
  it.each([
    ['31/01/2022', '2022-01-31'],
    ['2019-12-19 21:39:00', '2019-12-19'],
    ['20260815', '2026-08-15'],
    ['05.03.2013', '2013-03-05'],
    ['30.05.2017.', '2017-05-30'],
    ['3/4/24', '2024-04-03'],
    ['2 juillet 2015', '2015-07-02'],
    ['1er août 2024', '2024-08-01'],
    ['1 aout 2024', '2024-08-01'],
    ['7. Mai 2014', '2014-05-07'],
    ['19 april 2014', '2014-04-19'],
    ['August 3 , 2014', '2014-08-03'],
    ['Jan 1, 2022', '2022-01-01'],
    ['5 de marzo de 2024', '2024-03-05'],
    ['15-mars-2024', '2024-03-15'],
    ['15 / 03 / 2024', '2024-03-15'],
  ])('reads %s, day first', (printed, date) => {
    expect(read(printed).map(({ dmy }) => dmy)).toEqual([date]);
  });

  it.each(['31/02/2024', '12345678', '1/2', '10.000,00', '99/99/2024'])('takes %s for no date', (printed) => {
    expect(read(printed)).toEqual([]);
  });

  it('lets a date that can be read only one way decide for the others', () => {
    expect(dayOrderOf(read('11/03/2017   11/17/2017'), 'dmy')).toBe('mdy');
    expect(dayOrderOf(read('03/04/2024   25/04/2024'), 'mdy')).toBe('dmy');
    expect(dayOrderOf(read('03/04/2024'), 'dmy')).toBe('dmy');
  });

  it('never reads points month first', () => {
    expect(readNumericDate('03.04.2024')).toEqual({ dmy: '2024-04-03', mdy: null });
  });
});
