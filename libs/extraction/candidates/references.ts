import { type FieldName } from '../../domain/index.js';
import { type Facts } from '../facts.js';
import { type TableArea } from '../lines/index.js';
import { hasMeaning } from '../labels/index.js';
import { textOf, type Token, type Span, spanOf } from '../layout/index.js';
import { type Candidate, neighbourFeatures, neighboursOf, positionFeatures, printed, whyLabel } from './candidate.js';

type ReferenceField = Extract<FieldName, 'invoiceNumber' | 'buyerId' | 'orderReference'>;
const REFERENCE_FIELDS: readonly ReferenceField[] = ['invoiceNumber', 'buyerId', 'orderReference'];

const ENDS = /^[:=;|()'’]$/;
const CODE = /^[#№]?[\p{L}\d][\p{L}\d\-_/.+]*$/u;
const NO_CODE = /^\d{1,3}([.,]\d{3})*[.,]\d{2}$|^\d+([.,]\d+)?%$|@|^https?:|^www\.|^\(?\+\d/;

/** Runs of characters without a space between them that carry a digit: numbers of documents, orders, customers. */
export function codesOf(facts: Facts, index: number): Span[] {
  const line = facts.layout.lines[index]!;
  const dates = facts.dates[index]!;
  const labels = facts.labels[index]!;
  const spans: Span[] = [];
  let run: Token[] = [];
  const flush = () => {
    const tokens = run;
    run = [];
    const text = textOf(tokens).replace(/[.,]+$/, '');
    if (!/\d/.test(text) || !CODE.test(text) || NO_CODE.test(text) || text.length > 40) return;
    if (dates.some((date) => date.tokens.length > 0 && tokens.some((token) => date.tokens.includes(token)))) {
      if (tokens.length > 1 || /^\d{1,4}[-/.]/.test(text) || /^\d{1,2}$/.test(text) || !/^\d{8}$/.test(text)) return;
    }
    spans.push(spanOf(tokens, index));
  };
  for (const token of line.tokens) {
    const breaks =
      ENDS.test(token.text) || /[°º#'’]$/.test(run[run.length - 1]?.text ?? '') || (run.length > 0 && !token.glued);
    const inLabel = labels.some((label) => label.tokens.includes(token)) && !/\d/.test(token.text);
    if (breaks || inLabel) flush();
    if (!ENDS.test(token.text) && !inLabel && !/[°º#]$/.test(token.text)) run.push(token);
  }
  flush();
  return joinSpaced(spans, facts, index);
}

/** `FA 2024-001` and `2024 0012` are one number each: a short prefix in capitals, or digits set in groups. */
function joinSpaced(spans: readonly Span[], facts: Facts, index: number): Span[] {
  const line = facts.layout.lines[index]!;
  const labelled = (token: Token) => facts.labels[index]!.some((label) => label.tokens.includes(token));
  const joined: Span[] = [];
  for (const span of spans) {
    const before = line.tokens[line.tokens.indexOf(span.tokens[0]!) - 1];
    const previous = joined[joined.length - 1];
    const near = before !== undefined && span.x0 - before.x1 < 0.6 * line.em;
    if (
      near &&
      previous?.tokens[previous.tokens.length - 1] === before &&
      /^\d+$/.test(textOf(span.tokens)) &&
      /^([A-Z]{1,4} ?)?\d{2,}$/.test(textOf(previous.tokens))
    ) {
      joined[joined.length - 1] = spanOf([...previous.tokens, ...span.tokens], index);
    } else if (near && /^[A-Z]{1,4}$/.test(before.text) && !labelled(before) && !before.glued) {
      joined.push(spanOf([before, ...span.tokens], index));
    } else joined.push(span);
  }
  return joined;
}

const clean = (text: string): string =>
  text
    .replace(/^[#№]+/, '')
    .replace(/[.,;:]+$/, '')
    .replace(/\s+/g, ' ')
    .trim();

/** Numbers of the invoice, the customer and the order: only where a label or the title announces them. */
export function referenceCandidates(facts: Facts, tables: TableArea): Candidate[] {
  const found: Candidate[] = [];
  const cache = new Map<number, Span[]>();
  const rivalsOf = (line: number): Span[] => {
    let spans = cache.get(line);
    if (spans === undefined) cache.set(line, (spans = codesOf(facts, line)));
    return spans;
  };
  for (const { index } of facts.layout.lines) {
    for (const span of rivalsOf(index)) {
      if (tables.covers(span)) continue;
      const neighbours = neighboursOf(span, facts, rivalsOf, tables);
      const nearest = neighbours[0];
      const value = clean(textOf(span.tokens));
      const shape = {
        digits: Math.min(1, value.replace(/\D/g, '').length / 4),
        long: value.length >= 5 ? 1 : 0,
        mixed: /\p{L}/u.test(value) ? 1 : 0,
        otherLabel:
          nearest !== undefined &&
          hasMeaning(
            nearest.label,
            'otherRef',
            'contact',
            'vatId',
            'siren',
            'siret',
            'iban',
            'bic',
            'otherDate',
            'paymentMeans',
          )
            ? 1
            : 0,
        firstInCell: facts.layout.lines[index]!.segments.some((segment) => segment.tokens[0] === span.tokens[0])
          ? 1
          : 0,
      };
      const seen = new Set<ReferenceField>();
      for (const neighbour of neighbours) {
        for (const meaning of neighbour.label.meanings) {
          const field =
            REFERENCE_FIELDS.find((name) => name === meaning.key) ??
            (meaning.key.startsWith('title.') ? 'invoiceNumber' : undefined);
          if (field === undefined || seen.has(field)) continue;
          seen.add(field);
          found.push({
            field,
            value,
            ...printed(span, facts),
            features: {
              ...neighbourFeatures(neighbour, meaning, neighbours),
              ...positionFeatures(span, facts),
              ...shape,
              title: meaning.key.startsWith('title.') ? 1 : 0,
            },
            why: [whyLabel(neighbour)],
          });
        }
      }
    }
  }
  return found;
}
