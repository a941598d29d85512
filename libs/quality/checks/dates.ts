import { addDays, daysBetween } from '../../domain/index.js';
import { finding, nothingToCheck, valueOf, type QualityCheck } from './quality-check.js';

export const datesInOrder: QualityCheck = {
  code: 'dates.in_order',
  about: 'The due date is not before the issue date.',
  run(input) {
    const [issued, due] = [valueOf(input, 'issueDate'), valueOf(input, 'dueDate')];
    if (issued === null || due === null) return nothingToCheck;
    return finding(due >= issued, 'blocking', { fields: ['issueDate', 'dueDate'], params: { issued, due } });
  },
};

/** Invoices are kept for ten years; an older one is more likely a misread year than a late supplier. */
const OLDEST_DAYS = 3653;

/** Midnight is not at the same time everywhere. */
const GRACE_DAYS = 1;

export const issueDatePlausible: QualityCheck = {
  code: 'dates.issue_plausible',
  about: 'The issue date is neither in the future nor more than ten years ago.',
  run(input) {
    const issued = valueOf(input, 'issueDate');
    if (issued === null) return nothingToCheck;
    const age = daysBetween(issued, input.today);
    const passed = issued <= addDays(input.today, GRACE_DAYS) && age <= OLDEST_DAYS;
    return finding(passed, 'blocking', { fields: ['issueDate'], params: { issued, ageDays: age } });
  },
};

/** Longest usual time to pay. The law allows 60 days; instalments and foreign suppliers take more. */
const LONGEST_TERM_DAYS = 366;

export const dueDatePlausible: QualityCheck = {
  code: 'dates.due_plausible',
  about: 'The due date is within a year of the issue date.',
  run(input) {
    const [issued, due] = [valueOf(input, 'issueDate'), valueOf(input, 'dueDate')];
    if (issued === null || due === null) return nothingToCheck;
    const days = daysBetween(issued, due);
    return finding(days <= LONGEST_TERM_DAYS, 'warning', { fields: ['dueDate'], params: { days } });
  },
};
