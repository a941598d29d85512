import { compact, sirenOfVatId } from '../../domain/index.js';
import { type Candidate } from '../candidates/candidate.js';
import { type NameCandidate } from '../parties/index.js';
import { type CandidateScorer, rank, type Scored } from '../scoring/index.js';
import { best } from './pick.js';

export interface Parties {
  readonly seller: Scored<NameCandidate> | null;
  readonly buyer: Scored<NameCandidate> | null;
}

const TRIED = 8;

const same = (a: NameCandidate, b: NameCandidate): boolean =>
  a.place === b.place ||
  a.key === b.key ||
  (Math.min(a.key.length, b.key.length) >= 5 && (a.key.includes(b.key) || b.key.includes(a.key)));

/** Seller and buyer together: they are two, and an address block belongs to one of them. */
export function solveParties(ranked: readonly Scored<NameCandidate>[]): Parties {
  const sellers = [
    ...ranked.filter(({ candidate, score }) => candidate.field === 'sellerName' && score > 0).slice(0, TRIED),
    null,
  ];
  const buyers = [
    ...ranked.filter(({ candidate, score }) => candidate.field === 'buyerName' && score > 0).slice(0, TRIED),
    null,
  ];
  let found: Parties = { seller: null, buyer: null };
  let bestScore = 0;
  for (const seller of sellers) {
    for (const buyer of buyers) {
      if (seller && buyer && same(seller.candidate, buyer.candidate)) continue;
      const sharedBlock =
        seller &&
        buyer &&
        seller.candidate.block === buyer.candidate.block &&
        !buyer.candidate.features['labelled'] &&
        !seller.candidate.features['labelled'];
      const score = (seller?.score ?? 0) + (buyer?.score ?? 0) - (sharedBlock ? 3 : 0);
      if (score > bestScore) [found, bestScore] = [{ seller, buyer }, score];
    }
  }
  return found;
}

/** VAT id and SIREN that fit together speak for each other. */
export function withMatches(candidates: readonly Candidate[]): Candidate[] {
  const legal = candidates.filter((candidate) => candidate.field === 'sellerLegalId');
  const vat = candidates.filter((candidate) => candidate.field === 'sellerVatId');
  const sirens = new Set(vat.map((candidate) => sirenOfVatId(candidate.value)).filter((siren) => siren !== null));
  return candidates.map((candidate) => {
    const siren = candidate.field === 'sellerLegalId' ? candidate.value.slice(0, 9) : sirenOfVatId(candidate.value);
    const ownSide = !candidate.features['otherSide'];
    const matches =
      candidate.field === 'sellerLegalId'
        ? ownSide && sirens.has(siren!)
        : candidate.field === 'sellerVatId' &&
          siren !== null &&
          ownSide &&
          legal.some((other) => !other.features['otherSide'] && other.value.startsWith(siren));
    const siblings = legal.filter((other) => other.value.slice(0, 9) === siren).length;
    const repeated = candidate.field === 'sellerLegalId' && ownSide && siblings > 1 ? 1 : 0;
    return matches || repeated
      ? {
          ...candidate,
          features: { ...candidate.features, matches: matches ? 1 : 0, repeated },
          why: matches ? [...candidate.why, 'matches:siren'] : candidate.why,
        }
      : candidate;
  });
}

export interface Identifiers {
  readonly sellerVatId: Scored | null;
  readonly buyerVatId: Scored | null;
  readonly sellerLegalId: Scored | null;
  readonly iban: Scored | null;
  readonly bic: Scored | null;
}

/** One id is not both parties'; the seller's SIRET is the one its VAT id contains. */
export function solveIdentifiers(candidates: readonly Candidate[], scorer: CandidateScorer): Identifiers {
  const ranked = rank(withMatches(candidates), scorer);
  const labelledBuyers = new Set(
    ranked
      .filter(({ candidate, score }) => candidate.field === 'buyerVatId' && candidate.features['ownSide'] && score > 0)
      .map(({ candidate }) => candidate.value),
  );
  const sellerVatId = best(ranked, 'sellerVatId', (candidate) => !labelledBuyers.has(candidate.value));
  const buyerVatId = best(ranked, 'buyerVatId', (candidate) => candidate.value !== sellerVatId?.candidate.value);
  const siren = sellerVatId && sirenOfVatId(sellerVatId.candidate.value);
  const buyerSiren = buyerVatId && sirenOfVatId(buyerVatId.candidate.value);
  const legal = (candidate: Candidate) => buyerSiren === null || !compact(candidate.value).startsWith(buyerSiren);
  const sellerLegalId =
    (siren && best(ranked, 'sellerLegalId', (candidate) => legal(candidate) && candidate.value.startsWith(siren))) ||
    best(ranked, 'sellerLegalId', legal);
  return { sellerVatId, buyerVatId, sellerLegalId, iban: best(ranked, 'iban'), bic: best(ranked, 'bic') };
}
