import { fieldsWith, type FieldName, type OcrPage, type ReadInvoice, type Word } from '../../domain/index.js';
import { compareXmlWithPage } from './compare-xml-with-page.js';

type Values = Partial<Record<FieldName, string>>;

/** Each text is a line; words are parted by a space, columns by ` | `. */
function page(...lines: string[]): OcrPage {
  const words: Word[] = lines.flatMap((line, row) => {
    const y = 0.05 + row * 0.03;
    return line.split(' | ').flatMap((cell, column) => {
      let x = 0.05 + column * 0.45;
      return cell.split(' ').map((text): Word => {
        const word: Word = { text, box: [x, y, x + text.length * 0.01, y + 0.015], confidence: 1 };
        x = word.box[2] + 0.008;
        return word;
      });
    });
  });
  return { number: 1, engineId: 'text', widthPx: 1000, heightPx: 1414, words };
}

const invoice = (values: Values): ReadInvoice => ({
  fields: fieldsWith(
    Object.fromEntries(
      Object.entries(values).map(([name, value]) => [
        name,
        { value, raw: value, confidence: 1, source: 'xml', evidence: [], why: [] },
      ]),
    ),
  ),
  vatBreakdown: [],
  lines: [],
  warnings: [],
});

const FILLER = Array.from({ length: 5 }, () => 'lorem ipsum dolor sit amet consectetur');
const compare = (values: Values, lines: string[], reading: Values | null = null) =>
  compareXmlWithPage(invoice(values), [page(...lines, ...FILLER)], reading && invoice(reading));
const finds = (field: FieldName, value: string, ...lines: string[]): boolean =>
  compare({ [field]: value }, lines).evidence[field] !== undefined;

describe('finding an XML value on the page', () => {
  it.each([
    '04/03/2026',
    '4.3.26',
    '03/04/2026',
    '2026-03-04',
    '20260304',
    'le 4 mars 2026',
    '4 Mars 2026',
    'March 4, 2026',
    '4. März 2026',
    '4th of March 2026',
    '04-mar-2026',
    '1er | 04 / 03 / 2026',
  ])('a date printed %s', (printed) => {
    expect(finds('issueDate', '2026-03-04', `Date : ${printed}`)).toBe(true);
  });

  it.each(['14/03/2026', '04/03/2027', '4 mai 2026', '104/03/2026', '20260305'])('not in %s', (printed) => {
    expect(finds('issueDate', '2026-03-04', `Date : ${printed}`)).toBe(false);
  });

  it.each([
    '1 234,56',
    '1\u202f234,56 €',
    '1.234,56',
    '1,234.56',
    '1234.56',
    "1'234.56",
    '-1 234,56',
    '(1234,56)',
    'EUR1234,560',
  ])('an amount printed %s', (printed) => {
    expect(finds('totalWithVat', '1234.56', `Total ${printed}`)).toBe(true);
  });

  it.each(['1 234,57', '11234,56', '1234,567', '4.1234,56', '123456', '1 | 234,56'])('not in %s', (printed) => {
    expect(finds('totalWithVat', '1234.56', `Total ${printed}`)).toBe(false);
  });

  it('takes whole amounts without decimals only when they are large enough to tell', () => {
    expect(finds('totalWithVat', '990.00', 'Total: 990 EUR')).toBe(true);
    expect(finds('totalWithVat', '990.00', 'Total: 990,--')).toBe(true);
    expect(finds('totalWithVat', '12.00', 'page 12')).toBe(false);
  });

  it('identifiers with spaces and punctuation, but not inside longer ones', () => {
    expect(finds('iban', 'FR7630006000011234567890189', 'IBAN FR76 3000 6000 0112 3456 7890 189')).toBe(true);
    expect(finds('invoiceNumber', 'FA-2026-17', 'Facture n°FA 2026/17')).toBe(true);
    expect(finds('invoiceNumber', '47110', 'Rechnung 471102')).toBe(false);
    expect(finds('invoiceNumber', '123', 'Tél. 1 23')).toBe(false);
  });

  it('an IBAN that is broken over two lines beside another column', () => {
    const lines = ['FR76 3000 6000 | Banque de la Place', '0112 3456 7890 189 | Agence centrale'];
    const { evidence } = compare({ iban: 'FR7630006000011234567890189' }, lines);
    expect(evidence.iban).toHaveLength(2);
  });

  it('names with small slips, and addresses over several lines', () => {
    expect(finds('sellerName', 'Société Générale SA', 'SOCIETE GENERALE S.A.')).toBe(true);
    expect(finds('sellerName', 'Société Générale SA', 'Banque Populaire')).toBe(false);
    const { evidence } = compare({ sellerAddress: '3 rue Haute, 69001 Lyon' }, [
      '3 rue Haute | Facture',
      '69001 LYON | F1',
    ]);
    expect(evidence.sellerAddress).toHaveLength(2);
  });

  it('gives the boxes of exactly the words that bear the value', () => {
    const { evidence } = compare({ totalWithVat: '1234.56' }, ['Total 1 234,56 EUR']);
    const [place] = evidence.totalWithVat!;
    expect(place?.page).toBe(1);
    expect(place?.box[0]).toBeCloseTo(0.108);
    expect(place?.box[2]).toBeCloseTo(0.186);
  });

  it('takes the last of several places for an amount, and the place of the page reading where it agrees', () => {
    const { evidence } = compare({ totalWithVat: '1234.56' }, ['Ligne 1 234,56', 'Total 1 234,56']);
    expect(evidence.totalWithVat?.[0]?.box[1]).toBeCloseTo(0.08);
    const reading = invoice({ totalWithVat: '1234.56' });
    const place = { page: 1, box: [0.1, 0.2, 0.3, 0.4] as const };
    const placed = {
      ...reading,
      fields: { ...reading.fields, totalWithVat: { ...reading.fields.totalWithVat, evidence: [place] } },
    };
    const pages = [page('Total 1 234,56')];
    expect(compareXmlWithPage(invoice({ totalWithVat: '1234.56' }), pages, placed).evidence.totalWithVat).toEqual([
      place,
    ]);
  });
});

describe('warnings', () => {
  const lines = ['Vendeur SA', 'Facture FA-17 du 04/03/2026', 'Total TTC 120,00 €'];
  const xml: Values = {
    invoiceNumber: 'FA-17',
    issueDate: '2026-03-04',
    sellerName: 'Vendeur SA',
    currency: 'EUR',
    totalWithVat: '120.00',
  };

  it('are none when the page shows what the XML says', () => {
    expect(compare(xml, lines).mismatches).toEqual([]);
    expect(compare(xml, lines, xml).mismatches).toEqual([]);
  });

  it('are none for what the page simply does not print', () => {
    expect(
      compare({ ...xml, sellerVatId: 'FR44732829320', dueDate: '2026-04-03', totalVat: '0.00' }, lines).mismatches,
    ).toEqual([]);
  });

  it('name a number or total that is nowhere on the page, even by one cent', () => {
    expect(compare({ ...xml, invoiceNumber: 'FA-18', totalWithVat: '120.01' }, lines).mismatches).toEqual([
      { code: 'einvoice.not_on_page', params: { field: 'invoiceNumber', xml: 'FA-18' } },
      { code: 'einvoice.not_on_page', params: { field: 'totalWithVat', xml: '120.01' } },
    ]);
  });

  it('name what the page shows instead where the page reading tells', () => {
    const { mismatches } = compare({ ...xml, issueDate: '2026-03-05', sellerName: 'Autre Maison' }, lines, xml);
    expect(mismatches).toEqual([
      { code: 'einvoice.differs_from_page', params: { field: 'issueDate', xml: '2026-03-05', page: '2026-03-04' } },
      { code: 'einvoice.differs_from_page', params: { field: 'sellerName', xml: 'Autre Maison', page: 'Vendeur SA' } },
    ]);
  });

  it('do not believe a poor page reading where the value is printed', () => {
    expect(compare(xml, lines, { ...xml, totalWithVat: '17.00', sellerName: 'Facture' }).mismatches).toEqual([]);
  });

  it('do not complain of a name that is printed in pieces', () => {
    const split = [...lines, 'Imprimerie | Client', 'Centrale | Paris'];
    expect(compare({ ...xml, buyerName: 'Imprimerie Centrale' }, split, { buyerName: 'Client' }).mismatches).toEqual(
      [],
    );
  });

  it('see another currency by its code, and not by words that look like one', () => {
    const foreign = (text: string) =>
      compare({ currency: 'EUR' }, [`Total 120,00 ${text}`, 'aus dem Lager']).mismatches;
    expect(foreign('DEM')).toEqual([
      { code: 'einvoice.differs_from_page', params: { field: 'currency', xml: 'EUR', page: 'DEM' } },
    ]);
    expect(foreign('')).toEqual([]);
    expect(foreign('€')).toEqual([]);
  });

  it('expect date and parties on a page with hardly any words', () => {
    const { mismatches } = compareXmlWithPage(invoice(xml), [page('Facture FA-17 Total 120 EUR')], null);
    expect(mismatches.map(({ params }) => params.field)).toEqual(['issueDate', 'sellerName']);
  });

  it('come in time for values of monstrous length on pages full of words', () => {
    const long = 'Paiement comptant sous trente jours net de la date de facture '.repeat(2000);
    const many = Array.from({ length: 300 }, () => page(...FILLER));
    const started = performance.now();
    compareXmlWithPage(
      invoice({ ...xml, paymentTerms: long, invoiceNumber: '1'.repeat(100_000), sellerName: long }),
      many,
      null,
    );
    expect(performance.now() - started).toBeLessThan(10_000);
  });

  it('say so when there is nothing to read', () => {
    const blank: OcrPage = { ...page(), words: [] };
    expect(compareXmlWithPage(invoice(xml), [blank], null)).toEqual({
      mismatches: [{ code: 'einvoice.page_unreadable', params: { words: 0 } }],
      evidence: {},
    });
    expect(compareXmlWithPage(invoice(xml), [], null).mismatches).toHaveLength(1);
  });
});
