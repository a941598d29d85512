/** Checksums of the identifiers on a French invoice. All take text as printed; spaces, dots and dashes do not matter. */

/** Its establishments have numbers of their own kind: the sum of the digits is a multiple of 5. */
const LA_POSTE = '356000000';
const LA_POSTE_HEAD_OFFICE = '35600000000048';

export const compact = (text: string): string => text.toUpperCase().replace(/[^0-9A-Z]/g, '');

function luhn(digits: string): boolean {
  let sum = 0;
  for (let i = 0; i < digits.length; i++) {
    const digit = Number(digits[digits.length - 1 - i]);
    const doubled = i % 2 === 1 ? digit * 2 : digit;
    sum += doubled > 9 ? doubled - 9 : doubled;
  }
  return sum % 10 === 0;
}

export function isSiren(text: string): boolean {
  const digits = compact(text);
  return /^\d{9}$/.test(digits) && digits !== '000000000' && luhn(digits);
}

export function isSiret(text: string): boolean {
  const digits = compact(text);
  if (!/^\d{14}$/.test(digits) || !isSiren(digits.slice(0, 9))) return false;
  if (!digits.startsWith(LA_POSTE) || digits === LA_POSTE_HEAD_OFFICE) return luhn(digits);
  return [...digits].reduce((sum, digit) => sum + Number(digit), 0) % 5 === 0;
}

/** The key of a French VAT number for a SIREN: `732829320` → `44`. */
export function frenchVatKey(siren: string): string {
  return String((12 + 3 * (Number(compact(siren)) % 97)) % 97).padStart(2, '0');
}

/** Forms of VAT numbers by country (EU, GB, CH, NO), without checksum. */
const VAT_FORMS: Record<string, RegExp> = {
  AT: /^U\d{8}$/,
  BE: /^[01]?\d{9}$/,
  BG: /^\d{9,10}$/,
  CY: /^\d{8}[A-Z]$/,
  CZ: /^\d{8,10}$/,
  DE: /^\d{9}$/,
  DK: /^\d{8}$/,
  EE: /^\d{9}$/,
  EL: /^\d{9}$/,
  ES: /^[A-Z0-9]\d{7}[A-Z0-9]$/,
  FI: /^\d{8}$/,
  FR: /^[0-9A-HJ-NP-Z]{2}\d{9}$/,
  GB: /^(\d{9}|\d{12}|(GD|HA)\d{3})$/,
  HR: /^\d{11}$/,
  HU: /^\d{8}$/,
  IE: /^(\d[A-Z0-9+*]\d{5}[A-Z]|\d{7}[A-W][A-I]?)$/,
  IT: /^\d{11}$/,
  LT: /^(\d{9}|\d{12})$/,
  LU: /^\d{8}$/,
  LV: /^\d{11}$/,
  MT: /^\d{8}$/,
  NL: /^\d{9}B\d{2}$/,
  PL: /^\d{10}$/,
  PT: /^\d{9}$/,
  RO: /^\d{2,10}$/,
  SE: /^\d{12}$/,
  SI: /^\d{8}$/,
  SK: /^\d{10}$/,
  XI: /^(\d{9}|\d{12})$/,
  CHE: /^\d{9}(MWST|TVA|IVA)?$/,
};

export function isVatIdForm(text: string): boolean {
  const id = compact(text);
  if (id.startsWith('CHE')) return VAT_FORMS.CHE!.test(id.slice(3));
  return VAT_FORMS[id.slice(0, 2)]?.test(id.slice(2)) ?? false;
}

/** Form, and for France the key too where it is numeric and the body is a SIREN (Monaco's 000… is none). */
export function isVatId(text: string): boolean {
  const id = compact(text);
  if (!isVatIdForm(id)) return false;
  if (!id.startsWith('FR')) return true;
  const key = id.slice(2, 4);
  const siren = id.slice(4);
  if (siren.startsWith('000') || !/^\d\d$/.test(key)) return true;
  return isSiren(siren) && frenchVatKey(siren) === key;
}

/** The SIREN inside a French VAT number, else null. */
export function sirenOfVatId(text: string): string | null {
  const id = compact(text);
  return /^FR[0-9A-HJ-NP-Z]{2}\d{9}$/.test(id) && !id.slice(4).startsWith('000') ? id.slice(4) : null;
}

const IBAN_LENGTHS: Record<string, number> = {
  AD: 24,
  AE: 23,
  AL: 28,
  AT: 20,
  AZ: 28,
  BA: 20,
  BE: 16,
  BG: 22,
  BH: 22,
  BR: 29,
  CH: 21,
  CR: 22,
  CY: 28,
  CZ: 24,
  DE: 22,
  DK: 18,
  DO: 28,
  EE: 20,
  EG: 29,
  ES: 24,
  FI: 18,
  FO: 18,
  FR: 27,
  GB: 22,
  GE: 22,
  GI: 23,
  GL: 18,
  GR: 27,
  GT: 28,
  HR: 21,
  HU: 28,
  IE: 22,
  IL: 23,
  IS: 26,
  IT: 27,
  JO: 30,
  KW: 30,
  KZ: 20,
  LB: 28,
  LI: 21,
  LT: 20,
  LU: 20,
  LV: 21,
  MC: 27,
  MD: 24,
  ME: 22,
  MK: 19,
  MR: 27,
  MT: 31,
  MU: 30,
  NL: 18,
  NO: 15,
  PK: 24,
  PL: 28,
  PS: 29,
  PT: 25,
  QA: 29,
  RO: 24,
  RS: 22,
  SA: 24,
  SE: 24,
  SI: 19,
  SK: 24,
  SM: 27,
  TN: 24,
  TR: 26,
  UA: 29,
  VG: 24,
  XK: 20,
};

export function ibanLength(country: string): number | null {
  return IBAN_LENGTHS[country] ?? null;
}

/** Country and length only. */
export function isIbanForm(text: string): boolean {
  const iban = compact(text);
  return /^[A-Z]{2}\d{2}[0-9A-Z]+$/.test(iban) && iban.length === IBAN_LENGTHS[iban.slice(0, 2)];
}

/** Form and the mod 97 check. */
export function isIban(text: string): boolean {
  const iban = compact(text);
  if (!isIbanForm(iban)) return false;
  let remainder = 0;
  for (const char of iban.slice(4) + iban.slice(0, 4)) {
    remainder = Number(String(remainder) + String(parseInt(char, 36))) % 97;
  }
  return remainder === 1;
}

/** ISO 9362: bank, country (one that has IBANs or is in ISO 3166's common list), location, optional branch. */
export function isBic(text: string): boolean {
  const bic = compact(text);
  return (
    /^[A-Z]{4}([A-Z]{2})[A-Z0-9]{2}([A-Z0-9]{3})?$/.test(bic) &&
    (bic.slice(4, 6) in IBAN_LENGTHS || ['US', 'JP', 'CN', 'CA', 'AU', 'HK', 'SG', 'IN'].includes(bic.slice(4, 6)))
  );
}
