import { type Facts } from '../facts.js';
import { hasMeaning } from '../labels/index.js';
import { normalise, textOf } from '../layout/index.js';
import { currencyOf } from '../values/index.js';
import formats from '../values/number-formats.json' with { type: 'json' };
import { type Candidate, printed } from './candidate.js';

const NAMES: Record<string, string> = formats.currencyNames;
const AMBIGUOUS = new Set(formats.ambiguousWords);

/** Signs, codes and names of currencies: one candidate a currency, with how often it stands beside amounts. */
export function currencyCandidates(facts: Facts): Candidate[] {
  const seen = new Map<string, { beside: number; alone: number; labelled: number; first: Candidate }>();
  for (const line of facts.layout.lines) {
    const label = facts.labels[line.index]!.find((entry) => hasMeaning(entry, 'currency'));
    line.tokens.forEach((token, i) => {
      const beside = facts.numbers[line.index]!.find(
        (number) => number.currency !== null && number.tokens.includes(token),
      );
      const pair = `${token.norm} ${line.tokens[i + 1]?.norm ?? ''}`.trim();
      const code = beside?.currency ?? currencyOf(token) ?? NAMES[pair] ?? null;
      if (code === null) return;
      if (beside === undefined && AMBIGUOUS.has(normalise(token.text))) return;
      const capital = line.tokens.some((other) => other.norm === 'capital');
      const span = {
        tokens: [token],
        line: line.index,
        page: token.page,
        x0: token.x0,
        x1: token.x1,
        y0: token.y0,
        y1: token.y1,
      };
      const entry = seen.get(code) ?? {
        beside: 0,
        alone: 0,
        labelled: 0,
        first: {
          field: 'currency' as const,
          value: code,
          ...printed(span, facts),
          features: {},
          why: [`currency:${textOf([token])}`],
        },
      };
      if (capital) entry.alone += 0.2;
      else if (beside !== undefined) entry.beside++;
      else entry.alone++;
      if (label !== undefined && label.x0 < token.x0) entry.labelled = 1;
      seen.set(code, entry);
    });
  }
  const all = [...seen.values()].reduce((sum, entry) => sum + entry.beside + entry.alone * 0.5, 0);
  return [...seen.values()].map((entry) => ({
    ...entry.first,
    features: {
      share: (entry.beside + entry.alone * 0.5) / Math.max(all, 1e-9),
      beside: Math.min(1, entry.beside / 3),
      alone: Math.min(1, entry.alone / 2),
      labelled: entry.labelled,
    },
  }));
}
