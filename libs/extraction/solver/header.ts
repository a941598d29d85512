import { addDays } from '../../domain/index.js';
import { type Candidate } from '../candidates/candidate.js';
import { type Scored } from '../scoring/index.js';
import { best } from './pick.js';

export interface Dates {
  readonly issueDate: Scored | null;
  readonly dueDate: Scored | null;
  readonly deliveryDate: Scored | null;
}

const LONGEST_TERM_DAYS = 400;
const TRIED = 6;

/** The dates together: each place serves one of them, and nothing is due before it is issued. */
export function solveDates(ranked: readonly Scored[]): Dates {
  const of = (field: Candidate['field']) => [
    ...ranked.filter(({ candidate, score }) => candidate.field === field && score > -1.5).slice(0, TRIED),
    null,
  ];
  let found: Dates = { issueDate: null, dueDate: null, deliveryDate: null };
  let bestScore = 0;
  for (const issueDate of of('issueDate')) {
    for (const dueDate of of('dueDate')) {
      for (const deliveryDate of of('deliveryDate')) {
        const places = [issueDate, dueDate, deliveryDate].flatMap((pick) => (pick ? [pick.candidate.place] : []));
        if (new Set(places).size < places.length) continue;
        let score = [issueDate, dueDate, deliveryDate].reduce((sum, pick) => sum + (pick?.score ?? 0), 0);
        if (issueDate && dueDate) {
          if (dueDate.candidate.value < issueDate.candidate.value) score -= 4;
          else if (dueDate.candidate.value > addDays(issueDate.candidate.value, LONGEST_TERM_DAYS)) score -= 2;
          else score += 0.5;
        }
        if (score > bestScore) [found, bestScore] = [{ issueDate, dueDate, deliveryDate }, score];
      }
    }
  }
  const likely = (pick: Scored | null) => (pick !== null && pick.score > -0.5 ? pick : null);
  return {
    issueDate: likely(found.issueDate),
    dueDate: likely(found.dueDate),
    deliveryDate: likely(found.deliveryDate),
  };
}

export interface References {
  readonly invoiceNumber: Scored | null;
  readonly buyerId: Scored | null;
  readonly orderReference: Scored | null;
}

/** The invoice's own number first; the others stand elsewhere. */
export function solveReferences(ranked: readonly Scored[]): References {
  const invoiceNumber = best(ranked, 'invoiceNumber');
  const taken = new Set(invoiceNumber ? [invoiceNumber.candidate.place] : []);
  const buyerId = best(
    ranked,
    'buyerId',
    (candidate) => !taken.has(candidate.place) && candidate.value !== invoiceNumber?.candidate.value,
  );
  if (buyerId) taken.add(buyerId.candidate.place);
  const orderReference = best(
    ranked,
    'orderReference',
    (candidate) => !taken.has(candidate.place) && candidate.value !== invoiceNumber?.candidate.value,
  );
  return { invoiceNumber, buyerId, orderReference };
}
