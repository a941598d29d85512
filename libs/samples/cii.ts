import { type CalendarDate, formatFixed } from '../domain/index.js';
import { type Company, fullName } from './company.js';
import {
  decimal,
  DISCOUNT_REASON,
  exemptionCode,
  exemptionReason,
  netPrice,
  paymentMeansCode,
  quantityDecimal,
  typeCode,
  unitCode,
  vatCategory,
} from './e-invoice-terms.js';
import { type SampleInvoice, type SampleLine } from './invoice-model.js';
import { el, optional, xmlDocument, type XmlNode } from './xml-writer.js';

const dateTime = (name: string, date: CalendarDate, prefix = 'udt'): XmlNode =>
  el(name, [el(`${prefix}:DateTimeString`, date.replace(/-/g, ''), { format: '102' })]);

function party(name: string, company: Company, customerNumber: string | null): XmlNode {
  return el(name, [
    optional('ram:ID', customerNumber),
    el('ram:GlobalID', company.siret, { schemeID: '0009' }),
    el('ram:Name', fullName(company)),
    el('ram:SpecifiedLegalOrganization', [el('ram:ID', company.siren, { schemeID: '0002' })]),
    el('ram:PostalTradeAddress', [
      el('ram:PostcodeCode', company.postcode),
      el('ram:LineOne', company.street),
      el('ram:CityName', company.city),
      el('ram:CountryID', 'FR'),
    ]),
    el('ram:SpecifiedTaxRegistration', [
      company.vatId === null
        ? el('ram:ID', company.siren, { schemeID: 'FC' })
        : el('ram:ID', company.vatId, { schemeID: 'VA' }),
    ]),
  ]);
}

function lineItem(invoice: SampleInvoice, line: SampleLine, index: number): XmlNode {
  return el('ram:IncludedSupplyChainTradeLineItem', [
    el('ram:AssociatedDocumentLineDocument', [el('ram:LineID', String(index + 1))]),
    el('ram:SpecifiedTradeProduct', [el('ram:Name', line.description)]),
    el('ram:SpecifiedLineTradeAgreement', [
      el('ram:NetPriceProductTradePrice', [el('ram:ChargeAmount', netPrice(line))]),
    ]),
    el('ram:SpecifiedLineTradeDelivery', [
      el('ram:BilledQuantity', quantityDecimal(line), { unitCode: unitCode(line.unit) }),
    ]),
    el('ram:SpecifiedLineTradeSettlement', [
      el('ram:ApplicableTradeTax', [
        el('ram:TypeCode', 'VAT'),
        el('ram:CategoryCode', vatCategory(invoice)),
        el('ram:RateApplicablePercent', formatFixed(line.vatRate, 2)),
      ]),
      el('ram:SpecifiedTradeSettlementLineMonetarySummation', [el('ram:LineTotalAmount', decimal(line.net))]),
    ]),
  ]);
}

function paymentMeans(invoice: SampleInvoice): XmlNode {
  const transfer = invoice.paymentMethod === 'transfer';
  return el('ram:SpecifiedTradeSettlementPaymentMeans', [
    el('ram:TypeCode', paymentMeansCode(invoice)),
    transfer ? el('ram:PayeePartyCreditorFinancialAccount', [el('ram:IBANID', invoice.account.iban)]) : null,
    transfer ? el('ram:PayeeSpecifiedCreditorFinancialInstitution', [el('ram:BICID', invoice.account.bic)]) : null,
  ]);
}

function settlement(invoice: SampleInvoice): XmlNode {
  const { totals } = invoice;
  const category = vatCategory(invoice);
  return el('ram:ApplicableHeaderTradeSettlement', [
    el('ram:InvoiceCurrencyCode', 'EUR'),
    invoice.kind === 'invoice' ? paymentMeans(invoice) : null,
    ...totals.vatRows.map((row) =>
      el('ram:ApplicableTradeTax', [
        el('ram:CalculatedAmount', decimal(row.amount)),
        el('ram:TypeCode', 'VAT'),
        optional('ram:ExemptionReason', exemptionReason(invoice)),
        el('ram:BasisAmount', decimal(row.base)),
        el('ram:CategoryCode', category),
        optional('ram:ExemptionReasonCode', exemptionCode(invoice)),
        el('ram:RateApplicablePercent', formatFixed(row.rate, 2)),
      ]),
    ),
    invoice.period &&
      el('ram:BillingSpecifiedPeriod', [
        dateTime('ram:StartDateTime', invoice.period[0]),
        dateTime('ram:EndDateTime', invoice.period[1]),
      ]),
    totals.discount > 0
      ? el('ram:SpecifiedTradeAllowanceCharge', [
          el('ram:ChargeIndicator', [el('udt:Indicator', 'false')]),
          el('ram:ActualAmount', decimal(totals.discount)),
          el('ram:Reason', DISCOUNT_REASON),
          el('ram:CategoryTradeTax', [
            el('ram:TypeCode', 'VAT'),
            el('ram:CategoryCode', category),
            el('ram:RateApplicablePercent', formatFixed(totals.vatRows[0]?.rate ?? 0, 2)),
          ]),
        ])
      : null,
    el('ram:SpecifiedTradePaymentTerms', [
      el('ram:Description', invoice.paymentTerms),
      invoice.dueDate === null ? null : dateTime('ram:DueDateDateTime', invoice.dueDate),
    ]),
    el('ram:SpecifiedTradeSettlementHeaderMonetarySummation', [
      el('ram:LineTotalAmount', decimal(totals.lines)),
      totals.discount > 0 ? el('ram:AllowanceTotalAmount', decimal(totals.discount)) : null,
      el('ram:TaxBasisTotalAmount', decimal(totals.withoutVat)),
      el('ram:TaxTotalAmount', decimal(totals.vat), { currencyID: 'EUR' }),
      el('ram:GrandTotalAmount', decimal(totals.withVat)),
      totals.paid > 0 ? el('ram:TotalPrepaidAmount', decimal(totals.paid)) : null,
      el('ram:DuePayableAmount', decimal(totals.due)),
    ]),
    invoice.originalNumber === null
      ? null
      : el('ram:InvoiceReferencedDocument', [el('ram:IssuerAssignedID', invoice.originalNumber)]),
  ]);
}

/** The invoice as UN/CEFACT Cross Industry Invoice, profile EN 16931: what a Factur-X PDF carries. */
export function ciiXml(invoice: SampleInvoice): Buffer {
  const root = el(
    'rsm:CrossIndustryInvoice',
    [
      el('rsm:ExchangedDocumentContext', [
        el('ram:GuidelineSpecifiedDocumentContextParameter', [el('ram:ID', 'urn:cen.eu:en16931:2017')]),
      ]),
      el('rsm:ExchangedDocument', [
        el('ram:ID', invoice.number),
        el('ram:TypeCode', typeCode(invoice)),
        dateTime('ram:IssueDateTime', invoice.issueDate),
      ]),
      el('rsm:SupplyChainTradeTransaction', [
        ...invoice.lines.map((line, index) => lineItem(invoice, line, index)),
        el('ram:ApplicableHeaderTradeAgreement', [
          party('ram:SellerTradeParty', invoice.supplier, null),
          party('ram:BuyerTradeParty', invoice.buyer, invoice.customerNumber),
          invoice.orderReference === null
            ? null
            : el('ram:BuyerOrderReferencedDocument', [el('ram:IssuerAssignedID', invoice.orderReference)]),
        ]),
        el('ram:ApplicableHeaderTradeDelivery', [
          invoice.deliveryDate === null
            ? null
            : el('ram:ActualDeliverySupplyChainEvent', [dateTime('ram:OccurrenceDateTime', invoice.deliveryDate)]),
        ]),
        settlement(invoice),
      ]),
    ],
    {
      'xmlns:rsm': 'urn:un:unece:uncefact:data:standard:CrossIndustryInvoice:100',
      'xmlns:ram': 'urn:un:unece:uncefact:data:standard:ReusableAggregateBusinessInformationEntity:100',
      'xmlns:udt': 'urn:un:unece:uncefact:data:standard:UnqualifiedDataType:100',
    },
  );
  return xmlDocument(root);
}
