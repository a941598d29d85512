import { SandyError, type FieldName, type InvoiceStatus, type OcrPage, type UnitOfWork } from '../domain/index.js';
import {
  applyEdit,
  invoiceColumns,
  type Invoice,
  type InvoiceDetail,
  type InvoiceEdit,
  type InvoiceQuery,
  type Paged,
  type Supplier,
} from '../payables/index.js';
import { type Stores } from '../persistence/index.js';
import { type EngineChoice } from './engine-choice.js';
import { type Judge } from './judge.js';
import { READ_JOB } from './reading-job.js';

/** Who acts, on which version; without a version, on the present one. */
export interface Act {
  readonly actor: string;
  readonly version?: number;
}

const MANDATORY: readonly FieldName[] = ['invoiceNumber', 'issueDate', 'sellerName', 'totalWithVat', 'currency'];
const DECIDED: readonly InvoiceStatus[] = ['accepted', 'rejected'];

/** What a person does with an invoice. Each act is one transaction and one line of its history. */
export class InvoiceDesk {
  constructor(
    private readonly work: UnitOfWork<Stores>,
    private readonly judge: Judge,
    private readonly engines: EngineChoice,
    private readonly jobAttempts: number,
    private readonly jobAdded: () => void,
  ) {}

  list(query: InvoiceQuery): Promise<Paged<Invoice>> {
    return this.work.read(({ invoices }) => invoices.page(query));
  }

  counts(): Promise<Record<InvoiceStatus, number>> {
    return this.work.read(({ invoices }) => invoices.countByStatus());
  }

  /** @throws SandyError `resource.not_found` */
  find(id: number): Promise<InvoiceDetail> {
    return this.work.read((stores) => found(stores, id));
  }

  /** @throws SandyError `resource.not_found` when there is no such page or nothing was read on it */
  async words(id: number, page: number): Promise<OcrPage> {
    const words = await this.work.read(({ invoices }) => invoices.ocrPage(id, page));
    if (!words) throw new SandyError('resource.not_found', { invoice: id, page });
    return words;
  }

  suppliers(query: { page: number; perPage: number; q?: string }): Promise<Paged<Supplier>> {
    return this.work.read(({ suppliers }) => suppliers.page(query));
  }

  /** @throws SandyError `resource.not_found` */
  async supplier(id: number): Promise<Supplier> {
    const supplier = await this.work.read(({ suppliers }) => suppliers.find(id));
    if (!supplier) throw new SandyError('resource.not_found', { supplier: id });
    return supplier;
  }

  /** @throws SandyError `request.invalid` when nothing is to be changed, `value.*`, `resource.not_found`, `invoice.wrong_status`, `invoice.version_conflict` */
  async edit(id: number, edit: InvoiceEdit, act: Act): Promise<InvoiceDetail> {
    if (!edit.fields && !edit.lines && !edit.vatBreakdown) throw new SandyError('request.invalid', { reason: 'empty' });
    return this.act(id, act, ['in_review'], async (invoice, stores) => {
      if (!invoice.content) throw new SandyError('invoice.wrong_status', { status: invoice.status });
      const { content, changes, rowsChanged } = applyEdit(invoice.content, edit);
      const pages = await stores.invoices.ocrPages(id);
      const judged = await this.judge.assess(id, content, invoice.engine ?? '', pages, stores);
      const { quality, columns, supplierId } = judged;
      const saved = await stores.invoices.saveContent(
        id,
        invoice.version,
        { ...content, quality },
        columns,
        supplierId,
      );
      if (!saved) throw new SandyError('invoice.version_conflict', { version: act.version ?? null });
      const { lines, vatBreakdown } = invoice.content;
      const after = { lines: content.lines, vatBreakdown: content.vatBreakdown };
      const rows = rowsChanged ? { before: { lines, vatBreakdown }, after } : {};
      await stores.invoices.addEvent(id, {
        at: new Date(),
        actor: act.actor,
        kind: 'edited',
        data: { changes, ...rows },
      });
    });
  }

  /** @throws SandyError `invoice.incomplete`, `invoice.duplicate_number`, and as `edit` */
  accept(id: number, act: Act & { evenIfDuplicate: boolean }): Promise<InvoiceDetail> {
    return this.act(id, act, ['in_review'], async (invoice, stores) => {
      const fields = invoice.content?.fields;
      const missing = MANDATORY.filter((name) => !fields?.[name].value);
      if (!fields || missing.length > 0) throw new SandyError('invoice.incomplete', { fields: missing.join(',') });
      const other = await this.judge.duplicateOf(id, fields, invoiceColumns(fields), stores);
      if (other !== null && !act.evenIfDuplicate) throw new SandyError('invoice.duplicate_number', { invoice: other });
      await this.decide(stores, id, 'accepted', act.actor, other === null ? {} : { duplicateOf: other });
    });
  }

  /** @throws SandyError as `edit` */
  reject(id: number, act: Act & { reason: string }): Promise<InvoiceDetail> {
    return this.act(id, act, ['in_review', 'failed'], (_invoice, stores) =>
      this.decide(stores, id, 'rejected', act.actor, { reason: act.reason }),
    );
  }

  /** @throws SandyError as `edit` */
  reopen(id: number, act: Act): Promise<InvoiceDetail> {
    return this.act(id, act, DECIDED, async (invoice, stores) => {
      const status = invoice.content ? 'in_review' : 'failed';
      await stores.invoices.setStatus(id, { status, decidedAt: null, decidedBy: null });
      const data = { from: invoice.status };
      await stores.invoices.addEvent(id, { at: new Date(), actor: act.actor, kind: 'reopened', data });
    });
  }

  /** @throws SandyError `engine.*`, `resource.not_found`, `invoice.wrong_status` */
  async reprocess(id: number, engine: string, actor: string): Promise<void> {
    await this.engines.check(engine);
    await this.act(id, { actor }, ['in_review', 'failed', 'rejected'], async (_invoice, stores) => {
      const now = new Date();
      const undecided = { failure: null, decidedAt: null, decidedBy: null };
      await stores.invoices.setStatus(id, { status: 'queued', engineRequested: engine, ...undecided });
      await stores.invoices.addEvent(id, { at: now, actor, kind: 'reprocess_asked', data: { engine } });
      await stores.jobs.add({ kind: READ_JOB, subjectId: id, maxAttempts: this.jobAttempts }, now);
    });
    this.jobAdded();
  }

  private act(
    id: number,
    { version }: Act,
    allowed: readonly InvoiceStatus[],
    change: (invoice: InvoiceDetail, stores: Stores) => Promise<void>,
  ): Promise<InvoiceDetail> {
    return this.work.run(async (stores) => {
      await stores.invoices.lock(id);
      const invoice = await found(stores, id);
      if (version !== undefined && version !== invoice.version) {
        throw new SandyError('invoice.version_conflict', { version, present: invoice.version });
      }
      if (!allowed.includes(invoice.status)) {
        throw new SandyError('invoice.wrong_status', { status: invoice.status });
      }
      await change(invoice, stores);
      return found(stores, id);
    });
  }

  private async decide(
    { invoices }: Stores,
    id: number,
    kind: 'accepted' | 'rejected',
    actor: string,
    data: Record<string, unknown>,
  ): Promise<void> {
    const now = new Date();
    await invoices.setStatus(id, { status: kind, decidedAt: now, decidedBy: actor });
    await invoices.addEvent(id, { at: now, actor, kind, data });
  }
}

async function found({ invoices }: Stores, id: number): Promise<InvoiceDetail> {
  const invoice = await invoices.find(id);
  if (!invoice) throw new SandyError('resource.not_found', { invoice: id });
  return invoice;
}
