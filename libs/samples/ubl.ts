import { formatFixed, type Minor } from '../domain/index.js';
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

const EUR = { currencyID: 'EUR' };
const money = (name: string, minor: Minor): XmlNode => el(name, decimal(minor), EUR);
const vatScheme = el('cac:TaxScheme', [el('cbc:ID', 'VAT')]);

function party(name: string, company: Company, customerNumber: string | null): XmlNode {
  const identification = (id: string, attributes: Record<string, string> = {}): XmlNode =>
    el('cac:PartyIdentification', [el('cbc:ID', id, attributes)]);
  return el(name, [
    el('cac:Party', [
      customerNumber === null ? identification(company.siret, { schemeID: '0009' }) : identification(customerNumber),
      el('cac:PostalAddress', [
        el('cbc:StreetName', company.street),
        el('cbc:CityName', company.city),
        el('cbc:PostalZone', company.postcode),
        el('cac:Country', [el('cbc:IdentificationCode', 'FR')]),
      ]),
      company.vatId === null
        ? el('cac:PartyTaxScheme', [el('cbc:CompanyID', company.siren), el('cac:TaxScheme', [el('cbc:ID', 'LOC')])])
        : el('cac:PartyTaxScheme', [el('cbc:CompanyID', company.vatId), vatScheme]),
      el('cac:PartyLegalEntity', [
        el('cbc:RegistrationName', fullName(company)),
        el('cbc:CompanyID', company.siren, { schemeID: '0002' }),
      ]),
    ]),
  ]);
}

const category = (name: string, invoice: SampleInvoice, rate: number, withReason: boolean): XmlNode =>
  el(name, [
    el('cbc:ID', vatCategory(invoice)),
    el('cbc:Percent', formatFixed(rate, 2)),
    withReason ? optional('cbc:TaxExemptionReasonCode', exemptionCode(invoice)) : null,
    withReason ? optional('cbc:TaxExemptionReason', exemptionReason(invoice)) : null,
    vatScheme,
  ]);

function lineItem(invoice: SampleInvoice, line: SampleLine, index: number): XmlNode {
  const credit = invoice.kind === 'creditNote';
  return el(credit ? 'cac:CreditNoteLine' : 'cac:InvoiceLine', [
    el('cbc:ID', String(index + 1)),
    el(credit ? 'cbc:CreditedQuantity' : 'cbc:InvoicedQuantity', quantityDecimal(line), {
      unitCode: unitCode(line.unit),
    }),
    money('cbc:LineExtensionAmount', line.net),
    el('cac:Item', [
      el('cbc:Name', line.description),
      category('cac:ClassifiedTaxCategory', invoice, line.vatRate, false),
    ]),
    el('cac:Price', [el('cbc:PriceAmount', netPrice(line), EUR)]),
  ]);
}

function paymentMeans(invoice: SampleInvoice): XmlNode {
  return el('cac:PaymentMeans', [
    el('cbc:PaymentMeansCode', paymentMeansCode(invoice)),
    invoice.paymentMethod === 'transfer'
      ? el('cac:PayeeFinancialAccount', [
          el('cbc:ID', invoice.account.iban),
          el('cac:FinancialInstitutionBranch', [el('cbc:ID', invoice.account.bic)]),
        ])
      : null,
  ]);
}

function moneyPart(invoice: SampleInvoice): (XmlNode | null)[] {
  const { totals } = invoice;
  return [
    totals.discount > 0
      ? el('cac:AllowanceCharge', [
          el('cbc:ChargeIndicator', 'false'),
          el('cbc:AllowanceChargeReason', DISCOUNT_REASON),
          money('cbc:Amount', totals.discount),
          category('cac:TaxCategory', invoice, totals.vatRows[0]?.rate ?? 0, false),
        ])
      : null,
    el('cac:TaxTotal', [
      money('cbc:TaxAmount', totals.vat),
      ...totals.vatRows.map((row) =>
        el('cac:TaxSubtotal', [
          money('cbc:TaxableAmount', row.base),
          money('cbc:TaxAmount', row.amount),
          category('cac:TaxCategory', invoice, row.rate, true),
        ]),
      ),
    ]),
    el('cac:LegalMonetaryTotal', [
      money('cbc:LineExtensionAmount', totals.lines),
      money('cbc:TaxExclusiveAmount', totals.withoutVat),
      money('cbc:TaxInclusiveAmount', totals.withVat),
      totals.discount > 0 ? money('cbc:AllowanceTotalAmount', totals.discount) : null,
      totals.paid > 0 ? money('cbc:PrepaidAmount', totals.paid) : null,
      money('cbc:PayableAmount', totals.due),
    ]),
  ];
}

/** The invoice as UBL 2.1: an Invoice, or a CreditNote, which has its own root, line and type names. */
export function ublXml(invoice: SampleInvoice): Buffer {
  const credit = invoice.kind === 'creditNote';
  const name = credit ? 'CreditNote' : 'Invoice';
  const root = el(
    name,
    [
      el('cbc:CustomizationID', 'urn:cen.eu:en16931:2017'),
      el('cbc:ID', invoice.number),
      el('cbc:IssueDate', invoice.issueDate),
      credit ? null : optional('cbc:DueDate', invoice.dueDate),
      el(credit ? 'cbc:CreditNoteTypeCode' : 'cbc:InvoiceTypeCode', typeCode(invoice)),
      el('cbc:DocumentCurrencyCode', 'EUR'),
      invoice.period &&
        el('cac:InvoicePeriod', [el('cbc:StartDate', invoice.period[0]), el('cbc:EndDate', invoice.period[1])]),
      invoice.orderReference === null ? null : el('cac:OrderReference', [el('cbc:ID', invoice.orderReference)]),
      invoice.originalNumber === null
        ? null
        : el('cac:BillingReference', [el('cac:InvoiceDocumentReference', [el('cbc:ID', invoice.originalNumber)])]),
      party('cac:AccountingSupplierParty', invoice.supplier, null),
      party('cac:AccountingCustomerParty', invoice.buyer, invoice.customerNumber),
      invoice.deliveryDate === null ? null : el('cac:Delivery', [el('cbc:ActualDeliveryDate', invoice.deliveryDate)]),
      credit ? null : paymentMeans(invoice),
      el('cac:PaymentTerms', [el('cbc:Note', invoice.paymentTerms)]),
      ...moneyPart(invoice),
      ...invoice.lines.map((line, index) => lineItem(invoice, line, index)),
    ],
    {
      xmlns: `urn:oasis:names:specification:ubl:schema:xsd:${name}-2`,
      'xmlns:cac': 'urn:oasis:names:specification:ubl:schema:xsd:CommonAggregateComponents-2',
      'xmlns:cbc': 'urn:oasis:names:specification:ubl:schema:xsd:CommonBasicComponents-2',
    },
  );
  return xmlDocument(root);
}
