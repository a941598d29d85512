import { daysBetween } from '../domain/index.js';
import { demoSet } from './demo-set.js';
import { type Sample } from './sample.js';

const TODAY = '2026-11-23';

describe('the demonstration set', () => {
  const samples: Sample[] = [];

  beforeAll(async () => {
    for await (const sample of demoSet(TODAY)) samples.push(sample);
  }, 120_000);

  it('is about thirty documents of the six months before the given day, oldest first', () => {
    expect(samples.length).toBeGreaterThanOrEqual(28);
    expect(samples.length).toBeLessThanOrEqual(40);
    const dates = samples.map((sample) => sample.invoice.issueDate);
    expect(dates).toEqual([...dates].sort());
    expect(daysBetween(dates[0] as string, TODAY)).toBeLessThanOrEqual(183);
    expect((dates.at(-1) as string) <= TODAY).toBe(true);
    expect(new Set(dates.map((date) => date.slice(0, 7))).size).toBeGreaterThanOrEqual(6);
  });

  it('has different names and bytes for every document', () => {
    expect(new Set(samples.map((sample) => sample.name)).size).toBe(samples.length);
    expect(new Set(samples.map((sample) => sample.bytes.toString('base64'))).size).toBe(samples.length);
  });

  it('mixes suppliers and file types', () => {
    expect(new Set(samples.map((sample) => sample.invoice.supplier.key)).size).toBeGreaterThanOrEqual(12);
    const types = new Set(samples.map((sample) => sample.mime));
    expect(types).toEqual(new Set(['application/pdf', 'image/jpeg', 'image/png', 'image/tiff']));
    expect(samples.some((sample) => sample.truth.embedded !== undefined)).toBe(true);
  });

  it('repeats exactly one number of a supplier, and holds one XML that disagrees with its page', () => {
    const keys = samples.map((sample) => `${sample.invoice.supplier.key} ${sample.invoice.number}`);
    expect(keys.length - new Set(keys).size).toBe(1);
    expect(samples.filter((sample) => sample.truth.mismatch !== undefined)).toHaveLength(1);
  });

  it('gives every supplier rising numbers apart from the repeated one', () => {
    const repeated = samples.filter((sample) => !sample.name.startsWith('copie-'));
    for (const key of new Set(repeated.map((sample) => sample.invoice.supplier.key))) {
      const numbers = repeated
        .filter((sample) => sample.invoice.supplier.key === key)
        .map((sample) => sample.invoice.number);
      expect(numbers).toEqual([...numbers].sort());
    }
  });
});
