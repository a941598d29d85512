import { pairsOf } from './payload.js';

describe('barcode payloads', () => {
  it('splits lines of key and value; a value may hold the separator', () => {
    expect(pairsOf('INVOICE:F-12\nDATE:2024-01-02 10:11:12\nCUST=0042')).toEqual([
      { key: 'INVOICE', value: 'F-12' },
      { key: 'DATE', value: '2024-01-02 10:11:12' },
      { key: 'CUST', value: '0042' },
    ]);
  });

  it('splits pairs on one line', () => {
    expect(pairsOf('NO:12;TOTAL:3.50').map((pair) => pair.key)).toEqual(['NO', 'TOTAL']);
    expect(pairsOf('NO:12 TOTAL:3.50')).toEqual([
      { key: 'NO', value: '12' },
      { key: 'TOTAL', value: '3.50' },
    ]);
  });

  it('reads JSON and the query of a web address, names in camel case as words', () => {
    expect(pairsOf('{"invoiceNumber":"A1","total":{"totalAmount":12.5}}')).toEqual([
      { key: 'invoice Number', value: 'A1' },
      { key: 'total Amount', value: '12.5' },
    ]);
    expect(pairsOf('https://pay.test/x?invoice_no=A1&amount_due=9.90')).toEqual([
      { key: 'invoice no', value: 'A1' },
      { key: 'amount due', value: '9.90' },
    ]);
  });

  it('reads a SEPA credit transfer code', () => {
    const text = 'BCD\n002\n1\nSCT\nBREDFRPP\nNETTOYAGE SARL\nFR7630006000011234567890189\nEUR12.30\n\nRF12\n';
    expect(pairsOf(text)).toEqual(
      expect.arrayContaining([
        { key: 'iban', value: 'FR7630006000011234567890189' },
        { key: 'bic', value: 'BREDFRPP' },
        { key: 'amount due', value: '12.30' },
        { key: 'currency', value: 'EUR' },
      ]),
    );
  });

  it('finds nothing in plain numbers, texts and endless payloads', () => {
    expect(pairsOf('4012345678901')).toEqual([]);
    expect(pairsOf('https://example.org/')).toEqual([]);
    expect(pairsOf('A:1\n'.repeat(2000))).toEqual([]);
    expect(pairsOf('{broken')).toEqual([]);
  });
});
