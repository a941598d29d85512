import { parseDecimal } from '../format/amounts';
import { parseDate } from '../format/dates';
import { type FieldName, kindOf } from './field-groups';

export type ValueKind =
  'date' | 'amount' | 'quantity' | 'rate' | 'currency' | 'documentType' | 'identifier' | 'compact' | 'text';

export type Normalised = { readonly ok: true; readonly value: string | null } | { readonly ok: false };

const COMPACT: readonly FieldName[] = ['iban', 'bic', 'sellerVatId', 'buyerVatId', 'sellerLegalId'];
const SYMBOLS: Readonly<Record<string, string>> = { '€': 'EUR', $: 'USD', '£': 'GBP' };

/** How the value of a header field is typed and kept. */
export function valueKindOf(name: FieldName): ValueKind {
  const kind = kindOf(name);
  if (COMPACT.includes(name)) return 'compact';
  return kind === 'name' ? 'text' : kind;
}

/** What a person typed, or words taken from the page, as the API keeps it; an empty text is no value. */
export function normalise(kind: ValueKind, typed: string): Normalised {
  const text = typed.replace(/[\s\u00a0\u202f]+/g, ' ').trim();
  if (text === '') return { ok: true, value: null };
  switch (kind) {
    case 'date':
      return given(parseDate(text));
    case 'amount':
      return given(parseDecimal(text, 2));
    case 'quantity':
      return given(parseDecimal(text, 6));
    case 'rate': {
      const rate = parseDecimal(text, 2);
      return given(rate !== null && !rate.startsWith('-') && Number(rate) < 1000 ? Number(rate).toFixed(2) : null);
    }
    case 'currency':
      return given(/^[A-Za-z]{3}$/.test(text) ? text.toUpperCase() : (SYMBOLS[text] ?? null));
    case 'documentType':
      return given(text === 'invoice' || text === 'creditNote' ? text : null);
    case 'compact':
      return given(
        withoutEdges(text)
          .replace(/[\s.-]/g, '')
          .toUpperCase(),
      );
    case 'identifier':
      return given(withoutEdges(text));
    case 'text':
      return given(text);
  }
}

const given = (value: string | null): Normalised => (value === null ? { ok: false } : { ok: true, value });

/** Labels often end in a colon, and a number may stand in brackets. */
const withoutEdges = (text: string): string => text.replace(/^[\s:;,(]+|[\s:;,)]+$/g, '');
