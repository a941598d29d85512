import { type QualityReport } from '../../domain/index.js';
import { QUALITY_CHECKS, type QualityCheck, type QualityInput } from '../checks/index.js';
import { scoreOf } from './score.js';

export const DEFAULT_THRESHOLD = 0.7;

export interface QualityGateOptions {
  /** 0–1; an invoice with a lower score waits for a person. */
  readonly threshold?: number;
  readonly checks?: readonly QualityCheck[];
}

/** Says of a reading whether it may go into the books without a person. */
export class QualityGate {
  private readonly threshold: number;
  private readonly checks: readonly QualityCheck[];

  constructor({ threshold = DEFAULT_THRESHOLD, checks = QUALITY_CHECKS }: QualityGateOptions = {}) {
    this.threshold = threshold;
    this.checks = checks;
  }

  /** `review` when the score is below the threshold or a blocking check failed. Pure. */
  judge(input: QualityInput): QualityReport {
    const checks = this.checks.map((check) => ({ code: check.code, ...check.run(input) }));
    const score = scoreOf(input.invoice, checks);
    const blocked = checks.some(({ passed, severity }) => passed === false && severity === 'blocking');
    return {
      score,
      threshold: this.threshold,
      verdict: blocked || score < this.threshold ? 'review' : 'accept',
      checks,
    };
  }
}
