import { parseEInvoice } from './einvoice.js';

const NS =
  'xmlns:rsm="urn:un:unece:uncefact:data:standard:CrossIndustryInvoice:100" xmlns:ram="urn:x:ram" xmlns:udt="urn:x:udt"';

interface Parts {
  type?: string;
  lines?: string;
  seller?: string;
  buyer?: string;
  delivery?: string;
  payment?: string;
  taxes?: string;
  totals?: string;
  issued?: string;
}

const date = (text: string, format = '102'): string =>
  `<udt:DateTimeString format="${format}">${text}</udt:DateTimeString>`;

const cii = (parts: Parts): string => `<?xml version="1.0" encoding="UTF-8"?>
<rsm:CrossIndustryInvoice ${NS}>
 <rsm:ExchangedDocumentContext><ram:GuidelineSpecifiedDocumentContextParameter>
  <ram:ID>urn:cen.eu:en16931:2017#conformant#urn:factur-x.eu:1p0:extended</ram:ID>
 </ram:GuidelineSpecifiedDocumentContextParameter></rsm:ExchangedDocumentContext>
 <rsm:ExchangedDocument><ram:ID> FA-1 </ram:ID><ram:TypeCode>${parts.type ?? '380'}</ram:TypeCode>
  <ram:IssueDateTime>${parts.issued ?? date('20260115')}</ram:IssueDateTime></rsm:ExchangedDocument>
 <rsm:SupplyChainTradeTransaction>${parts.lines ?? ''}
  <ram:ApplicableHeaderTradeAgreement>
   <ram:SellerTradeParty>${parts.seller ?? ''}</ram:SellerTradeParty>
   <ram:BuyerTradeParty>${parts.buyer ?? ''}</ram:BuyerTradeParty>
  </ram:ApplicableHeaderTradeAgreement>
  <ram:ApplicableHeaderTradeDelivery>${parts.delivery ?? ''}</ram:ApplicableHeaderTradeDelivery>
  <ram:ApplicableHeaderTradeSettlement><ram:InvoiceCurrencyCode>EUR</ram:InvoiceCurrencyCode>${parts.payment ?? ''}
   ${parts.taxes ?? ''}<ram:SpecifiedTradeSettlementHeaderMonetarySummation>${parts.totals ?? ''}
   </ram:SpecifiedTradeSettlementHeaderMonetarySummation>
  </ram:ApplicableHeaderTradeSettlement>
 </rsm:SupplyChainTradeTransaction>
</rsm:CrossIndustryInvoice>`;

const line = (quantity: string, price: string, net: string, basis = '', extra = ''): string =>
  `<ram:IncludedSupplyChainTradeLineItem><ram:AssociatedDocumentLineDocument><ram:LineID>1</ram:LineID>${extra}
   </ram:AssociatedDocumentLineDocument><ram:SpecifiedTradeProduct><ram:Name>Vis &amp; écrous</ram:Name></ram:SpecifiedTradeProduct>
   <ram:SpecifiedLineTradeAgreement><ram:NetPriceProductTradePrice><ram:ChargeAmount>${price}</ram:ChargeAmount>
   ${basis && `<ram:BasisQuantity unitCode="C62">${basis}</ram:BasisQuantity>`}</ram:NetPriceProductTradePrice></ram:SpecifiedLineTradeAgreement>
   <ram:SpecifiedLineTradeDelivery><ram:BilledQuantity unitCode="C62">${quantity}</ram:BilledQuantity></ram:SpecifiedLineTradeDelivery>
   <ram:SpecifiedLineTradeSettlement><ram:ApplicableTradeTax><ram:TypeCode>VAT</ram:TypeCode><ram:CategoryCode>S</ram:CategoryCode>
   <ram:RateApplicablePercent>20</ram:RateApplicablePercent></ram:ApplicableTradeTax>
   <ram:SpecifiedTradeSettlementLineMonetarySummation><ram:LineTotalAmount>${net}</ram:LineTotalAmount>
   </ram:SpecifiedTradeSettlementLineMonetarySummation></ram:SpecifiedLineTradeSettlement></ram:IncludedSupplyChainTradeLineItem>`;

const tax = (base: string, amount: string, rate: string | null, category = 'S'): string =>
  `<ram:ApplicableTradeTax><ram:CalculatedAmount>${amount}</ram:CalculatedAmount><ram:TypeCode>VAT</ram:TypeCode>
   <ram:BasisAmount>${base}</ram:BasisAmount><ram:CategoryCode>${category}</ram:CategoryCode>
   ${rate === null ? '' : `<ram:RateApplicablePercent>${rate}</ram:RateApplicablePercent>`}</ram:ApplicableTradeTax>`;

const read = (parts: Parts) => parseEInvoice(Buffer.from(cii(parts)));
const values = (parts: Parts): Record<string, string | null> =>
  Object.fromEntries(Object.entries(read(parts).invoice.fields).map(([name, field]) => [name, field.value]));

describe('a CII invoice', () => {
  it('is read exactly, with full confidence and its profile', () => {
    const { dialect, profile, invoice } = read({});
    expect({ dialect, profile }).toEqual({ dialect: 'cii', profile: 'extended' });
    expect(invoice.fields.invoiceNumber).toEqual({
      value: 'FA-1',
      raw: 'FA-1',
      confidence: 1,
      source: 'xml',
      evidence: [],
      why: ['xml:cii'],
    });
    expect(invoice.fields.issueDate.value).toBe('2026-01-15');
    expect(invoice.fields.iban.value).toBeNull();
  });

  it('gives parties with address on one line, VAT id and SIREN or SIRET by scheme', () => {
    const seller = `<ram:ID>4711</ram:ID><ram:GlobalID schemeID="0088">587451236587</ram:GlobalID>
      <ram:GlobalID schemeID="0009">732 829 320 00074</ram:GlobalID><ram:Name>Société Œuvre</ram:Name>
      <ram:PostalTradeAddress><ram:PostcodeCode>75018</ram:PostcodeCode><ram:LineOne>35 rue d'ici</ram:LineOne>
      <ram:LineTwo>Bât. B</ram:LineTwo><ram:CityName>PARIS</ram:CityName><ram:CountryID>FR</ram:CountryID></ram:PostalTradeAddress>
      <ram:SpecifiedTaxRegistration><ram:ID schemeID="FC">201/113</ram:ID></ram:SpecifiedTaxRegistration>
      <ram:SpecifiedTaxRegistration><ram:ID schemeID="VA">FR 44 732 829 320</ram:ID></ram:SpecifiedTaxRegistration>`;
    expect(values({ seller, buyer: '<ram:ID>C-17</ram:ID><ram:Name>Client</ram:Name>' })).toMatchObject({
      sellerName: 'Société Œuvre',
      sellerAddress: "35 rue d'ici, Bât. B, 75018 PARIS",
      sellerVatId: 'FR44732829320',
      sellerLegalId: '73282932000074',
      buyerName: 'Client',
      buyerId: 'C-17',
      buyerVatId: null,
    });
    const legal =
      '<ram:SpecifiedLegalOrganization><ram:ID schemeID="0002">732829320</ram:ID></ram:SpecifiedLegalOrganization>';
    expect(values({ seller: seller + legal }).sellerLegalId).toBe('732829320');
    const registry = '<ram:SpecifiedLegalOrganization><ram:ID>HRB 123456</ram:ID></ram:SpecifiedLegalOrganization>';
    expect(values({ seller: registry }).sellerLegalId).toBeNull();
  });

  it('takes totals in its own currency and writes two decimals', () => {
    const totals = `<ram:TaxBasisTotalAmount>1000</ram:TaxBasisTotalAmount>
      <ram:TaxTotalAmount currencyID="USD">220.00</ram:TaxTotalAmount><ram:TaxTotalAmount currencyID="EUR">200.0</ram:TaxTotalAmount>
      <ram:GrandTotalAmount>1200.00</ram:GrandTotalAmount><ram:DuePayableAmount>.5</ram:DuePayableAmount>`;
    expect(values({ totals })).toMatchObject({
      totalWithoutVat: '1000.00',
      totalVat: '200.00',
      totalWithVat: '1200.00',
      amountDue: '0.50',
    });
  });

  it('gives the unit price of one unit where the price is for several', () => {
    const { lines } = read({ lines: line('6', '1.00', '2.00', '3') + line('2.500', '10.0000', '25.00') }).invoice;
    expect(lines).toMatchObject([
      { quantity: '6', unitPrice: '0.333333', netAmount: '2.00', vatRate: '20.00', description: 'Vis & écrous' },
      { quantity: '2.5', unitPrice: '10.00', netAmount: '25.00' },
    ]);
  });

  it('leaves out lines that only group others or bear text', () => {
    const group = '<ram:LineStatusReasonCode>GROUP</ram:LineStatusReasonCode>';
    const text =
      '<ram:IncludedSupplyChainTradeLineItem><ram:AssociatedDocumentLineDocument/></ram:IncludedSupplyChainTradeLineItem>';
    const { lines } = read({ lines: line('1', '5', '5', '', group) + text + line('1', '5', '5') }).invoice;
    expect(lines).toHaveLength(1);
  });

  it('gives a VAT row without rate the rate 0 where its category is exempt', () => {
    const { vatBreakdown } = read({
      taxes: tax('100', '20', '20.00') + tax('60', '0', null, 'E') + tax('1', '0', null),
    }).invoice;
    expect(vatBreakdown).toEqual([
      { rate: '20.00', base: '100.00', amount: '20.00' },
      { rate: '0.00', base: '60.00', amount: '0.00' },
    ]);
  });

  it('takes the bank of the seller and never that of the payer', () => {
    const payer = `<ram:PayerPartyDebtorFinancialAccount><ram:IBANID>DE1</ram:IBANID></ram:PayerPartyDebtorFinancialAccount>
      <ram:PayerSpecifiedDebtorFinancialInstitution><ram:BICID>MARKDEF1</ram:BICID></ram:PayerSpecifiedDebtorFinancialInstitution>`;
    const means = (inner: string): string =>
      `<ram:SpecifiedTradeSettlementPaymentMeans>${inner}</ram:SpecifiedTradeSettlementPaymentMeans>`;
    expect(values({ payment: means(payer) })).toMatchObject({ iban: null, bic: null });
    const payee = `<ram:PayeePartyCreditorFinancialAccount><ram:IBANID>FR76 3000 6000 0112 3456 7890 189</ram:IBANID></ram:PayeePartyCreditorFinancialAccount>
      <ram:PayeeSpecifiedCreditorFinancialInstitution><ram:BICID>AGRIFRPP</ram:BICID></ram:PayeeSpecifiedCreditorFinancialInstitution>`;
    expect(values({ payment: means(payer) + means(payee) })).toMatchObject({
      iban: 'FR7630006000011234567890189',
      bic: 'AGRIFRPP',
    });
  });

  it('takes the delivery date of the lines where the header has none and they agree', () => {
    const delivered = (day: string): string =>
      line('1', '5', '5').replace(
        '</ram:SpecifiedLineTradeDelivery>',
        `<ram:ActualDeliverySupplyChainEvent><ram:OccurrenceDateTime>${date(day)}</ram:OccurrenceDateTime></ram:ActualDeliverySupplyChainEvent></ram:SpecifiedLineTradeDelivery>`,
      );
    expect(values({ lines: delivered('20260110') + delivered('20260110') }).deliveryDate).toBe('2026-01-10');
    expect(values({ lines: delivered('20260110') + delivered('20260111') }).deliveryDate).toBeNull();
  });

  it.each([
    ['20260115', '102', '2026-01-15'],
    ['202601151030', '203', '2026-01-15'],
    ['150126', '2', '2026-01-15'],
    ['260115', '101', '2026-01-15'],
    ['2026015', '107', '2026-01-15'],
    ['2026-01-15', '102', '2026-01-15'],
    ['202601', '610', null],
    ['20260230', '102', null],
  ])('reads the date %s of format %s as %s', (text, format, expected) => {
    expect(values({ issued: date(text, format) }).issueDate).toBe(expected);
  });

  it('names values that it cannot read', () => {
    const { invoice } = read({
      issued: date('202601', '610'),
      totals: '<ram:GrandTotalAmount>1.200,00</ram:GrandTotalAmount>',
    });
    expect(invoice.warnings).toEqual([
      { code: 'einvoice.unreadable_value', params: { field: 'issueDate', value: '202601' } },
      { code: 'einvoice.unreadable_value', params: { field: 'totalWithVat', value: '1.200,00' } },
    ]);
  });
});

describe('a credit note', () => {
  const negative = {
    lines: line('-5', '4.10', '-20.50') + line('2', '-3', '-6.00') + line('1', '2', '2'),
    taxes: tax('-24.50', '-4.90', '20'),
    totals:
      '<ram:TaxBasisTotalAmount>-24.50</ram:TaxBasisTotalAmount><ram:TaxTotalAmount>-4.90</ram:TaxTotalAmount>' +
      '<ram:GrandTotalAmount>-29.40</ram:GrandTotalAmount><ram:DuePayableAmount>-0.00</ram:DuePayableAmount>',
  };

  it('is one by its type code', () => {
    expect(values({ type: '381', totals: '<ram:GrandTotalAmount>12</ram:GrandTotalAmount>' })).toMatchObject({
      documentType: 'creditNote',
      totalWithVat: '12.00',
    });
  });

  it('is an invoice with a negative total too, and all its amounts turn positive', () => {
    expect(values(negative)).toMatchObject({
      documentType: 'creditNote',
      totalWithoutVat: '24.50',
      totalVat: '4.90',
      totalWithVat: '29.40',
      amountDue: '0.00',
    });
    const { invoice } = read(negative);
    expect(invoice.vatBreakdown).toEqual([{ rate: '20.00', base: '24.50', amount: '4.90' }]);
    expect(invoice.lines).toMatchObject([
      { quantity: '5', unitPrice: '4.10', netAmount: '20.50' },
      { quantity: '2', unitPrice: '3.00', netAmount: '6.00' },
      { quantity: '-1', unitPrice: '2.00', netAmount: '-2.00' },
    ]);
    expect(invoice.warnings).toEqual([{ code: 'einvoice.negative_invoice', params: { typeCode: '380' } }]);
  });
});

describe('ZUGFeRD 1.0', () => {
  it('is read from its own element names', () => {
    const xml = `<a:CrossIndustryDocument xmlns:a="urn:ferd:CrossIndustryDocument:invoice:1p0">
      <a:SpecifiedExchangedDocumentContext><GuidelineSpecifiedDocumentContextParameter><ID>urn:ferd:CrossIndustryDocument:invoice:1p0:comfort</ID></GuidelineSpecifiedDocumentContextParameter></a:SpecifiedExchangedDocumentContext>
      <a:HeaderExchangedDocument><ID>RE-9</ID><TypeCode>380</TypeCode><IssueDateTime>2014-03-05T00:00:00</IssueDateTime></a:HeaderExchangedDocument>
      <a:SpecifiedSupplyChainTradeTransaction>
       <ApplicableSupplyChainTradeAgreement><BuyerOrderReferencedDocument><ID>B-7</ID></BuyerOrderReferencedDocument></ApplicableSupplyChainTradeAgreement>
       <ApplicableSupplyChainTradeSettlement><InvoiceCurrencyCode>EUR</InvoiceCurrencyCode>
        <ApplicableTradeTax><CalculatedAmount>1.90</CalculatedAmount><BasisAmount>10</BasisAmount><ApplicablePercent>19</ApplicablePercent></ApplicableTradeTax>
        <SpecifiedTradeSettlementMonetarySummation><GrandTotalAmount>11.90</GrandTotalAmount></SpecifiedTradeSettlementMonetarySummation>
       </ApplicableSupplyChainTradeSettlement>
       <IncludedSupplyChainTradeLineItem><SpecifiedSupplyChainTradeDelivery><BilledQuantity>1.0000</BilledQuantity></SpecifiedSupplyChainTradeDelivery>
        <SpecifiedSupplyChainTradeSettlement><SpecifiedTradeSettlementMonetarySummation><LineTotalAmount>10</LineTotalAmount></SpecifiedTradeSettlementMonetarySummation></SpecifiedSupplyChainTradeSettlement></IncludedSupplyChainTradeLineItem>
      </a:SpecifiedSupplyChainTradeTransaction></a:CrossIndustryDocument>`;
    const { dialect, profile, invoice } = parseEInvoice(Buffer.from(xml));
    expect({ dialect, profile }).toEqual({ dialect: 'zugferd1', profile: 'en16931' });
    expect(invoice.fields).toMatchObject({
      issueDate: { value: '2014-03-05' },
      orderReference: { value: 'B-7' },
      totalWithVat: { value: '11.90' },
    });
    expect(invoice.vatBreakdown).toEqual([{ rate: '19.00', base: '10.00', amount: '1.90' }]);
    expect(invoice.lines).toMatchObject([{ quantity: '1', unitPrice: null, netAmount: '10.00' }]);
  });
});
