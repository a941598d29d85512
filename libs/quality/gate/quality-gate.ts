import { type FieldName, type QualityReport } from '../../domain/index.js';
import { QUALITY_CHECKS, type QualityCheck, type QualityInput } from '../checks/index.js';
import { scoreOf } from './score.js';

export const DEFAULT_THRESHOLD = 0.7;

/** Who sent an invoice, as read; the books decide what makes two sellers the same. */
export type SellerValues = Readonly<Record<'sellerName' | 'sellerVatId' | 'sellerLegalId', string | null>>;

/** Looks into the books. */
export interface DuplicateFinder {
  /**
   * Another invoice of that seller with that number (compared without spaces, punctuation and case) that was not
   * rejected.
   * @param exceptId the invoice at hand; null when it is not in the books yet
   */
  findSame(seller: SellerValues, invoiceNumber: string, exceptId: number | null): Promise<number | null>;
}

export interface QualityGateOptions {
  /** 0–1; an invoice with a lower score waits for a person. */
  readonly threshold?: number;
  readonly checks?: readonly QualityCheck[];
}

/** Says of a reading whether it may go into the books without a person. */
export class QualityGate {
  private readonly threshold: number;
  private readonly checks: readonly QualityCheck[];

  /** @param duplicates null where there are no books, as on the command line */
  constructor(
    private readonly duplicates: DuplicateFinder | null,
    { threshold = DEFAULT_THRESHOLD, checks = QUALITY_CHECKS }: QualityGateOptions = {},
  ) {
    this.threshold = threshold;
    this.checks = checks;
  }

  /** @param invoiceId of the invoice at hand; null when it is not in the books yet */
  async assess(material: Omit<QualityInput, 'duplicateOf'>, invoiceId: number | null): Promise<QualityReport> {
    return this.judge({ ...material, duplicateOf: await this.findDuplicate(material, invoiceId) });
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

  private async findDuplicate(
    { invoice }: Omit<QualityInput, 'duplicateOf'>,
    invoiceId: number | null,
  ): Promise<number | null> {
    const value = (name: FieldName): string | null => invoice.fields[name].value;
    const number = value('invoiceNumber');
    if (this.duplicates === null || number === null) return null;
    const [sellerName, sellerVatId, sellerLegalId] = [
      value('sellerName'),
      value('sellerVatId'),
      value('sellerLegalId'),
    ];
    return this.duplicates.findSame({ sellerName, sellerVatId, sellerLegalId }, number, invoiceId);
  }
}
