import codes from './codes.json' with { type: 'json' };
import { ibanOrNull, legalId, ownId } from './party.js';
import { amountIn, joined, oneLine, rawText, type RawInvoice, type RawLine, type RawValue } from './raw-invoice.js';
import { type XmlElement } from './xml-element.js';

/**
 * UN/CEFACT Cross Industry Invoice: Factur-X and ZUGFeRD 2 of every profile, and the `CrossIndustryDocument` of
 * ZUGFeRD 1.0, which differs in element names only; where two names stand with a bar, the second is the old one.
 */
export function readCii(root: XmlElement): RawInvoice {
  const document = root.first('ExchangedDocument|HeaderExchangedDocument');
  const trade = root.first('SupplyChainTradeTransaction|SpecifiedSupplyChainTradeTransaction');
  const agreement = trade?.first('ApplicableHeaderTradeAgreement|ApplicableSupplyChainTradeAgreement');
  const delivery = trade?.first('ApplicableHeaderTradeDelivery|ApplicableSupplyChainTradeDelivery');
  const settlement = trade?.first('ApplicableHeaderTradeSettlement|ApplicableSupplyChainTradeSettlement');
  const summation = settlement?.first(
    'SpecifiedTradeSettlementHeaderMonetarySummation|SpecifiedTradeSettlementMonetarySummation',
  );
  const seller = agreement?.first('SellerTradeParty');
  const buyer = agreement?.first('BuyerTradeParty');
  const currency = settlement?.text('InvoiceCurrencyCode') ?? null;
  const total = (name: string): RawValue | null => rawText(amountIn(currency, summation?.find(name) ?? []));
  return {
    typeCode: document?.text('TypeCode') ?? null,
    fields: {
      invoiceNumber: rawText(document?.text('ID') ?? null),
      issueDate: date(document, 'IssueDateTime'),
      dueDate: date(settlement, 'SpecifiedTradePaymentTerms/DueDateDateTime'),
      deliveryDate: date(delivery, DELIVERED) ?? dateOfAllLines(trade),
      ...party('seller', seller),
      ...party('buyer', buyer),
      sellerLegalId: rawText(
        legalId([
          ...(seller?.find('SpecifiedLegalOrganization/ID') ?? []),
          ...(seller?.find('GlobalID') ?? []),
          ...(seller?.find('ID') ?? []),
        ]),
      ),
      buyerId: rawText(ownId(buyer?.find('ID') ?? [])),
      orderReference: rawText(agreement?.text('BuyerOrderReferencedDocument/IssuerAssignedID|ID') ?? null),
      currency: rawText(currency),
      totalWithoutVat: total('TaxBasisTotalAmount'),
      totalVat: total('TaxTotalAmount'),
      totalWithVat: total('GrandTotalAmount'),
      amountDue: total('DuePayableAmount'),
      iban: rawText(iban(settlement)),
      bic: rawText(
        settlement?.text('SpecifiedTradeSettlementPaymentMeans/PayeeSpecifiedCreditorFinancialInstitution/BICID') ??
          null,
      ),
      paymentTerms: rawText(settlement?.text('SpecifiedTradePaymentTerms/Description') ?? null),
    },
    vatRows: (settlement?.find('ApplicableTradeTax') ?? []).filter(isVat).map((tax) => ({
      rate: tax.text('RateApplicablePercent|ApplicablePercent'),
      category: tax.text('CategoryCode'),
      base: amountIn(currency, tax.find('BasisAmount')),
      amount: amountIn(currency, tax.find('CalculatedAmount')),
    })),
    lines: (trade?.find('IncludedSupplyChainTradeLineItem') ?? []).filter(countsTowardsTotals).map(line),
  };
}

function party(role: 'seller' | 'buyer', element: XmlElement | null | undefined) {
  const address = element?.first('PostalTradeAddress');
  const text = (path: string): string | null => address?.text(path) ?? null;
  const vatIds = element?.find('SpecifiedTaxRegistration/ID') ?? [];
  const vatId = vatIds.find((id) => id.attribute('schemeID') === 'VA')?.content ?? null;
  return {
    [`${role}Name`]: rawText(element?.text('Name') ?? null),
    [`${role}Address`]: rawText(
      oneLine(text('LineOne'), text('LineTwo'), text('LineThree'), joined(text('PostcodeCode'), text('CityName'))),
    ),
    [`${role}VatId`]: rawText(vatId),
  };
}

const DELIVERED = 'ActualDeliverySupplyChainEvent/OccurrenceDateTime';

function date(parent: XmlElement | null | undefined, path: string): RawValue | null {
  for (const element of parent?.find(path) ?? []) {
    const typed = element.first('DateTimeString|DateString|DateTime|Date');
    const text = typed?.content ?? element.content;
    if (text) return { text, format: (typed ?? element).attribute('format') };
  }
  return null;
}

function iban(settlement: XmlElement | null | undefined): string | null {
  const account = 'SpecifiedTradeSettlementPaymentMeans/PayeePartyCreditorFinancialAccount';
  return settlement?.text(`${account}/IBANID`) ?? ibanOrNull(settlement?.text(`${account}/ProprietaryID`) ?? null);
}

/** The delivery date of the lines where the header has none and those that state one agree. */
function dateOfAllLines(trade: XmlElement | null | undefined): RawValue | null {
  const lines = trade?.find(
    'IncludedSupplyChainTradeLineItem/SpecifiedLineTradeDelivery|SpecifiedSupplyChainTradeDelivery',
  );
  const dates = (lines ?? []).flatMap((delivery) => date(delivery, DELIVERED) ?? []);
  return new Set(dates.map(({ text }) => text)).size === 1 ? dates[0]! : null;
}

const isVat = (tax: XmlElement): boolean => (tax.text('TypeCode') ?? 'VAT') === 'VAT';

const countsTowardsTotals = (item: XmlElement): boolean =>
  !codes.groupingLines.includes(item.text('AssociatedDocumentLineDocument/LineStatusReasonCode') ?? '');

function line(item: XmlElement): RawLine {
  const price = item
    .first('SpecifiedLineTradeAgreement|SpecifiedSupplyChainTradeAgreement')
    ?.first('NetPriceProductTradePrice');
  const settlement = item.first('SpecifiedLineTradeSettlement|SpecifiedSupplyChainTradeSettlement');
  const tax = settlement?.find('ApplicableTradeTax').find(isVat);
  return {
    description: item.text('SpecifiedTradeProduct/Name') ?? item.text('SpecifiedTradeProduct/Description'),
    quantity: item.text('SpecifiedLineTradeDelivery|SpecifiedSupplyChainTradeDelivery/BilledQuantity'),
    price: price?.text('ChargeAmount') ?? null,
    basisQuantity: price?.text('BasisQuantity') ?? null,
    netAmount:
      settlement?.text(
        'SpecifiedTradeSettlementLineMonetarySummation|SpecifiedTradeSettlementMonetarySummation/LineTotalAmount',
      ) ?? null,
    vatRate: tax?.text('RateApplicablePercent|ApplicablePercent') ?? null,
    vatCategory: tax?.text('CategoryCode') ?? null,
  };
}
