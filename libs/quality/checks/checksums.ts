import { compact, isBic, isIban, isSiren, isSiret, isVatId, sirenOfVatId, type FieldName } from '../../domain/index.js';
import { finding, nothingToCheck, valueOf, type Params, type QualityCheck } from './quality-check.js';

type Severity = 'blocking' | 'warning';

/** A value that fails stays: it is what is printed, and a person may know better. */
function checksum(
  code: string,
  about: string,
  names: readonly FieldName[],
  severity: Severity,
  isValid: (text: string) => boolean,
): QualityCheck {
  return {
    code,
    about,
    run(input) {
      const given = names.filter((name) => valueOf(input, name) !== null);
      if (given.length === 0) return nothingToCheck;
      const wrong = given.filter((name) => !isValid(valueOf(input, name)!));
      const params: Params = wrong.length > 0 ? { value: valueOf(input, wrong[0]!) } : {};
      return finding(wrong.length === 0, severity, { fields: wrong.length > 0 ? wrong : given, params });
    },
  };
}

export const checksums: readonly QualityCheck[] = [
  checksum('checksum.iban', 'The IBAN passes its mod 97 check.', ['iban'], 'blocking', isIban),
  checksum('checksum.bic', 'The BIC has the form of ISO 9362.', ['bic'], 'warning', isBic),
  checksum(
    'checksum.legal_id',
    "The seller's SIREN or SIRET passes its Luhn check.",
    ['sellerLegalId'],
    'warning',
    (text) => isSiren(text) || isSiret(text),
  ),
  checksum(
    'checksum.vat_id',
    "VAT ids have their country's form, and French ones the right key.",
    ['sellerVatId', 'buyerVatId'],
    'warning',
    isVatId,
  ),
];

export const identifiersAgree: QualityCheck = {
  code: 'identifiers.agree',
  about: "The seller's French VAT id and SIREN or SIRET name the same company.",
  run(input) {
    const vatId = valueOf(input, 'sellerVatId');
    const siren = vatId === null ? null : sirenOfVatId(vatId);
    const legalId = compact(valueOf(input, 'sellerLegalId') ?? '');
    if (siren === null || !/^\d{9}(\d{5})?$/.test(legalId)) return nothingToCheck;
    const params = { vatSiren: siren, siren: legalId.slice(0, 9) };
    return finding(legalId.startsWith(siren), 'warning', { fields: ['sellerVatId', 'sellerLegalId'], params });
  },
};
