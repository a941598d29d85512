import { FIELD_NAMES } from '../../domain/index.js';
import { type Counts, type Evaluation } from './score.js';
import { type Share } from './wilson.js';

const HEADINGS = ['field', 'truth', 'given', 'right', 'precision', 'recall', 'F1'];

const figure = (value: number | null): string => (value === null ? '–' : value.toFixed(3));
const percent = (value: number | null): string => (value === null ? '–' : `${(100 * value).toFixed(1)} %`);

const row = (label: string, { truth, given, right, precision, recall, f1 }: Counts): string[] => [
  label,
  String(truth),
  String(given),
  String(right),
  figure(precision),
  figure(recall),
  figure(f1),
];

function aligned(rows: readonly (readonly string[])[]): string[] {
  const widths = HEADINGS.map((_, column) => Math.max(...rows.map((cells) => cells[column]!.length)));
  return rows.map((cells) =>
    cells
      .map((cell, column) => (column === 0 ? cell.padEnd(widths[0]!) : cell.padStart(widths[column]!)))
      .join('  ')
      .trimEnd(),
  );
}

const shareLine = (label: string, { count, of, share, low, high }: Share): string =>
  `${label}: ${count} of ${of} = ${percent(share)} (95 %: ${percent(low)} to ${percent(high)})`;

/** An evaluation as an aligned table of plain text. `withErrors` lists every wrong field of every document below it. */
export function evaluationTable(evaluation: Evaluation, { withErrors = false } = {}): string {
  const { fields, header, lines, vatRows, verdicts, accepted, silentErrors } = evaluation;
  const table = aligned([
    HEADINGS,
    ...FIELD_NAMES.flatMap((name) => (fields[name] ? [row(name, fields[name])] : [])),
    row('header (all fields)', header),
    row('lines', lines),
    row('VAT rows', vatRows),
  ]);
  return [
    ...table,
    '',
    `documents: ${evaluation.documents}, unreadable: ${evaluation.unreadable}`,
    shareLine('documents right', evaluation.documentsRight),
    shareLine('documents right with lines', evaluation.documentsRightWithLines),
    ...(accepted ? [`verdicts: ${verdicts.accept} accept, ${verdicts.review} review, ${verdicts.none} none`] : []),
    ...(accepted ? [shareLine('straight through (accepted)', accepted)] : []),
    ...(silentErrors ? [shareLine('silent errors (accepted, yet a field is wrong)', silentErrors)] : []),
    ...(withErrors ? errorLines(evaluation) : []),
    '',
  ].join('\n');
}

function errorLines({ perDocument }: Evaluation): string[] {
  return perDocument.flatMap(({ name, unreadable, wrong, lines, vatRows, verdict }) => {
    const faults = [
      ...(unreadable ? ['unreadable'] : wrong.map(({ field, truth, read }) => `${field}: ${read} instead of ${truth}`)),
      ...rowFault('lines', lines),
      ...rowFault('VAT rows', vatRows),
    ];
    return faults.length === 0 ? [] : ['', `${name}${verdict ? ` (${verdict})` : ''}`, ...faults.map((f) => `  ${f}`)];
  });
}

const rowFault = (label: string, counted: Counts | null): string[] =>
  counted === null || (counted.right === counted.truth && counted.right === counted.given)
    ? []
    : [`${label}: ${counted.right} right, ${counted.given} given, ${counted.truth} in truth`];

/** The same for programs: ratios rounded to four decimals. */
export function evaluationJson(evaluation: Evaluation): string {
  const rounded = (_: string, value: unknown): unknown =>
    typeof value === 'number' ? Math.round(value * 10_000) / 10_000 : value;
  return JSON.stringify(evaluation, rounded);
}
