import { SandyError, type UnitOfWork } from '../domain/index.js';
import { keepPersonValues, storable, touchedByPerson, type Failure } from '../payables/index.js';
import { type Stores } from '../persistence/index.js';
import { type Job, type JobFailure, type JobHandler } from '../queue/index.js';
import { type BlobStore } from '../storage/index.js';
import { type Judge } from './judge.js';
import { readDocument, type RawReading, type ReadingParts } from './read-document.js';

export const READ_JOB = 'read';
const SYSTEM = 'system';

/** Reads the document of an invoice and books what was read. */
export class ReadingJob implements JobHandler<Stores> {
  readonly kind = READ_JOB;

  constructor(
    private readonly work: UnitOfWork<Stores>,
    private readonly blobs: BlobStore,
    private readonly parts: ReadingParts,
    private readonly judge: Judge,
  ) {}

  async started(job: Job, { invoices }: Stores): Promise<void> {
    await invoices.setStatus(job.subjectId, { status: 'processing', failure: null });
  }

  async run(job: Job, signal: AbortSignal): Promise<(stores: Stores) => Promise<void>> {
    const invoice = await this.work.read((stores) => stores.invoices.find(job.subjectId));
    if (!invoice) throw new SandyError('resource.not_found', { invoice: job.subjectId });
    const raw = await this.blobs.withFile(invoice.document.blobKey, (path) =>
      readDocument(path, invoice.engineRequested, this.parts, signal),
    );
    return (stores) => this.book(job.subjectId, raw, stores);
  }

  async waiting(job: Job, { invoices }: Stores): Promise<void> {
    await invoices.setStatus(job.subjectId, { status: 'queued' });
  }

  /** The document will be the same next time; only a failing engine or machine is worth another try. */
  isFinal(error: unknown): boolean {
    if (!(error instanceof SandyError)) return false;
    const { code } = error;
    if (code === 'engine.failed' || code === 'engine.timeout' || code === 'internal') return false;
    return /^(document|einvoice|engine|resource)\./.test(code);
  }

  async failed(job: Job, failure: JobFailure, { invoices }: Stores): Promise<void> {
    const reason: Failure = { code: failure.code, params: failure.params };
    const before = await invoices.find(job.subjectId);
    // What an earlier reading or a person left is still there to be worked on.
    const status = before?.content ? 'in_review' : 'failed';
    await invoices.setStatus(job.subjectId, { status, failure: reason, readAt: new Date() });
    const data = { ...reason };
    await invoices.addEvent(job.subjectId, { at: new Date(), actor: SYSTEM, kind: 'failed', data });
  }

  private async book(id: number, raw: RawReading, stores: Stores): Promise<void> {
    const { invoices } = stores;
    const before = await invoices.find(id);
    const content = keepPersonValues(before?.content ?? null, storable(raw.invoice));
    const { quality, columns, supplierId } = await this.judge.assess(id, content, raw.engine, raw.pages, stores);
    const { engine, barcodes, pages, ms } = raw;
    await invoices.saveReading(id, { ...content, quality, engine, barcodes, pages, ms }, columns, supplierId);

    const now = new Date();
    const data = { engine, score: quality.score, verdict: quality.verdict, ms: Math.round(ms.total) };
    await invoices.addEvent(id, { at: now, actor: SYSTEM, kind: 'read', data });
    if (quality.verdict === 'review' || touchedByPerson(content)) {
      await invoices.setStatus(id, { status: 'in_review', readAt: now, decidedAt: null, decidedBy: null });
      return;
    }
    await invoices.setStatus(id, { status: 'accepted', readAt: now, decidedAt: now, decidedBy: SYSTEM });
    await invoices.addEvent(id, { at: now, actor: SYSTEM, kind: 'accepted', data: { score: quality.score } });
  }
}
