import { type FieldName } from '../../domain/index.js';
import { type Facts } from '../facts.js';
import { type TableArea } from '../lines/index.js';
import { hasMeaning } from '../labels/index.js';
import { type DateValue } from '../values/index.js';
import {
  type Candidate,
  type Neighbour,
  neighbourFeatures,
  neighboursOf,
  positionFeatures,
  printed,
  whyLabel,
} from './candidate.js';

type DateField = Extract<FieldName, 'issueDate' | 'dueDate' | 'deliveryDate'>;
const DATE_FIELDS: readonly DateField[] = ['issueDate', 'dueDate', 'deliveryDate'];

/** The date in the document's order; the other way round where that is the only one there is. */
export const settled = (date: DateValue, facts: Facts): string | null =>
  facts.dayOrder === 'mdy' ? (date.mdy ?? date.dmy) : (date.dmy ?? date.mdy);

/** `Facture n° 12 du 3 mai`: on the line of the title, behind it. */
function followsTitle(date: DateValue, facts: Facts): boolean {
  return facts.labels[date.line]!.some(
    (label) =>
      label.x1 <= date.x0 &&
      hasMeaning(label, 'title.invoice', 'title.creditNote', 'invoiceNumber') &&
      !hasMeaning(label, 'otherRef'),
  );
}

const isRange = (date: DateValue, facts: Facts): boolean =>
  facts.dates[date.line]!.some((other) => other !== date && Math.abs(other.x0 - date.x1) < 0.08);

/** The first date of the first page that no label announces and that stands in no sentence. */
function freeDate(facts: Facts, tables: TableArea): DateValue | undefined {
  const first = facts.layout.pages[0];
  return first?.lines
    .filter((line) => line.y0 < 0.5 * first.height)
    .flatMap((line) => facts.dates[line.index]!)
    .filter((date) => !tables.covers(date))
    .find((date) => {
      const line = facts.layout.lines[date.line]!;
      const segment = line.segments.find((candidate) => candidate.tokens.includes(date.tokens[0]!))!;
      return segment.tokens.length <= date.tokens.length + 3;
    });
}

export function dateCandidates(facts: Facts, tables: TableArea): Candidate[] {
  const found: Candidate[] = [];
  const rivalsOf = (line: number) => facts.dates[line]!;
  const free = freeDate(facts, tables);
  for (const date of facts.dates.flat()) {
    const value = settled(date, facts);
    if (value === null) continue;
    const neighbours = neighboursOf(date, facts, rivalsOf, tables).filter(isDateLabel);
    const nearest = neighbours[0];
    const title = followsTitle(date, facts);
    const shared = {
      ...positionFeatures(date, facts),
      inTable: tables.covers(date) ? 1 : 0,
      range: isRange(date, facts) ? 1 : 0,
      afterTitle: title ? 1 : 0,
      otherLabel:
        nearest !== undefined &&
        !(title && nearest.label.text.length <= 4) &&
        hasMeaning(nearest.label, 'otherDate') &&
        nearest.between === 0 &&
        nearest.words < 2 &&
        nearest.distance < 12
          ? 1
          : 0,
      ambiguous: date.dmy !== null && date.mdy !== null && date.dmy !== date.mdy ? 1 : 0,
    };
    const seen = new Set<DateField>();
    for (const neighbour of neighbours) {
      for (const meaning of neighbour.label.meanings) {
        const field = DATE_FIELDS.find((name) => name === meaning.key);
        if (field === undefined || seen.has(field)) continue;
        if (meaning.strong) seen.add(field);
        found.push({
          field,
          value,
          ...printed(date, facts),
          features: { ...neighbourFeatures(neighbour, meaning, neighbours), ...shared },
          why: [whyLabel(neighbour)],
        });
      }
    }
    if (!seen.has('issueDate')) {
      found.push({
        field: 'issueDate',
        value,
        ...printed(date, facts),
        features: {
          ...shared,
          unlabelled: 1,
          labelledElse: nearest === undefined ? 0 : 1,
          free: date === free ? 1 : 0,
        },
        why: [title ? 'position:title' : 'position:page'],
      });
    }
  }
  return found;
}

function isDateLabel(neighbour: Neighbour): boolean {
  return hasMeaning(neighbour.label, ...DATE_FIELDS, 'otherDate');
}
