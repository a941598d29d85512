import {
  FIELD_KINDS,
  FIELD_NAMES,
  isCalendarDate,
  parseFixed,
  SandyError,
  type FieldName,
} from '../../domain/index.js';

/** Numbers are decimal strings; what is absent or null was not stated. */
export interface TruthLine {
  readonly description?: string | null;
  readonly quantity?: string | null;
  readonly unitPrice?: string | null;
  readonly netAmount?: string | null;
  readonly vatRate?: string | null;
}

export interface TruthVatRow {
  readonly rate?: string | null;
  readonly base?: string | null;
  readonly amount?: string | null;
}

/** What is known of one document: an absent field is unknown, null means that the document does not show it. */
export interface Truth {
  readonly fields: Readonly<Partial<Record<FieldName, string | null>>>;
  /** Absent = not scored. */
  readonly vatBreakdown?: readonly TruthVatRow[];
  readonly lines?: readonly TruthLine[];
  readonly acceptable: Readonly<Partial<Record<FieldName, readonly string[]>>>;
}

/** A `NAME.truth.json`. The truth at the top is that of the visible page. */
export interface TruthFile extends Truth {
  readonly file: string;
  readonly language: string | null;
  readonly kind: string | null;
  /** Layout family, for reports by family. */
  readonly family: string | null;
  /** Fields in which the embedded XML and the page disagree. */
  readonly mismatch: readonly FieldName[];
  /** What the embedded e-invoice says. */
  readonly embedded: Truth | null;
}

/** The section to score a reading path by; null when the file has none. */
export function truthFor(file: TruthFile, path: 'page' | 'embedded'): Truth | null {
  return path === 'embedded' ? file.embedded : file;
}

type Json = Record<string, unknown>;
const isObject = (value: unknown): value is Json =>
  typeof value === 'object' && value !== null && !Array.isArray(value);
const isFieldName = (name: string): name is FieldName => (FIELD_NAMES as readonly string[]).includes(name);

function isDecimal(text: string): boolean {
  try {
    parseFixed(text, 6);
    return true;
  } catch {
    return false;
  }
}

function valueFault(name: FieldName, value: string): string | null {
  const kind = FIELD_KINDS[name];
  if (kind === 'date' && !isCalendarDate(value)) return 'is no date';
  if (kind === 'amount' && !isDecimal(value)) return 'is no decimal number';
  if (kind === 'documentType' && value !== 'invoice' && value !== 'creditNote') return 'is no document type';
  return value.trim() === '' ? 'is empty' : null;
}

function checkFields(fields: unknown, at: string, faults: string[]): void {
  if (!isObject(fields)) return void faults.push(`${at} is missing`);
  for (const [name, value] of Object.entries(fields)) {
    if (!isFieldName(name)) faults.push(`${at}.${name} is no field`);
    else if (value === null) continue;
    else if (typeof value !== 'string') faults.push(`${at}.${name} is no text`);
    else {
      const fault = valueFault(name, value);
      if (fault) faults.push(`${at}.${name} ${fault}`);
    }
  }
}

function checkRows(rows: unknown, at: string, numbers: readonly string[], texts: readonly string[], faults: string[]) {
  if (rows === undefined) return;
  if (!Array.isArray(rows)) return void faults.push(`${at} is no list`);
  rows.forEach((row: unknown, index) => {
    if (!isObject(row)) return void faults.push(`${at}[${index}] is no object`);
    for (const [key, value] of Object.entries(row)) {
      if (!numbers.includes(key) && !texts.includes(key)) faults.push(`${at}[${index}].${key} is unknown`);
      else if (value === null) continue;
      else if (typeof value !== 'string') faults.push(`${at}[${index}].${key} is no text`);
      else if (numbers.includes(key) && !isDecimal(value)) faults.push(`${at}[${index}].${key} is no decimal number`);
    }
  });
}

function checkAcceptable(acceptable: unknown, at: string, faults: string[]): void {
  if (acceptable === undefined) return;
  if (!isObject(acceptable)) return void faults.push(`${at} is no object`);
  for (const [name, values] of Object.entries(acceptable)) {
    if (!isFieldName(name)) faults.push(`${at}.${name} is no field`);
    if (!Array.isArray(values) || values.some((value) => typeof value !== 'string')) {
      faults.push(`${at}.${name} is no list of texts`);
    }
  }
}

function checkTruth(section: Json, prefix: string, faults: string[]): void {
  checkFields(section.fields, `${prefix}fields`, faults);
  checkRows(section.vatBreakdown, `${prefix}vatBreakdown`, ['rate', 'base', 'amount'], [], faults);
  const numbers = ['quantity', 'unitPrice', 'netAmount', 'vatRate'];
  checkRows(section.lines, `${prefix}lines`, numbers, ['description'], faults);
  checkAcceptable(section.acceptable, `${prefix}acceptable`, faults);
}

function truthOf(section: Json): Truth {
  const { fields, vatBreakdown, lines, acceptable } = section as unknown as Truth;
  return {
    fields,
    ...(vatBreakdown && { vatBreakdown }),
    ...(lines && { lines }),
    acceptable: acceptable ?? {},
  };
}

/**
 * Checks the parsed JSON of a truth file.
 * @param source names the file in the error
 * @throws SandyError `evaluation.invalid_truth` with every fault in `faults`
 */
export function readTruth(json: unknown, source: string): TruthFile {
  const faults: string[] = [];
  if (!isObject(json)) throw new SandyError('evaluation.invalid_truth', { file: source, faults: 'not an object' });
  if (typeof json.file !== 'string') faults.push('file is no text');
  checkTruth(json, '', faults);
  if (isObject(json.embedded)) checkTruth(json.embedded, 'embedded.', faults);
  const mismatch = json.mismatch ?? [];
  if (!Array.isArray(mismatch) || !mismatch.every((name) => typeof name === 'string' && isFieldName(name))) {
    faults.push('mismatch is no list of fields');
  }
  if (faults.length > 0) throw new SandyError('evaluation.invalid_truth', { file: source, faults: faults.join('; ') });
  const text = (value: unknown): string | null => (typeof value === 'string' ? value : null);
  return {
    ...truthOf(json),
    file: json.file as string,
    language: text(json.language),
    kind: text(json.kind),
    family: text(json.family),
    mismatch: mismatch as FieldName[],
    embedded: isObject(json.embedded) ? truthOf(json.embedded) : null,
  };
}
