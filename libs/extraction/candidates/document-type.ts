import { type Facts } from '../facts.js';
import { hasMeaning, type Label, meaningsOf } from '../labels/index.js';
import { textOf } from '../layout/index.js';
import { type Candidate, positionFeatures, printed } from './candidate.js';

/** Does the word stand as a heading: first in its cell, written large or with a capital, not deep in a sentence? */
function isHeading(facts: Facts, label: Label): { opens: boolean; short: boolean; capital: boolean } {
  const line = facts.layout.lines[label.line]!;
  const segment = line.segments.find((candidate) => candidate.tokens.includes(label.tokens[0]!))!;
  return {
    opens: segment.tokens.find((token) => token.norm !== '') === label.tokens[0],
    short: segment.tokens.length <= label.tokens.length + 5,
    capital: /^\p{Lu}/u.test(label.tokens[0]!.text),
  };
}

/** `Avoir`, or a label for its number that begins with the word (`Avoir n°`). */
function namesCredit(label: Label): boolean {
  if (hasMeaning(label, 'title.creditNote')) return true;
  if (!hasMeaning(label, 'invoiceNumber') || hasMeaning(label, 'otherRef')) return false;
  return label.tokens.some((_, index) =>
    [label.tokens.slice(0, index + 1), label.tokens.slice(index)].some((part) =>
      meaningsOf(textOf(part)).some((meaning) => meaning.key === 'title.creditNote'),
    ),
  );
}

/** Words that name the kind of document, with how much they look like its title. */
export function documentTypeCandidates(facts: Facts): Candidate[] {
  const found: Candidate[] = [];
  for (const label of facts.labels.flat()) {
    const credit = namesCredit(label);
    const invoice = hasMeaning(label, 'title.invoice');
    const mention =
      hasMeaning(label, 'invoiceNumber', 'issueDate') &&
      label.meanings.some((meaning) => meaning.strong && meaning.key === 'invoiceNumber');
    if (!credit && !invoice && !mention) continue;
    const heading = isHeading(facts, label);
    if (credit && !(heading.opens && heading.capital)) continue;
    const features = {
      ...positionFeatures(label, facts),
      heading: heading.opens && heading.short ? 1 : 0,
      title: credit || invoice ? 1 : 0,
    };
    found.push({
      field: 'documentType',
      value: credit ? 'creditNote' : 'invoice',
      ...printed(label, facts),
      features,
      why: [`title:${label.text}`],
    });
  }
  return found;
}
