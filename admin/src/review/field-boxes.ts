import { type Invoice } from '../api/types';
import { FIELD_ORDER, type FieldName } from './field-groups';
import { type Mark } from './field-marks';
import { type Box, enclosing } from './geometry';

export interface FieldBox {
  readonly name: FieldName;
  readonly box: Box;
  readonly mark: Mark;
}

/** Where the header fields stand on a page, one box for every place. */
export function fieldBoxes(invoice: Invoice, page: number, marks: Readonly<Record<FieldName, Mark>>): FieldBox[] {
  return FIELD_ORDER.flatMap((name) =>
    (invoice.fields?.[name].evidence ?? [])
      .filter((place) => place.page === page)
      .map(({ box }) => ({ name, box, mark: marks[name] })),
  );
}

/** The first page that a field or line stands on, and its place there. */
export function placeOf(
  evidence: readonly { readonly page: number; readonly box: Box }[] | undefined,
): { readonly page: number; readonly box: Box } | null {
  const page = evidence?.[0]?.page;
  if (!evidence || page === undefined) return null;
  const box = enclosing(evidence.filter((place) => place.page === page).map((place) => place.box));
  return box && { page, box };
}
