import { useMemo, useRef } from 'react';
import { type Invoice } from '../api/types';
import { FIELD_ORDER, type FieldName } from './field-groups';
import { type Box } from './geometry';

interface Place {
  readonly page: number;
  readonly box: Box;
}

/**
 * The server forgets where a value stands once a person has set it. While the invoice is open, the places of values
 * that were read or picked are remembered here, so that a picked value lights up and an undone one gets its frame back.
 */
export function usePlaces(invoice: Invoice) {
  const places = useRef(new Map<string, readonly Place[]>());
  const remember = useRef((name: FieldName, value: string, found: readonly Place[]) => {
    places.current.set(`${name}=${value}`, found);
  });

  const placed = useMemo(() => {
    if (!invoice.fields) return invoice;
    const fields = { ...invoice.fields };
    for (const name of FIELD_ORDER) {
      const field = fields[name];
      if (field.value === null) continue;
      if (field.evidence.length > 0) remember.current(name, field.value, field.evidence);
      else {
        const known = places.current.get(`${name}=${field.value}`) ?? [];
        fields[name] = { ...field, evidence: known.map(({ page, box }) => ({ page, box: [...box] })) };
      }
    }
    return { ...invoice, fields };
  }, [invoice]);

  return { placed, remember: remember.current };
}
