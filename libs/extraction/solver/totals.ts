import { type AmountCandidate, type TotalField } from '../candidates/amounts.js';
import { type Scored } from '../scoring/index.js';
import { type RateLine } from '../vat/index.js';
import bonuses from './bonuses.json' with { type: 'json' };

export interface ChosenAmount {
  readonly scored: Scored<AmountCandidate>;
  readonly why: string[];
}

export interface Totals {
  readonly chosen: Partial<Record<TotalField, ChosenAmount>>;
  /** Net + VAT = gross, with printed figures. */
  readonly confirmed: boolean;
}

interface Evidence {
  readonly rates: readonly RateLine[];
  /** Percentages printed anywhere. */
  readonly percents: readonly number[];
  /** Sum of the line amounts in cents, null without lines. */
  readonly linesSum: number | null;
}

type Pick = Scored<AmountCandidate> | null;
const KEPT = 8;

const value = (pick: Pick): number | null => pick?.candidate.cents ?? null;

function judge(
  net: number | null,
  vat: number | null,
  gross: number | null,
  evidence: Evidence,
): { score: number; why: string[] } {
  let score = 0;
  const why: string[] = [];
  if (net !== null && vat !== null && gross !== null) {
    if (Math.abs(net + vat - gross) <= 1) {
      score += vat === 0 ? bonuses.addsUpWithoutVat : bonuses.addsUp;
      why.push('arithmetic:totals');
    } else score += bonuses.doesNotAddUp;
  }
  if (net !== null && vat !== null && vat > 0) {
    const rate = evidence.percents.some((percent) => Math.abs((net * percent) / 100 - vat) <= 2);
    const rows =
      evidence.rates.length > 0 &&
      Math.abs(evidence.rates.reduce((sum, row) => sum + row.amount, 0) - vat) <= evidence.rates.length;
    const { rates } = evidence;
    const bases = rates.reduce((sum, row) => sum + (row.base ?? 0), 0);
    if (rates.length >= 2 && rows && Math.abs(bases - net) <= rates.length) score += bonuses.allRatesFit;
    if (rate || rows) {
      score += bonuses.rateFits;
      why.push('arithmetic:vat_rate');
    }
    if (vat > 0.4 * net) score += bonuses.tooMuchVat;
  }
  if (net !== null && gross !== null && gross < net) score += bonuses.grossBelowNet;
  if (vat !== null && gross !== null && vat >= gross && vat > 0) score += bonuses.grossBelowNet;
  if (evidence.linesSum !== null && evidence.linesSum > 0) {
    if (net !== null && Math.abs(evidence.linesSum - net) <= 1) {
      score += bonuses.linesMakeNet;
      why.push('arithmetic:lines');
    } else if (gross !== null && Math.abs(evidence.linesSum - gross) <= 1) {
      score += bonuses.linesMakeGross;
      why.push('arithmetic:lines');
    }
  }
  return { score, why };
}

/** One candidate a place and value is enough: the best-scored, `KEPT` of them, and none. */
function choices(ranked: readonly Scored<AmountCandidate>[], field: TotalField): Pick[] {
  const seen = new Set<number>();
  const kept: Pick[] = [];
  for (const scored of ranked) {
    if (scored.candidate.field !== field || seen.has(scored.candidate.cents) || kept.length >= KEPT) continue;
    seen.add(scored.candidate.cents);
    kept.push(scored);
  }
  return [...kept, null];
}

/** The three totals together: what labels say, held against net + VAT = gross, printed rates and the sum of lines. */
export function solveTotals(ranked: readonly Scored<AmountCandidate>[], evidence: Evidence): Totals {
  const [nets, vats, grosses] = [
    choices(ranked, 'totalWithoutVat'),
    choices(ranked, 'totalVat'),
    choices(ranked, 'totalWithVat'),
  ];
  let best: { net: Pick; vat: Pick; gross: Pick; score: number; why: string[] } = {
    net: null,
    vat: null,
    gross: null,
    score: 0,
    why: [],
  };
  for (const net of nets) {
    for (const vat of vats) {
      for (const gross of grosses) {
        const judged = judge(value(net), value(vat), value(gross), evidence);
        let score = judged.score + (net?.score ?? 0) + (vat?.score ?? 0) + (gross?.score ?? 0);
        if (net && gross && net.candidate.place === gross.candidate.place) score += bonuses.samePlace;
        if (net && vat && net.candidate.place === vat.candidate.place) score += bonuses.samePlace;
        if (vat && gross && vat.candidate.place === gross.candidate.place) score += bonuses.samePlace;
        const unproven =
          [net, vat, gross].some((pick) => pick?.candidate.features['repaired']) &&
          !judged.why.some((reason) => reason === 'arithmetic:totals' || reason === 'arithmetic:lines');
        if (unproven) continue;
        if (score > best.score) best = { net, vat, gross, score, why: judged.why };
      }
    }
  }
  const confirmed = best.why.includes('arithmetic:totals');
  const chosen: Partial<Record<TotalField, ChosenAmount>> = {};
  const entries: [TotalField, Pick][] = [
    ['totalWithoutVat', best.net],
    ['totalVat', best.vat],
    ['totalWithVat', best.gross],
    ['amountDue', solveDue(choices(ranked, 'amountDue'), value(best.gross))],
  ];
  for (const [field, pick] of entries) {
    if (pick !== null) chosen[field] = { scored: pick, why: field === 'amountDue' ? [] : best.why };
  }
  return { chosen, confirmed };
}

function solveDue(dues: readonly Pick[], gross: number | null): Pick {
  let best: Pick = null;
  let bestScore = 0;
  for (const due of dues) {
    if (due === null || (due.candidate.features['repaired'] && due.candidate.cents !== gross)) continue;
    const score =
      due.score +
      (due.candidate.cents === gross ? bonuses.dueIsGross : 0) +
      (gross !== null && due.candidate.cents > gross ? bonuses.dueAboveGross : 0);
    if (score > bestScore) [best, bestScore] = [due, score];
  }
  return best;
}
