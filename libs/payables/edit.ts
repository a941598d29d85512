import {
  ABSENT,
  currencyExponent,
  FIELD_KINDS,
  FIELD_NAMES,
  isCalendarDate,
  SandyError,
  type Field,
  type FieldName,
  type InvoiceLine,
  type VatRow,
} from '../domain/index.js';
import { type InvoiceContent } from './invoice-record.js';

/** What a person changes; what is left out stays. */
export interface InvoiceEdit {
  /** Null = it is not on the document. */
  readonly fields?: Partial<Record<FieldName, string | null>>;
  readonly lines?: readonly EditedLine[];
  readonly vatBreakdown?: readonly VatRow[];
}

export type EditedLine = Pick<InvoiceLine, 'description' | 'quantity' | 'unitPrice' | 'netAmount' | 'vatRate'> & {
  /** Where the line stands, if the person pointed at it or left it where it was. */
  readonly evidence?: InvoiceLine['evidence'];
};

export interface FieldChange {
  readonly field: FieldName;
  readonly before: string | null;
  readonly after: string | null;
}

export type EditedContent = Omit<InvoiceContent, 'quality'>;

/** @throws SandyError `value.not_date`, `value.not_decimal`, `request.invalid`, naming the field */
export function applyEdit(
  content: InvoiceContent,
  edit: InvoiceEdit,
): { content: EditedContent; changes: readonly FieldChange[]; rowsChanged: boolean } {
  const fields = { ...content.fields };
  const changes: FieldChange[] = [];
  for (const name of FIELD_NAMES) {
    const given = edit.fields?.[name];
    if (given === undefined) continue;
    const after = given === null ? null : normalised(name, given);
    const { value: before } = fields[name];
    if (after === before && fields[name].source === 'person') continue;
    fields[name] = byPerson(fields[name], after);
    if (after !== before) changes.push({ field: name, before, after });
  }
  const lines = edit.lines?.map(personLine) ?? content.lines;
  const vatBreakdown = edit.vatBreakdown ?? content.vatBreakdown;
  const { warnings } = content;
  const rowsChanged = edit.lines !== undefined || edit.vatBreakdown !== undefined;
  const rowsByPerson = content.rowsByPerson || rowsChanged;
  const edited = { fields, lines, vatBreakdown, warnings, rowsByPerson };
  checkDecimals(edited, rowsChanged);
  return { content: edited, changes, rowsChanged };
}

/** What a reading may look like before it is judged. */
export type ReadContent = Omit<EditedContent, 'rowsByPerson'>;

/** A later reading never replaces what a person has set. @param before null for a first reading */
export function keepPersonValues(before: InvoiceContent | null, read: ReadContent): EditedContent {
  if (!before) return { ...read, rowsByPerson: false };
  const byPerson = FIELD_NAMES.filter((name) => before.fields[name].source === 'person');
  const kept = Object.fromEntries(byPerson.map((name) => [name, before.fields[name]]));
  const { lines, vatBreakdown } = before.rowsByPerson ? before : read;
  return { ...read, fields: { ...read.fields, ...kept }, lines, vatBreakdown, rowsByPerson: before.rowsByPerson };
}

/** Whether a person has set anything of it. */
export const touchedByPerson = ({ fields, rowsByPerson }: EditedContent): boolean =>
  rowsByPerson || Object.values(fields).some(({ source }) => source === 'person');

/** More decimals than the currency has would be lost in the books. */
function checkDecimals({ fields, lines, vatBreakdown }: EditedContent, rows: boolean): void {
  const exponent = currencyExponent(fields.currency.value);
  const tooFine = (text: string | null) => (text?.split('.')[1]?.length ?? 0) > exponent;
  const amounts = FIELD_NAMES.filter((name) => FIELD_KINDS[name] === 'amount' && fields[name].source === 'person');
  const field = amounts.find((name) => tooFine(fields[name].value));
  if (field) throw new SandyError('value.not_decimal', { field });
  if (rows && lines.some(({ netAmount }) => tooFine(netAmount))) {
    throw new SandyError('value.not_decimal', { field: 'lines' });
  }
  if (rows && vatBreakdown.some(({ base, amount }) => tooFine(base) || tooFine(amount))) {
    throw new SandyError('value.not_decimal', { field: 'vatBreakdown' });
  }
}

/** Without control characters and halves of characters, which no database and no page shows. */
const printable = (text: string): string => text.replace(/[\p{Cc}\p{Cs}]/gu, ' ');

function byPerson(before: Field, value: string | null): Field {
  const evidence = value !== null && value === before.value ? before.evidence : [];
  return { ...ABSENT, value, raw: value, confidence: 1, source: 'person', evidence };
}

function personLine(line: EditedLine): InvoiceLine {
  const { evidence = [], ...rest } = line;
  const description = rest.description === null ? null : printable(rest.description);
  return { ...rest, description, confidence: 1, evidence };
}

function normalised(name: FieldName, given: string): string | null {
  const text = printable(given).trim();
  if (text === '') return null;
  switch (FIELD_KINDS[name]) {
    case 'date':
      if (!isCalendarDate(text)) throw new SandyError('value.not_date', { field: name });
      return text;
    case 'amount':
      if (!/^-?\d{1,12}(\.\d{1,3})?$/.test(text)) throw new SandyError('value.not_decimal', { field: name });
      return text;
    case 'currency':
      if (!/^[A-Za-z]{3}$/.test(text)) throw new SandyError('request.invalid', { field: name });
      return text.toUpperCase();
    case 'documentType':
      if (text !== 'invoice' && text !== 'creditNote') throw new SandyError('request.invalid', { field: name });
      return text;
    default:
      return text;
  }
}
