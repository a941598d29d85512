import { compact, isIban, isSiren, isSiret } from '../../domain/index.js';
import codes from './codes.json' with { type: 'json' };
import { type XmlElement } from './xml-element.js';

/**
 * The SIREN or SIRET among identifiers given in order of preference: the first that names ICD scheme 0002 or 0009,
 * else one without scheme that has the right checksum.
 */
export function legalId(identifiers: readonly XmlElement[]): string | null {
  const digits = (element: XmlElement): string => compact(element.content ?? '');
  const named = identifiers.find(
    (id) => codes.legalIdSchemes.includes(id.attribute('schemeID') ?? '') && /^(\d{9}|\d{14})$/.test(digits(id)),
  );
  const bare = identifiers.find(
    (id) => id.attribute('schemeID') === null && (isSiren(digits(id)) || isSiret(digits(id))),
  );
  const found = named ?? bare;
  return found ? digits(found) : null;
}

/** An identifier without scheme: what the parties call one another, such as a customer number. */
export const ownId = (identifiers: readonly XmlElement[]): string | null =>
  identifiers.find((id) => id.attribute('schemeID') === null)?.content ?? null;

/** The account number when it is an IBAN by checksum, for accounts that are not labelled as one. */
export const ibanOrNull = (account: string | null): string | null => (account && isIban(account) ? account : null);
