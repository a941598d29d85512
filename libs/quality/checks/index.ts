import { checksums, identifiersAgree } from './checksums.js';
import { datesInOrder, dueDatePlausible, issueDatePlausible } from './dates.js';
import { mandatoryPresent, partiesDiffer } from './parties.js';
import { type QualityCheck } from './quality-check.js';
import { duplicateNumber, einvoiceMatchesPage, einvoiceReadable, ocrConfidence } from './reading.js';
import { amountDue, linesMultiply, linesSum, totalsAddUp, vatRateTimesBase, vatRowsSum } from './totals.js';

export { type QualityCheck, type QualityInput } from './quality-check.js';
export { MANDATORY } from './parties.js';

/** Every check, in the order in which a person would look. */
export const QUALITY_CHECKS: readonly QualityCheck[] = [
  mandatoryPresent,
  totalsAddUp,
  vatRowsSum,
  vatRateTimesBase,
  linesSum,
  linesMultiply,
  amountDue,
  ...checksums,
  identifiersAgree,
  datesInOrder,
  issueDatePlausible,
  dueDatePlausible,
  partiesDiffer,
  duplicateNumber,
  einvoiceMatchesPage,
  einvoiceReadable,
  ocrConfidence,
];
