import { formatFixed, formatMicro, type Minor } from '../domain/index.js';
import units from './data/units.json' with { type: 'json' };
import { type SampleInvoice, type SampleLine } from './invoice-model.js';

/** What CII and UBL have in common: code lists and decimal forms of EN 16931. */

export const decimal = (minor: Minor): string => formatFixed(minor, 2);

/** BT-130 by UN/ECE recommendation 20 and 21. */
export const unitCode = (unit: string): string => (units as Record<string, string>)[unit] ?? 'C62';

export const quantityDecimal = (line: SampleLine): string => formatMicro(line.quantityMilli * 1000);

/** BT-146 is net of the line's discount: price less percent, with four decimals so that no cent is lost on the way. */
export const netPrice = (line: SampleLine): string => formatFixed(line.unitPrice * (100 - line.discountPercent), 4);

/** BT-118: standard, exempt or reverse charge. */
export const vatCategory = (invoice: SampleInvoice): 'S' | 'E' | 'AE' =>
  invoice.regime === 'standard' ? 'S' : invoice.regime === 'exempt' ? 'E' : 'AE';

/** BT-121, for VAT that is not charged. */
export const exemptionCode = (invoice: SampleInvoice): string | null =>
  invoice.regime === 'exempt' ? 'VATEX-FR-FRANCHISE' : invoice.regime === 'reverseCharge' ? 'VATEX-EU-AE' : null;

/** BT-120. */
export const exemptionReason = (invoice: SampleInvoice): string | null =>
  invoice.regime === 'exempt'
    ? 'TVA non applicable, art. 293 B du CGI'
    : invoice.regime === 'reverseCharge'
      ? 'Autoliquidation'
      : null;

/** BT-3. */
export const typeCode = (invoice: SampleInvoice): '380' | '381' => (invoice.kind === 'invoice' ? '380' : '381');

/** BT-81: SEPA transfer or direct debit. */
export const paymentMeansCode = (invoice: SampleInvoice): '58' | '59' =>
  invoice.paymentMethod === 'transfer' ? '58' : '59';

/** The reason of a document-level discount, BT-97. */
export const DISCOUNT_REASON = 'Remise commerciale';
