import { layoutOf } from '../layout/index.js';
import { printedPage } from '../fixtures/printed-page.js';
import { hasMeaning, labelsOf, languageOf, meaningsOf } from './labels.js';

const labels = (text: string, confidence = 1) => layoutOf([printedPage(text, { confidence })]).lines.flatMap(labelsOf);

describe('labels', () => {
  it('takes the longest phrase, with or without articles, accents and points', () => {
    expect(labels("DATE D'ECHEANCE : 1").map((label) => label.text)).toEqual(["DATE D'ECHEANCE"]);
    expect(hasMeaning(labels('N° de facture associée : 1')[0]!, 'otherRef')).toBe(true);
    expect(hasMeaning(labels('Facture n°562044387')[0]!, 'invoiceNumber')).toBe(true);
    expect(hasMeaning(labels('T.V.A.')[0]!, 'totalVat')).toBe(true);
  });

  it('reads a long word with one wrong letter in OCR words only', () => {
    expect(hasMeaning(labels('Rechnungsnummsr 12', 0.8)[0]!, 'invoiceNumber')).toBe(true);
    expect(labels('Rechnungsnummsr 12')).toEqual([]);
  });

  it('does not take an article for a debt', () => {
    expect(hasMeaning(labels('Total')[0]!, 'amountDue')).toBe(false);
    expect(hasMeaning(labels('Total dû')[0]!, 'amountDue')).toBe(true);
  });

  it('ends a label at a colon', () => {
    expect(labels('Date : Facture').map((label) => label.text)).toEqual(['Date', 'Facture']);
  });

  it('tells the language of a page by its labels', () => {
    expect(languageOf(labels('Rechnungsnummer 1   Kundennummer 2   Rechnungsdatum'))).toBe('de');
    expect(languageOf(labels('Invoice date   Due date   Amount due'))).toBe('en');
    expect(languageOf([])).toBe('fr');
  });

  it('knows the keys of barcodes', () => {
    expect(meaningsOf('CUST').map((meaning) => meaning.key)).toContain('buyerId');
    expect(meaningsOf('nonsense')).toEqual([]);
  });
});
