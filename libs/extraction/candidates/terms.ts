import { type Facts } from '../facts.js';
import { hasMeaning } from '../labels/index.js';
import { type Segment, textOf, type Token, spanOf } from '../layout/index.js';
import knowledge from '../values/terms.json' with { type: 'json' };
import { type Candidate, printed } from './candidate.js';

const PATTERNS = knowledge.patterns.map((pattern) => new RegExp(pattern, 'iu'));

function behind(facts: Facts, line: number, labelTokens: readonly Token[]): Token[] {
  const { tokens } = facts.layout.lines[line]!;
  let rest = tokens.slice(tokens.indexOf(labelTokens[labelTokens.length - 1]!) + 1);
  while (rest[0] !== undefined && rest[0].norm === '') rest = rest.slice(1);
  const next = facts.labels[line]!.find(
    (label) =>
      rest.includes(label.tokens[0]!) &&
      label.meanings.some((meaning) => meaning.strong) &&
      facts.layout.lines[line]!.segments.some((segment) => segment.tokens[0] === label.tokens[0]),
  );
  return next === undefined ? rest : rest.slice(0, rest.indexOf(next.tokens[0]!));
}

function under(facts: Facts, line: number, x0: number, x1: number): Segment | null {
  const own = facts.layout.lines[line]!;
  const next = facts.layout.lines[line + 1];
  if (next === undefined || next.page !== own.page || next.y0 - own.y1 > 1.5 * own.em) return null;
  return next.segments.find((segment) => segment.x0 < x1 && segment.x1 > x0 - own.em) ?? null;
}

/** Terms of payment as printed: behind or under their label, else a phrase that can be nothing else. */
export function termsCandidates(facts: Facts): Candidate[] {
  const found: Candidate[] = [];
  for (const label of facts.labels.flat()) {
    if (!hasMeaning(label, 'paymentTerms')) continue;
    const right = behind(facts, label.line, label.tokens);
    const below = right.length === 0 ? under(facts, label.line, label.x0, label.x1) : null;
    const tokens = right.length > 0 ? right : (below?.tokens ?? []);
    if (tokens.length === 0 || tokens.length > 30) continue;
    const text = textOf(tokens);
    if (!/\p{L}{2}|\d/u.test(text)) continue;
    const terms =
      PATTERNS.some((pattern) => pattern.test(text)) || /\d+ ?(?:jours|days|tage|dagen|días|giorni)/i.test(text);
    found.push({
      field: 'paymentTerms',
      value: text,
      ...printed(spanOf(tokens, right.length > 0 ? label.line : below!.line), facts),
      features: { labelled: 1, strong: 1, words: label.words / 3, pattern: terms ? 1 : 0 },
      why: [`label:${label.text}`],
    });
  }
  for (const line of facts.layout.lines) {
    for (const segment of line.segments) {
      const match = PATTERNS.map((pattern) => pattern.exec(segment.text)).find((hit) => hit !== null);
      if (!match || segment.text.length > 200) continue;
      found.push({
        field: 'paymentTerms',
        value: match[0].trim(),
        ...printed(spanOf(segment.tokens, line.index), facts),
        features: { pattern: 1, short: segment.tokens.length <= 12 ? 1 : 0 },
        why: ['pattern:payment_terms'],
      });
    }
  }
  return found;
}
