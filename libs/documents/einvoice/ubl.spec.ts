import { parseEInvoice } from './einvoice.js';

const NS = (root: string): string =>
  `xmlns="urn:oasis:names:specification:ubl:schema:xsd:${root}-2" xmlns:c="urn:x:cac" xmlns:b="urn:x:cbc"`;

const party = (name: string, extra: string): string => `<c:Party>${extra}
  <c:PartyName><b:Name>Enseigne</b:Name></c:PartyName>
  <c:PostalAddress><b:StreetName>1 rue Haute</b:StreetName><b:AdditionalStreetName>BP 9</b:AdditionalStreetName>
   <b:CityName>Lyon</b:CityName><b:PostalZone>69001</b:PostalZone></c:PostalAddress>
  <c:PartyTaxScheme><b:CompanyID>FR44732829320</b:CompanyID><c:TaxScheme><b:ID>VAT</b:ID></c:TaxScheme></c:PartyTaxScheme>
  <c:PartyLegalEntity><b:RegistrationName>${name}</b:RegistrationName><b:CompanyID schemeID="0002">732829320</b:CompanyID></c:PartyLegalEntity>
 </c:Party>`;

const ubl = (root: 'Invoice' | 'CreditNote'): string => {
  const quantity = root === 'Invoice' ? 'InvoicedQuantity' : 'CreditedQuantity';
  return `<${root} ${NS(root)}>
 <b:CustomizationID>urn:cen.eu:en16931:2017#compliant#urn:fdc:peppol.eu:2017:poacc:billing:3.0</b:CustomizationID>
 <b:ID>INV-7</b:ID><b:IssueDate>2026-02-03</b:IssueDate>${root === 'Invoice' ? '<b:DueDate>2026-03-05+01:00</b:DueDate>' : ''}
 <b:DocumentCurrencyCode>EUR</b:DocumentCurrencyCode><c:OrderReference><b:ID>PO 12</b:ID></c:OrderReference>
 <c:AccountingSupplierParty>${party('Vendeur SA', '')}</c:AccountingSupplierParty>
 <c:AccountingCustomerParty>${party('Acheteur SA', '<c:PartyIdentification><b:ID>C42</b:ID></c:PartyIdentification>')}</c:AccountingCustomerParty>
 <c:Delivery><b:ActualDeliveryDate>2026-02-01</b:ActualDeliveryDate></c:Delivery>
 <c:PaymentMeans>${root === 'CreditNote' ? '<b:PaymentDueDate>2026-03-05</b:PaymentDueDate>' : ''}<c:PayeeFinancialAccount>
  <b:ID>FR7630006000011234567890189</b:ID><c:FinancialInstitutionBranch><b:ID>AGRIFRPP</b:ID></c:FinancialInstitutionBranch></c:PayeeFinancialAccount></c:PaymentMeans>
 <c:PaymentTerms><b:Note>30 jours
   net</b:Note></c:PaymentTerms>
 <c:TaxTotal><b:TaxAmount currencyID="USD">4.40</b:TaxAmount></c:TaxTotal>
 <c:TaxTotal><b:TaxAmount currencyID="EUR">4.00</b:TaxAmount><c:TaxSubtotal><b:TaxableAmount currencyID="EUR">20.00</b:TaxableAmount>
  <b:TaxAmount currencyID="EUR">4.00</b:TaxAmount><c:TaxCategory><b:ID>S</b:ID><b:Percent>20</b:Percent><c:TaxScheme><b:ID>VAT</b:ID></c:TaxScheme></c:TaxCategory></c:TaxSubtotal></c:TaxTotal>
 <c:LegalMonetaryTotal><b:TaxExclusiveAmount currencyID="EUR">20.00</b:TaxExclusiveAmount>
  <b:TaxInclusiveAmount currencyID="EUR">24.00</b:TaxInclusiveAmount><b:PayableAmount currencyID="EUR">14.00</b:PayableAmount></c:LegalMonetaryTotal>
 <c:${root}Line><b:${quantity}>200</b:${quantity}><b:LineExtensionAmount currencyID="EUR">20.00</b:LineExtensionAmount>
  <c:Item><b:Name>Vis</b:Name><c:ClassifiedTaxCategory><b:ID>S</b:ID><b:Percent>20</b:Percent></c:ClassifiedTaxCategory></c:Item>
  <c:Price><b:PriceAmount currencyID="EUR">10.00</b:PriceAmount><b:BaseQuantity>100</b:BaseQuantity></c:Price></c:${root}Line>
</${root}>`;
};

describe.each([
  ['Invoice', 'invoice'],
  ['CreditNote', 'creditNote'],
] as const)('a UBL %s', (root, documentType) => {
  const { dialect, profile, invoice } = parseEInvoice(Buffer.from(ubl(root)));

  it('is read exactly in every field', () => {
    const values = Object.fromEntries(Object.entries(invoice.fields).map(([name, field]) => [name, field.value]));
    expect({ dialect, profile }).toEqual({ dialect: 'ubl', profile: 'peppol' });
    expect(values).toEqual({
      documentType,
      invoiceNumber: 'INV-7',
      issueDate: '2026-02-03',
      dueDate: '2026-03-05',
      deliveryDate: '2026-02-01',
      sellerName: 'Vendeur SA',
      sellerAddress: '1 rue Haute, BP 9, 69001 Lyon',
      sellerVatId: 'FR44732829320',
      sellerLegalId: '732829320',
      buyerName: 'Acheteur SA',
      buyerAddress: '1 rue Haute, BP 9, 69001 Lyon',
      buyerVatId: 'FR44732829320',
      buyerId: 'C42',
      orderReference: 'PO 12',
      currency: 'EUR',
      totalWithoutVat: '20.00',
      totalVat: '4.00',
      totalWithVat: '24.00',
      amountDue: '14.00',
      iban: 'FR7630006000011234567890189',
      bic: 'AGRIFRPP',
      paymentTerms: '30 jours net',
    });
  });

  it('has its VAT rows and lines', () => {
    expect(invoice.vatBreakdown).toEqual([{ rate: '20.00', base: '20.00', amount: '4.00' }]);
    expect(invoice.lines).toMatchObject([
      { description: 'Vis', quantity: '200', unitPrice: '0.10', netAmount: '20.00', vatRate: '20.00' },
    ]);
  });
});
