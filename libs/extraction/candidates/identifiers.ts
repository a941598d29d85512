import { type Facts } from '../facts.js';
import { bics, ibans } from './bank-ids.js';
import { type Candidate } from './candidate.js';
import { legalIds, vatIds } from './company-ids.js';
import { type SideOf } from './on-line.js';

/** VAT ids, SIREN and SIRET, IBAN and BIC wherever they stand, with the side they seem to belong to. */
export function identifierCandidates(facts: Facts, sideOf: SideOf): Candidate[] {
  return facts.layout.lines.flatMap((line) => [
    ...vatIds(facts, line, sideOf),
    ...legalIds(facts, line, sideOf),
    ...ibans(facts, line, sideOf),
    ...bics(facts, line, sideOf),
  ]);
}
