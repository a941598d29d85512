import { type OcrPage, type QualityReport, type Warning } from '../domain/index.js';
import {
  invoiceColumns,
  supplierIdentity,
  type EditedContent,
  type InvoiceColumns,
  type ReadContent,
} from '../payables/index.js';
import { type Stores } from '../persistence/index.js';
import { type QualityGate, type QualityInput } from '../quality/index.js';

export interface Judgement {
  readonly quality: QualityReport;
  readonly columns: InvoiceColumns;
  readonly supplierId: number | null;
}

type JudgeStores = Pick<Stores, 'invoices' | 'suppliers'>;

const PAGE_DIFFERS = /^einvoice\.(differs_from_page|not_on_page|page_unreadable)$/;

/** Holds what was read, or what a person made of it, against the rules and the books. */
export class Judge {
  constructor(
    private readonly gate: QualityGate,
    private readonly clock: () => Date,
  ) {}

  /** Within the transaction that books the outcome: of two invoices with one number, the second sees the first. */
  async assess(
    invoiceId: number,
    content: EditedContent,
    engine: string,
    pages: readonly OcrPage[],
    stores: JudgeStores,
  ): Promise<Judgement> {
    const columns = invoiceColumns(content.fields);
    const identity = supplierIdentity(content.fields);
    const supplierId = identity && (await stores.suppliers.resolve(identity, this.clock()));
    const duplicateOf = await this.duplicateOf(invoiceId, content.fields, columns, stores);
    return { quality: this.quality(content, engine, pages, duplicateOf), columns, supplierId };
  }

  /** What the document alone tells, and whether its number is taken. */
  quality(
    content: ReadContent,
    engine: string,
    pages: readonly OcrPage[],
    duplicateOf: number | null = null,
  ): QualityReport {
    return this.gate.judge({
      invoice: content,
      engine,
      words: wordStatistics(pages),
      xmlComparison: engine === 'embedded' ? { mismatches: openMismatches(content), evidence: {} } : null,
      today: this.clock().toISOString().slice(0, 10),
      duplicateOf,
    });
  }

  /** Another living invoice of the same seller with the same number. */
  async duplicateOf(
    invoiceId: number,
    fields: EditedContent['fields'],
    { numberKey }: InvoiceColumns,
    { invoices }: Pick<Stores, 'invoices'>,
  ): Promise<number | null> {
    const identity = supplierIdentity(fields);
    if (!identity || !numberKey) return null;
    return invoices.findSameNumber(identity.key, numberKey, invoiceId);
  }
}

/** A difference between XML and page is settled once a person has set the field. */
function openMismatches({ warnings, fields }: ReadContent): Warning[] {
  const byPerson = new Set(Object.entries(fields).flatMap(([name, { source }]) => (source === 'person' ? [name] : [])));
  return warnings.filter(({ code, params }) => PAGE_DIFFERS.test(code) && !byPerson.has(String(params.field)));
}

function wordStatistics(pages: readonly OcrPage[]): QualityInput['words'] {
  const words = pages.flatMap((page) => page.words);
  if (words.length === 0) return null;
  return { meanConfidence: words.reduce((sum, word) => sum + word.confidence, 0) / words.length, count: words.length };
}
