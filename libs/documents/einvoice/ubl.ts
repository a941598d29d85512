import { ibanOrNull, legalId, ownId } from './party.js';
import { amountIn, joined, oneLine, rawText, type RawInvoice, type RawLine, type RawValue } from './raw-invoice.js';
import { type XmlElement } from './xml-element.js';

/** OASIS UBL 2.x `Invoice` and `CreditNote`. */
export function readUbl(root: XmlElement): RawInvoice {
  const seller = root.first('AccountingSupplierParty/Party');
  const buyer = root.first('AccountingCustomerParty/Party');
  const currency = root.text('DocumentCurrencyCode');
  const totals = root.first('LegalMonetaryTotal');
  const total = (name: string): RawValue | null => rawText(amountIn(currency, totals?.find(name) ?? []));
  const taxTotals = root.all('TaxTotal');
  const ownTaxTotal = taxTotals.find((tax) => tax.first('TaxSubtotal')) ?? taxTotals[0];
  return {
    typeCode: root.text('InvoiceTypeCode|CreditNoteTypeCode') ?? (root.name === 'CreditNote' ? '381' : null),
    fields: {
      invoiceNumber: rawText(root.text('ID')),
      issueDate: rawText(root.text('IssueDate')),
      dueDate: rawText(root.text('DueDate') ?? root.text('PaymentMeans/PaymentDueDate')),
      deliveryDate: rawText(root.text('Delivery/ActualDeliveryDate')),
      ...party('seller', seller),
      ...party('buyer', buyer),
      sellerLegalId: rawText(
        legalId([
          ...(seller?.find('PartyLegalEntity/CompanyID') ?? []),
          ...(seller?.find('PartyIdentification/ID') ?? []),
        ]),
      ),
      buyerId: rawText(
        ownId(buyer?.find('PartyIdentification/ID') ?? []) ??
          root.text('AccountingCustomerParty/SupplierAssignedAccountID|CustomerAssignedAccountID'),
      ),
      orderReference: rawText(root.text('OrderReference/ID')),
      currency: rawText(currency),
      totalWithoutVat: total('TaxExclusiveAmount'),
      totalVat: rawText(amountIn(currency, root.find('TaxTotal/TaxAmount'))),
      totalWithVat: total('TaxInclusiveAmount'),
      amountDue: total('PayableAmount'),
      iban: rawText(iban(root)),
      bic: rawText(
        root.text('PaymentMeans/PayeeFinancialAccount/FinancialInstitutionBranch/ID') ??
          root.text('PaymentMeans/PayeeFinancialAccount/FinancialInstitutionBranch/FinancialInstitution/ID'),
      ),
      paymentTerms: rawText(root.text('PaymentTerms/Note')),
    },
    vatRows: (ownTaxTotal?.find('TaxSubtotal') ?? []).filter(isVat).map((row) => ({
      rate: row.text('TaxCategory/Percent') ?? row.text('Percent'),
      category: row.text('TaxCategory/ID'),
      base: amountIn(currency, row.find('TaxableAmount')),
      amount: amountIn(currency, row.find('TaxAmount')),
    })),
    lines: root.find('InvoiceLine|CreditNoteLine').map(line),
  };
}

function party(role: 'seller' | 'buyer', element: XmlElement | null) {
  const address = element?.first('PostalAddress');
  const text = (path: string): string | null => address?.text(path) ?? null;
  const street = joined(text('StreetName'), text('BuildingNumber'));
  const vat = element?.find('PartyTaxScheme').find((scheme) => (scheme.text('TaxScheme/ID') ?? 'VAT') === 'VAT');
  return {
    [`${role}Name`]: rawText(
      element?.text('PartyLegalEntity/RegistrationName') ?? element?.text('PartyName/Name') ?? null,
    ),
    [`${role}Address`]: rawText(
      oneLine(
        street,
        text('AdditionalStreetName'),
        text('AddressLine/Line'),
        joined(text('PostalZone'), text('CityName')),
      ),
    ),
    [`${role}VatId`]: rawText(vat?.text('CompanyID') ?? null),
  };
}

function iban(root: XmlElement): string | null {
  for (const account of root.find('PaymentMeans/PayeeFinancialAccount/ID')) {
    if (account.attribute('schemeID') === 'IBAN') return account.content;
    const checked = ibanOrNull(account.content);
    if (checked) return checked;
  }
  return null;
}

const isVat = (row: XmlElement): boolean => (row.text('TaxCategory/TaxScheme/ID') ?? 'VAT') === 'VAT';

function line(item: XmlElement): RawLine {
  const category = item.first('Item/ClassifiedTaxCategory');
  return {
    description: item.text('Item/Name') ?? item.text('Item/Description'),
    quantity: item.text('InvoicedQuantity|CreditedQuantity'),
    price: item.text('Price/PriceAmount'),
    basisQuantity: item.text('Price/BaseQuantity'),
    netAmount: item.text('LineExtensionAmount'),
    vatRate: category?.text('Percent') ?? item.text('TaxTotal/TaxSubtotal/TaxCategory/Percent'),
    vatCategory: category?.text('ID') ?? null,
  };
}
