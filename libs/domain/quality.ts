/** The outcome of one check. `passed` null: the check had nothing to look at. */
export interface CheckResult {
  readonly code: string;
  readonly passed: boolean | null;
  /** `blocking`: a failure alone sends the invoice to a person. */
  readonly severity: 'blocking' | 'warning';
  /** Fields that the check speaks of; a failed one turns them red in the back office. */
  readonly fields: readonly string[];
  readonly params: Readonly<Record<string, string | number | null>>;
}

export type Verdict = 'accept' | 'review';

export interface QualityReport {
  /** 0–1: how likely it is that every header field is right. */
  readonly score: number;
  /** The threshold that `score` was held against. */
  readonly threshold: number;
  readonly verdict: Verdict;
  readonly checks: readonly CheckResult[];
}
