import { countPairs, lineMatches, valueMatches, vatRowMatches } from './match.js';
import { isSimilar, similarity } from './similarity.js';

describe('matching a value with truth', () => {
  it('drops spaces, punctuation and case in identifiers', () => {
    expect(valueMatches('invoiceNumber', 'fac-2019/1002', 'FAC_2019_1002')).toBe(true);
    expect(valueMatches('iban', 'FR76 3000 6000 0112 3456 7890 189', 'FR7630006000011234567890189')).toBe(true);
    expect(valueMatches('invoiceNumber', 'FAC-2019-1003', 'FAC-2019-1002')).toBe(false);
    expect(valueMatches('invoiceNumber', '--', '/')).toBe(false);
  });

  it('compares amounts to the cent and by number', () => {
    expect(valueMatches('totalWithVat', '900.1', '900.10')).toBe(true);
    expect(valueMatches('totalWithVat', '900.15', '900.14')).toBe(false);
    expect(valueMatches('totalWithVat', '900,14', '900.14')).toBe(false);
    expect(valueMatches('totalWithVat', '-900.14', '900.14')).toBe(false);
  });

  it('takes dates, currency and document type as they are', () => {
    expect(valueMatches('issueDate', '2026-03-04', '2026-03-04')).toBe(true);
    expect(valueMatches('issueDate', '2026-04-03', '2026-03-04')).toBe(false);
    expect(valueMatches('currency', 'eur', 'EUR')).toBe(true);
    expect(valueMatches('documentType', 'creditNote', 'invoice')).toBe(false);
  });

  it('forgives names their accents, case, punctuation and a small slip', () => {
    expect(valueMatches('sellerName', 'SOCIETE GENERALE', 'Société Générale')).toBe(true);
    expect(valueMatches('sellerName', 'Dupond et Fils, SARL', 'Dupont et Fils S.A.R.L.')).toBe(true);
    expect(valueMatches('sellerName', 'Dupond', 'Martin')).toBe(false);
    expect(similarity('Œuvre', 'oeuvre')).toBe(1);
    expect(similarity('abcdefghij', 'abcdefghix')).toBeCloseTo(0.9);
    expect(similarity('…', '—')).toBe(0);
  });

  it('says of any two texts quickly and truly whether they are similar', () => {
    const texts = [
      'Dupont et Fils',
      'Dupond et Fils',
      'DUPONT & FILS',
      'slif te tnopud',
      'Martin',
      '',
      'abcdefghij',
      'abcdefghxy',
    ];
    for (const a of texts) {
      for (const b of texts) expect(isSimilar(a, b, 0.8)).toBe(similarity(a, b) >= 0.8);
    }
    expect(isSimilar('x'.repeat(1_000_000), 'y'.repeat(1_000_000), 0.85)).toBe(false);
  });

  it('takes any of the acceptable values', () => {
    expect(valueMatches('sellerLegalId', '732829320', '73282932000074', ['732 829 320'])).toBe(true);
    expect(valueMatches('sellerLegalId', '732829320', '73282932000074')).toBe(false);
  });
});

describe('matching lines and VAT rows', () => {
  it('asks for quantity and unit price only where truth gives them', () => {
    const read = { description: 'x', quantity: '2.000', unitPrice: '15.0000', netAmount: '30.00' };
    expect(lineMatches(read, { netAmount: '30.00' })).toBe(true);
    expect(lineMatches(read, { netAmount: '30.00', quantity: '2', unitPrice: '15.00' })).toBe(true);
    expect(lineMatches(read, { netAmount: '30.00', quantity: '3', unitPrice: null })).toBe(false);
    expect(lineMatches({ ...read, quantity: null }, { netAmount: '30.00', quantity: '2' })).toBe(false);
  });

  it('holds unit prices to all the digits that truth shows', () => {
    expect(lineMatches({ netAmount: '1.00', unitPrice: '0.0205' }, { netAmount: '1.00', unitPrice: '0.0205' })).toBe(
      true,
    );
    expect(lineMatches({ netAmount: '1.00', unitPrice: '0.02' }, { netAmount: '1.00', unitPrice: '0.0205' })).toBe(
      false,
    );
  });

  it('goes by the text where truth has no number', () => {
    expect(lineMatches({ description: 'Frais de port' }, { description: 'FRAIS DE PORT' })).toBe(true);
    expect(lineMatches({ description: 'Remise' }, { description: 'FRAIS DE PORT' })).toBe(false);
    expect(lineMatches({ netAmount: '1.00' }, {})).toBe(false);
  });

  it('compares VAT rows on what truth states', () => {
    const read = { rate: '20.00', base: '100.00', amount: '20.00' };
    expect(vatRowMatches(read, { rate: '20', amount: '20.00' })).toBe(true);
    expect(vatRowMatches(read, { rate: '20', base: '101.00', amount: '20.00' })).toBe(false);
    expect(vatRowMatches(read, {})).toBe(false);
  });

  it('pairs as many as possible even when a greedy choice would block', () => {
    const matches = (read: string, truth: string): boolean => read.includes(truth);
    expect(countPairs(['ab', 'a'], ['a', 'b'], matches)).toBe(2);
    expect(countPairs(['a', 'a'], ['a'], matches)).toBe(1);
    expect(countPairs([], ['a'], matches)).toBe(0);
  });
});
