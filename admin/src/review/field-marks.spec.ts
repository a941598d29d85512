import { FIELD_ORDER, type FieldName } from './field-groups';
import { failedChecks, markOf, marksOf, nextDoubtful, type MarkedField, type MarkedReport } from './field-marks';

const read = (confidence: number, source = 'ocr'): MarkedField => ({ value: 'x', confidence, source });
const absent: MarkedField = { value: null, confidence: 0, source: 'computed' };
const report = (...checks: MarkedReport['checks']): MarkedReport => ({ threshold: 0.85, verdict: 'review', checks });
const failing = (severity: string, ...fields: FieldName[]) => ({ code: 'c', passed: false, severity, fields });

const fields = (given: Partial<Record<FieldName, MarkedField>>) =>
  Object.fromEntries(FIELD_ORDER.map((name) => [name, given[name] ?? absent])) as Record<FieldName, MarkedField>;

describe('the mark of a field', () => {
  it('is absent above the threshold and amber below', () => {
    expect(markOf('iban', read(0.9), report())).toBe('sure');
    expect(markOf('iban', read(0.8), report())).toBe('doubtful');
    expect(markOf('iban', absent, report())).toBe('sure');
  });

  it('is red for a blocking check, even on what a person has set', () => {
    expect(markOf('iban', read(1), report(failing('blocking', 'iban')))).toBe('failed');
    expect(markOf('iban', read(1, 'person'), report(failing('blocking', 'iban')))).toBe('failed');
    expect(markOf('bic', read(1), report(failing('blocking', 'iban')))).toBe('sure');
  });

  it('is amber for a warning, until a person has set the value', () => {
    expect(markOf('iban', read(1), report(failing('warning', 'iban')))).toBe('doubtful');
    expect(markOf('iban', read(1, 'person'), report(failing('warning', 'iban')))).toBe('sure');
  });

  it('puts blocking checks first', () => {
    const checks = [failing('warning', 'iban'), failing('blocking', 'iban'), failing('blocking', 'bic')];
    expect(failedChecks('iban', checks).map(({ severity }) => severity)).toEqual(['blocking', 'warning']);
  });
});

describe('marks of an invoice', () => {
  it('fall on the least sure value when only the sum of small doubts keeps the invoice waiting', () => {
    const marks = marksOf(fields({ iban: read(0.95), dueDate: read(0.9), bic: read(0.2, 'xml') }), report());
    expect(Object.entries(marks).filter(([, mark]) => mark !== 'sure')).toEqual([['dueDate', 'doubtful']]);
  });

  it('fall on nothing in an accepted invoice', () => {
    const marks = marksOf(fields({ iban: read(0.95) }), { ...report(), verdict: 'accept' });
    expect(Object.values(marks).every((mark) => mark === 'sure')).toBe(true);
  });

  it('lead from one doubtful field to the next and round again', () => {
    const marks = marksOf(fields({ iban: read(0.5), issueDate: read(0.5) }), report());
    expect(nextDoubtful(marks, null)).toBe('issueDate');
    expect(nextDoubtful(marks, 'issueDate')).toBe('iban');
    expect(nextDoubtful(marks, 'iban')).toBe('issueDate');
    expect(nextDoubtful(marksOf(fields({}), null), 'iban')).toBeNull();
  });
});
