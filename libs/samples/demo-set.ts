import { addDays, type CalendarDate } from '../domain/index.js';
import plan from './data/demo-set.json' with { type: 'json' };
import { supplierByKey } from './company.js';
import { type Flaw, FLAWS, numberOf } from './invent-invoice.js';
import { makeSample, type Sample, SAMPLE_FORMATS, type SampleFormat } from './sample.js';

interface PlannedDocument {
  readonly supplier: string;
  readonly daysAgo: number;
  readonly format?: string;
  readonly kind?: string;
  readonly flaw?: string;
  readonly faint?: boolean;
  readonly mismatch?: boolean;
  /** Bears the number of this supplier's document before, on another day and with other lines. */
  readonly repeatsNumber?: boolean;
}

const known = <T extends string>(values: readonly T[], value: string | undefined): T | undefined =>
  values.find((candidate) => candidate === value);

/**
 * The documents of the demonstration: about thirty over the six months before `today`, most of them clean, some that a
 * person has to look at (a wrong total, no due date, a misprinted or new account, a repeated number, a faint scan, an XML that disagrees).
 * Numbers of a supplier rise with time. Oldest first.
 */
export async function* demoSet(today: CalendarDate): AsyncIterable<Sample> {
  const issued = new Map<string, number>();
  const lastNumber = new Map<string, string>();
  const documents = (plan as PlannedDocument[]).toSorted((a, b) => b.daysAgo - a.daysAgo);
  for (const [index, document] of documents.entries()) {
    const supplier = supplierByKey(document.supplier);
    const issueDate = addDays(today, -document.daysAgo);
    const rank = (issued.get(supplier.key) ?? 0) + 1;
    issued.set(supplier.key, rank);
    const fresh = numberOf(supplier, issueDate, supplier.start + rank * 3);
    const number = (document.repeatsNumber ? lastNumber.get(supplier.key) : undefined) ?? fresh;
    lastNumber.set(supplier.key, number);
    const format: SampleFormat = known(SAMPLE_FORMATS, document.format) ?? 'pdf';
    const flaw: Flaw | undefined = known(FLAWS, document.flaw);
    const sample = await makeSample(1000 + index, {
      supplier: supplier.key,
      buyer: 'cerisaie',
      issueDate,
      number,
      format,
      kind: document.kind === 'creditNote' ? 'creditNote' : 'invoice',
      faint: document.faint ?? false,
      mismatch: document.mismatch ?? false,
      ...(flaw ? { flaw } : {}),
    });
    yield { ...sample, name: document.repeatsNumber ? `copie-${sample.name}` : sample.name };
  }
}
