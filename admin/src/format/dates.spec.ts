import { daysBetween, formatDate, parseDate, today } from './dates';

describe('reading dates as people write them', () => {
  it.each([
    '03/04/2026',
    '3.4.26',
    '03-04-2026',
    '03042026',
    '2026-04-03',
    '3 avril 2026',
    '3 avr. 2026',
    'April 3, 2026',
  ])('takes %s for the third of April', (text) => expect(parseDate(text)).toBe('2026-04-03'));

  it('reads accents, capitals and the first of a month', () => {
    expect(parseDate('1er FÉVRIER 2026')).toBe('2026-02-01');
    expect(parseDate('15 août 2026')).toBe('2026-08-15');
  });

  it.each(['', '31/02/2026', '12/13/2026', '03/04', 'avril 2026', 'demain', '01/01/1950'])('refuses %s', (text) =>
    expect(parseDate(text)).toBeNull(),
  );
});

describe('writing dates', () => {
  it('follows the language and leaves odd texts alone', () => {
    expect(formatDate('2026-04-03', 'fr-FR')).toBe('03/04/2026');
    expect(formatDate('2026-04-03', 'en-GB')).toBe('03/04/2026');
    expect(formatDate('bientôt', 'fr-FR')).toBe('bientôt');
    expect(formatDate(null, 'fr-FR')).toBe('');
  });

  it('counts days and knows the local day', () => {
    expect(daysBetween('2026-02-27', '2026-03-02')).toBe(3);
    expect(today(new Date(2026, 3, 3, 23, 59))).toBe('2026-04-03');
  });
});
