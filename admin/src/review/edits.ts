import { type Edit, type LineInput } from '../api/invoices';
import { type Field, type Invoice, type Line } from '../api/types';
import { FIELD_ORDER, type FieldName } from './field-groups';

/** A change that a person made, and the change that takes it back. */
export interface Step {
  readonly edit: Edit;
  readonly inverse: Edit;
}

export interface FieldChange {
  readonly field: FieldName;
  readonly before: string | null;
  readonly after: string | null;
}

export const toInput = ({ description, quantity, unitPrice, netAmount, vatRate, evidence }: Line): LineInput => ({
  description,
  quantity,
  unitPrice,
  netAmount,
  vatRate,
  evidence,
});

/** The change that brings the touched parts back to what they are now. */
export function inverseOf(edit: Edit, invoice: Invoice): Edit {
  const { fields, lines, vatBreakdown } = edit;
  const names = Object.keys(fields ?? {}) as FieldName[];
  return {
    ...(fields && { fields: Object.fromEntries(names.map((name) => [name, invoice.fields?.[name].value ?? null])) }),
    ...(lines && { lines: invoice.lines.map(toInput) }),
    ...(vatBreakdown && { vatBreakdown: invoice.vatBreakdown }),
  };
}

/** The invoice as it will be once the server has taken the change; checks stay as they were until it has. */
export function applied(invoice: Invoice, { fields = {}, lines, vatBreakdown }: Edit): Invoice {
  if (!invoice.fields) return invoice;
  const changed = { ...invoice.fields };
  for (const [name, value] of Object.entries(fields) as [FieldName, string | null][]) {
    changed[name] = byPerson(changed[name], value);
  }
  return {
    ...invoice,
    fields: changed,
    lines: lines
      ? lines.map((line) => ({
          ...line,
          confidence: 1,
          evidence: (line.evidence ?? []).map((one) => ({ ...one, box: [...one.box] })),
        }))
      : invoice.lines,
    vatBreakdown: vatBreakdown ? vatBreakdown.map((row) => ({ ...row })) : invoice.vatBreakdown,
  };
}

function byPerson(field: Field, value: string | null): Field {
  const kept = value !== null && value === field.value;
  return {
    ...field,
    value,
    raw: value,
    confidence: 1,
    source: 'person',
    why: [],
    ...(kept ? {} : { evidence: [], page: null, box: null }),
  };
}

/** Header fields that differ between two states of an invoice. */
export function changesBetween(before: Invoice, after: Invoice): FieldChange[] {
  return FIELD_ORDER.flatMap((field) => {
    const [was, is] = [before.fields?.[field].value ?? null, after.fields?.[field].value ?? null];
    return was === is ? [] : [{ field, before: was, after: is }];
  });
}
