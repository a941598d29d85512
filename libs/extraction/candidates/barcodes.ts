import { type Barcode, compact, FIELD_KINDS, type FieldName, isBic, isIban, isVatId } from '../../domain/index.js';
import { pairsOf } from '../barcodes/payload.js';
import { type Facts } from '../facts.js';
import { meaningsOf } from '../labels/index.js';
import { cents, centsText, readDigits, readNumericDate } from '../values/index.js';
import { type Candidate } from './candidate.js';

/** The field's normal form of a value in a barcode, null when it cannot be one. */
function normalValue(field: FieldName, value: string, facts: Facts): string | null {
  switch (FIELD_KINDS[field]) {
    case 'date': {
      const reading = readNumericDate(value.split(/[\sT]/)[0]!);
      return reading && (facts.dayOrder === 'mdy' ? reading.mdy : reading.dmy);
    }
    case 'amount': {
      const digits = readDigits(value.replace(/[^\d.,]/g, ''), '.');
      return digits && centsText(cents(Number(digits.value)));
    }
    case 'currency':
      return /^[A-Z]{3}$/.test(value) ? value : null;
    case 'identifier': {
      if (field === 'iban') return isIban(value) ? compact(value) : null;
      if (field === 'bic') return isBic(value) ? compact(value) : null;
      if (field === 'sellerVatId' || field === 'buyerVatId') return isVatId(value) ? compact(value) : null;
      return /\d/.test(value) && value.length <= 40 ? value : null;
    }
    default:
      return null;
  }
}

function fieldsOf(key: string): FieldName[] {
  const fields = new Set<FieldName>();
  for (const meaning of meaningsOf(key)) {
    if (meaning.key.startsWith('title.')) fields.add('invoiceNumber');
    else if (meaning.key === 'vatId') fields.add('sellerVatId');
    else if (meaning.key in FIELD_KINDS) fields.add(meaning.key as FieldName);
  }
  return [...fields];
}

/** Exact strings from QR codes and barcodes, by the same label words as on the page. */
export function barcodeCandidates(barcodes: readonly Barcode[], facts: Facts): Candidate[] {
  return barcodes.flatMap((barcode, index) =>
    pairsOf(barcode.text).flatMap(({ key, value }, at) =>
      fieldsOf(key).flatMap((field): Candidate[] => {
        const normal = normalValue(field, value, facts);
        if (normal === null) return [];
        return [
          {
            field,
            value: normal,
            raw: value,
            source: 'barcode',
            evidence: [{ page: barcode.page, box: barcode.box }],
            reading: 1,
            features: { barcode: 1 },
            why: [`barcode:${key}`],
            place: -1 - index * 100 - at,
          },
        ];
      }),
    ),
  );
}
