import { compact, FIELD_KINDS, type FieldName } from '../../domain/index.js';
import { plainText } from '../metrics/similarity.js';
import { minorOf } from './amounts.js';
import {
  finding,
  nothingToCheck,
  valueOf,
  type Params,
  type QualityCheck,
  type QualityInput,
} from './quality-check.js';

/** Without these an invoice cannot be booked. */
export const MANDATORY: readonly FieldName[] = ['invoiceNumber', 'issueDate', 'sellerName', 'totalWithVat', 'currency'];

function chargesVat(input: QualityInput): boolean {
  const [net, vat, gross] = (['totalWithoutVat', 'totalVat', 'totalWithVat'] as const).map((name) =>
    minorOf(input, name),
  );
  if (vat === null && net === null) return input.invoice.vatBreakdown.some((row) => Number(row.amount) !== 0);
  return (vat ?? 0) !== 0 || (net ?? gross) !== gross;
}

export const mandatoryPresent: QualityCheck = {
  code: 'mandatory.present',
  about: 'Number, date, seller, total and currency are there, and where VAT is charged its amount and base too.',
  run(input) {
    const wanted: FieldName[] = [
      ...MANDATORY,
      ...(chargesVat(input) ? (['totalWithoutVat', 'totalVat'] as const) : []),
    ];
    const missing = wanted.filter((name) => valueOf(input, name) === null);
    const params: Params = missing.length > 0 ? { missing: missing.join(', ') } : {};
    return finding(missing.length === 0, 'blocking', { fields: missing, params });
  },
};

export const partiesDiffer: QualityCheck = {
  code: 'parties.differ',
  about: 'Seller and buyer are not the same company.',
  run(input) {
    const pairs = [
      ['sellerVatId', 'buyerVatId'],
      ['sellerName', 'buyerName'],
    ] as const;
    const form = (name: FieldName): string => {
      const value = valueOf(input, name) ?? '';
      return FIELD_KINDS[name] === 'identifier' ? compact(value) : plainText(value);
    };
    const given = pairs.filter((pair) => pair.every((name) => form(name) !== ''));
    if (given.length === 0) return nothingToCheck;
    const same = given.filter(([seller, buyer]) => form(seller) === form(buyer));
    return finding(same.length === 0, 'blocking', { fields: same.flat() });
  },
};
