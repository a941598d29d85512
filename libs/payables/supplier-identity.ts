import { compact, isSiren, isVatId, sirenOfVatId, type Field, type FieldName } from '../domain/index.js';
import { type SupplierIdentity } from './invoice-record.js';

const MAX_NAME = 191;

/**
 * Who the seller is, by the strongest sign there is: SIREN (also that of a French VAT number or a SIRET), else VAT
 * number, else name. Numbers that fail their checksum identify nobody. Null when even the name is missing.
 */
export function supplierIdentity(fields: Readonly<Record<FieldName, Field>>): SupplierIdentity | null {
  const vatId = checked(fields.sellerVatId.value, isVatId);
  const siren = checked(fields.sellerLegalId.value?.replace(/\D/g, '').slice(0, 9), isSiren) ?? sirenOf(vatId);
  const name = fields.sellerName.value?.trim().slice(0, MAX_NAME) ?? '';
  const nameKey = name
    .normalize('NFD')
    .replace(/\p{M}/gu, '')
    .toUpperCase()
    .replace(/[^0-9A-Z]+/g, ' ')
    .trim();
  const key = siren ? `siren:${siren}` : vatId ? `vat:${vatId}` : nameKey ? `name:${nameKey}` : null;
  return key === null ? null : { key: key.slice(0, MAX_NAME), name: name || (vatId ?? siren)!, vatId, siren };
}

const checked = (text: string | null | undefined, check: (text: string) => boolean): string | null =>
  text && check(text) ? compact(text) : null;

const sirenOf = (vatId: string | null): string | null => (vatId === null ? null : sirenOfVatId(vatId));
