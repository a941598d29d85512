import { FIELD_ORDER, type FieldName } from './field-groups';

export type Mark = 'sure' | 'doubtful' | 'failed';

export interface MarkedField {
  readonly value: string | null;
  readonly confidence: number;
  readonly source: string;
}

export interface MarkedCheck {
  readonly code: string;
  readonly passed: boolean | null;
  readonly severity: string;
  readonly fields: readonly string[];
}

export interface MarkedReport {
  readonly threshold: number;
  readonly verdict: string;
  readonly checks: readonly MarkedCheck[];
}

/** The failed checks that speak of a field, the blocking ones first. */
export function failedChecks<C extends MarkedCheck>(name: FieldName, checks: readonly C[]): C[] {
  return checks
    .filter(({ passed, fields }) => passed === false && fields.includes(name))
    .sort((a, b) => Number(b.severity === 'blocking') - Number(a.severity === 'blocking'));
}

/**
 * Red when a blocking check fails on the field, amber when a warning speaks of it or its reading is below the
 * threshold, else no mark. What a person has set is doubted only by a check.
 */
export function markOf(name: FieldName, field: MarkedField, report: MarkedReport | null): Mark {
  const failed = failedChecks(name, report?.checks ?? []);
  if (failed.some(({ severity }) => severity === 'blocking')) return 'failed';
  if (field.source === 'person') return 'sure';
  if (failed.length > 0) return 'doubtful';
  const read = field.value !== null && field.source !== 'xml';
  return read && field.confidence < (report?.threshold ?? 0) ? 'doubtful' : 'sure';
}

/**
 * Marks of all fields. An invoice that waits although no single value is doubtful (many small doubts make one large
 * one) has its least sure value marked, so that the person has somewhere to look first.
 */
export function marksOf(
  fields: Readonly<Record<FieldName, MarkedField>>,
  report: MarkedReport | null,
): Record<FieldName, Mark> {
  const marks = Object.fromEntries(FIELD_ORDER.map((name) => [name, markOf(name, fields[name], report)])) as Record<
    FieldName,
    Mark
  >;
  if (report?.verdict !== 'review' || Object.values(marks).some((mark) => mark !== 'sure')) return marks;
  if (report.checks.some(({ passed, severity }) => passed === false && severity === 'blocking')) return marks;
  const read = FIELD_ORDER.filter((name) => {
    const { value, source, confidence } = fields[name];
    return value !== null && source !== 'person' && source !== 'xml' && confidence < 1;
  });
  const weakest = read.sort((a, b) => fields[a].confidence - fields[b].confidence)[0];
  return weakest ? { ...marks, [weakest]: 'doubtful' } : marks;
}

/** The next field after `from` that a person should look at, going round; null when there is none. */
export function nextDoubtful(marks: Readonly<Record<FieldName, Mark>>, from: FieldName | null): FieldName | null {
  const start = from === null ? -1 : FIELD_ORDER.indexOf(from);
  const round = [...FIELD_ORDER.slice(start + 1), ...FIELD_ORDER.slice(0, start + 1)];
  return round.find((name) => name !== from && marks[name] !== 'sure') ?? null;
}
