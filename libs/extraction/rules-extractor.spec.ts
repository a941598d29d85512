import { type Barcode, type ReadInvoice } from '../domain/index.js';
import { printedPage } from './fixtures/printed-page.js';
import { arithmeticConfirmed, RulesExtractor } from './index.js';

const extractor = new RulesExtractor();
const read = (text: string, barcodes: Barcode[] = [], confidence = 1): ReadInvoice =>
  extractor.extract({ pages: [printedPage(text, { confidence })], barcodes });
const values = (invoice: ReadInvoice): Record<string, string> =>
  Object.fromEntries(
    Object.entries(invoice.fields).flatMap(([name, { value }]) => (value === null ? [] : [[name, value]])),
  );
const figures = (invoice: ReadInvoice) =>
  invoice.lines.map(({ quantity, unitPrice, netAmount }) => [quantity, unitPrice, netAmount]);

const FRENCH = `
   Menuiserie Duval SARL                                     FACTURE N° FA-2024-0117
   12 rue des Tilleuls                                       Date : 05/03/2024
   44000 Nantes                                              Date d'échéance : 04/04/2024
   Tél : 02 40 11 22 33                                      Code client : C0042
   contact@menuiserie-duval.fr                               Votre commande : BC-7781

                                                             Facturé à :
                                                             Hôtel des Quais SAS
                                                             3 quai Sud
                                                             69002 Lyon
                                                             N° TVA : FR83404833048


   Désignation                              Qté        PU HT        TVA          Montant HT
   Porte en chêne massif                    2          450,00       20%          900,00
   avec quincaillerie inox
   Pose et réglage sur place                3,5        62,00        10%          217,00
   Fourniture de visserie                   1          1 083,00     20%          1 083,00

                                                       Total HT                  2 200,00 €
                                                       TVA 20% sur 1 983,00      396,60 €
                                                       TVA 10% sur 217,00        21,70 €
                                                       Total TVA                 418,30 €
                                                       Total TTC                 2 618,30 €
                                                       Acompte                   618,30 €
                                                       Net à payer               2 000,00 €

   Conditions de règlement : 30 jours net
   IBAN : FR76 3000 6000 0112 3456 7890 189      BIC : AGRIFRPPXXX


   Menuiserie Duval SARL au capital de 10 000 € - RCS Nantes B 732 829 320 - TVA FR44732829320
`;

describe('a French invoice', () => {
  const invoice = read(FRENCH);

  it('gives every header field', () => {
    expect(values(invoice)).toEqual({
      documentType: 'invoice',
      invoiceNumber: 'FA-2024-0117',
      issueDate: '2024-03-05',
      dueDate: '2024-04-04',
      sellerName: 'Menuiserie Duval SARL',
      sellerAddress: '12 rue des Tilleuls, 44000 Nantes',
      sellerVatId: 'FR44732829320',
      sellerLegalId: '732829320',
      buyerName: 'Hôtel des Quais SAS',
      buyerAddress: '3 quai Sud, 69002 Lyon',
      buyerVatId: 'FR83404833048',
      buyerId: 'C0042',
      orderReference: 'BC-7781',
      currency: 'EUR',
      totalWithoutVat: '2200.00',
      totalVat: '418.30',
      totalWithVat: '2618.30',
      amountDue: '2000.00',
      iban: 'FR7630006000011234567890189',
      bic: 'AGRIFRPPXXX',
      paymentTerms: '30 jours net',
    });
  });

  it('gives the lines with their wrapped texts and the VAT rows', () => {
    expect(figures(invoice)).toEqual([
      ['2', '450.00', '900.00'],
      ['3.5', '62.00', '217.00'],
      ['1', '1083.00', '1083.00'],
    ]);
    expect(invoice.lines[0]?.description).toBe('Porte en chêne massif avec quincaillerie inox');
    expect(invoice.lines.map((line) => line.vatRate)).toEqual(['20.00', '10.00', '20.00']);
    expect(invoice.vatBreakdown).toEqual([
      { rate: '20.00', base: '1983.00', amount: '396.60' },
      { rate: '10.00', base: '217.00', amount: '21.70' },
    ]);
    expect(arithmeticConfirmed(invoice)).toBe(true);
  });

  it('says for each value where it stands and why it was taken', () => {
    const { totalWithVat, iban, invoiceNumber } = invoice.fields;
    expect(totalWithVat.why).toEqual(
      expect.arrayContaining(['label:Total TTC', 'arithmetic:totals', 'arithmetic:lines']),
    );
    expect(totalWithVat.confidence).toBeGreaterThan(0.95);
    expect(iban.why).toContain('checksum:iban');
    expect(invoiceNumber.evidence).toMatchObject([{ page: 1 }]);
    expect(invoiceNumber.evidence[0]!.box[0]).toBeGreaterThan(0.5);
  });
});

describe('an English invoice', () => {
  it('gives values that stand under their headings, dates month first beside dollars', () => {
    const invoice = read(`
   Northwind Traders Inc.
   500 Market Street
   Fremont CA 94538

   Bill To:                              Ship To:
   Tailspin Toys Ltd                     Tailspin Store
   215 Vine St                           9 Dock Road
   Scranton PA 18503                     Scranton PA 18504

   Invoice No        Invoice Date        Due Date          PO Number
   INV/2023/0008     03/04/2023          04/03/2023        PO-99812

   Description                    Quantity       Unit Price        Amount
   Office chair                   3              $70.00            $210.00
   Desk lamp                      10             $12.50            $125.00

                                                 Subtotal          $335.00
                                                 Sales Tax (8%)    $26.80
                                                 Total             $361.80
`);
    expect(values(invoice)).toMatchObject({
      invoiceNumber: 'INV/2023/0008',
      issueDate: '2023-03-04',
      dueDate: '2023-04-03',
      orderReference: 'PO-99812',
      sellerName: 'Northwind Traders Inc.',
      buyerName: 'Tailspin Toys Ltd',
      currency: 'USD',
      totalWithoutVat: '335.00',
      totalVat: '26.80',
      totalWithVat: '361.80',
    });
    expect(invoice.fields.iban.value).toBeNull();
    expect(figures(invoice)).toEqual([
      ['3', '70.00', '210.00'],
      ['10', '12.50', '125.00'],
    ]);
  });

  it('computes amounts of a table without headings, and takes exact strings from the QR code', () => {
    const text = `
   INVOICE A-77
   Issue date 2024-05-06 10:00:00
   Bill to Jo Smith

   Blue widget                             3 x  77.48 Euro
   Total comfort cushion                   8x    3.93 Euro
   TOTAL                                      263.88 Euro
`;
    const code: Barcode = {
      format: 'QRCode',
      text: 'INVOICE:A-77\nDATE:2024-05-06 10:00:00\nCUST:00400',
      page: 1,
      box: [0.6, 0.02, 0.7, 0.1],
    };
    const invoice = read(text, [code], 0.9);
    expect(values(invoice)).toMatchObject({
      invoiceNumber: 'A-77',
      issueDate: '2024-05-06',
      buyerId: '00400',
      totalWithVat: '263.88',
      currency: 'EUR',
    });
    expect(invoice.fields.buyerId).toMatchObject({ source: 'barcode', why: ['barcode:CUST'] });
    expect(figures(invoice)).toEqual([
      ['3', '77.48', '232.44'],
      ['8', '3.93', '31.44'],
    ]);
    expect(arithmeticConfirmed(invoice)).toBe(true);
  });
});

describe('a credit note', () => {
  it('is known by its title, and its amounts are positive', () => {
    const invoice = read(`
   AVOIR N° AV-12
   Date : 01/02/2024

   Désignation          Qté      PU HT       Montant HT
   Retour de carton     -2       10,00       -20,00
                                 Total HT    -20,00 €
                                 TVA 20%     -4,00 €
                                 Total TTC   -24,00 €
`);
    expect(values(invoice)).toMatchObject({
      documentType: 'creditNote',
      invoiceNumber: 'AV-12',
      totalWithVat: '24.00',
      totalVat: '4.00',
    });
    expect(figures(invoice)).toEqual([['2', '10.00', '20.00']]);
    expect(invoice.vatBreakdown).toEqual([{ rate: '20.00', base: '20.00', amount: '4.00' }]);
  });

  it('is known by its negative totals under the title of an invoice', () => {
    const invoice = read(`
   FACTURE N° F-9
   Date : 01/02/2024
                                 Total HT    -20,00 €
                                 TVA 20%     -4,00 €
                                 Total TTC   -24,00 €
`);
    expect(invoice.fields.documentType).toMatchObject({ value: 'creditNote', why: ['amounts:negative'] });
  });
});

describe('doubtful documents', () => {
  it('keep what fails its checksum, with a warning', () => {
    const invoice = read('SIRET : 123 456 789 00014\nIBAN : FR76 1254 2547 2569 8542 5874 698');
    expect(invoice.fields.sellerLegalId).toMatchObject({ value: '12345678900014' });
    expect(invoice.fields.sellerLegalId.why).toContain('checksum_failed:legal_id');
    expect(invoice.fields.iban.value).toBe('FR7612542547256985425874698');
    expect(invoice.warnings.map((warning) => warning.params['field'])).toEqual(
      expect.arrayContaining(['sellerLegalId', 'iban']),
    );
  });

  it('mend an IBAN whose digits were read as letters where the check digits come right', () => {
    const invoice = read('IBAN : FR76 3OOO 6OOO O112 3456 7890 189', [], 0.8);
    expect(invoice.fields.iban).toMatchObject({ value: 'FR7630006000011234567890189' });
    expect(invoice.fields.iban.why).toContain('repaired:ocr');
  });

  it('say when the lines do not make the total', () => {
    const invoice = read(`
   Désignation          Qté      PU HT       Montant HT
   Carton               2        10,00       20,00
                                 Total HT    25,00
                                 TVA 20%     5,00
                                 Total TTC   30,00
`);
    expect(invoice.warnings).toEqual([
      { code: 'extraction.lines_do_not_add_up', params: { sum: '20.00', total: '25.00' } },
    ]);
    expect(arithmeticConfirmed(invoice)).toBe(true);
  });

  it('leave absent what the page does not show', () => {
    expect(values(read('Bonjour, merci de votre visite et à bientôt.'))).toEqual({});
    expect(values(read(''))).toEqual({});
    expect(extractor.extract({ pages: [], barcodes: [] }).lines).toEqual([]);
  });

  it('do not bring it down', () => {
    const odd = { text: 'Total', box: [NaN, 0, 1, 1] as const, confidence: 1 };
    const flat = { text: 'Total', box: [0.1, 0.1, 0.1, 0.1] as const, confidence: 0 };
    const page = { number: 1, engineId: 'x', widthPx: 0, heightPx: 0, words: [odd, flat, { ...flat, text: '' }] };
    expect(extractor.extract({ pages: [page], barcodes: [] }).fields.totalWithVat.value).toBeNull();
  });
});

describe('a long document', () => {
  it('carries its table over the pages, skips what is carried forward, and takes time in proportion', () => {
    const heading = '   Désignation               Qté      PU HT      Montant HT\n';
    const row = (index: number) =>
      `   Article numéro ${String(index).padStart(4, 'A')}       2        10,00      20,00\n`;
    const rows = (page: number) => Array.from({ length: 50 }, (_, index) => row(page * 50 + index)).join('');
    const pages = Array.from({ length: 100 }, (_, index) =>
      printedPage(
        `   Report                                       ${(index * 1000).toFixed(2).replace('.', ',')}\n${heading}${rows(index)}${index === 99 ? '\n                             Total HT   100 000,00\n                             TVA 20%    20 000,00\n                             Total TTC  120 000,00\n' : ''}`,
        { number: index + 1 },
      ),
    );
    const start = performance.now();
    const invoice = extractor.extract({ pages, barcodes: [] });
    expect(performance.now() - start).toBeLessThan(15_000);
    expect(invoice.lines).toHaveLength(5000);
    expect(invoice.fields.totalWithVat.value).toBe('120000.00');
    expect(arithmeticConfirmed(invoice)).toBe(true);
  });
});
