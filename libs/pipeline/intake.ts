import { readFile } from 'node:fs/promises';
import { type InvoiceStatus, type UnitOfWork } from '../domain/index.js';
import { parseEInvoice } from '../documents/einvoice/index.js';
import { type DocumentReader } from '../documents/index.js';
import { type DocumentSource, type DocumentStore, type InvoiceStore, type NewDocument } from '../payables/index.js';
import { type JobStore } from '../queue/index.js';
import { type BlobStore, type ReceivedFile, type Receiver } from '../storage/index.js';
import { type EngineChoice } from './engine-choice.js';
import { READ_JOB } from './reading-job.js';

export interface Arrival {
  readonly originalName: string;
  readonly engine: string;
  readonly source: DocumentSource;
  readonly actor: string;
}

export interface Taken {
  readonly id: number;
  readonly status: InvoiceStatus;
  /** The same bytes were here already. */
  readonly known: boolean;
}

type IntakeStores = { documents: DocumentStore; invoices: InvoiceStore; jobs: JobStore };

/** Where every document comes in: by HTTP, from the watched folder, from the command line. */
export class Intake {
  constructor(
    private readonly work: UnitOfWork<IntakeStores>,
    private readonly documents: DocumentReader,
    private readonly blobs: BlobStore,
    private readonly receiver: Receiver,
    private readonly engines: EngineChoice,
    private readonly jobAttempts: number,
    /** Tells the runner of this process, if there is one. */
    private readonly added: () => void,
  ) {}

  /**
   * Looks at the file, keeps it, and queues its reading. The received file is gone afterwards, whatever happened.
   * @throws SandyError `document.*`, `einvoice.*`, `engine.unknown`, `engine.unavailable`; nothing is stored then
   */
  async take(file: ReceivedFile, arrival: Arrival): Promise<Taken> {
    try {
      await this.engines.check(arrival.engine);
      return (await this.known(file.sha256)) ?? (await this.add(file, arrival));
    } finally {
      await this.receiver.discard(file.path);
    }
  }

  private known(sha256: string): Promise<Taken | null> {
    return this.work.read(async ({ documents, invoices }) => {
      const found = await documents.findBySha256(sha256);
      if (!found) return null;
      const invoice = await invoices.find(found.invoiceId);
      return invoice && { id: invoice.id, status: invoice.status, known: true };
    });
  }

  private async add(file: ReceivedFile, arrival: Arrival): Promise<Taken> {
    const { mime, sizeBytes, pageCount } = await this.documents.inspect(file.path);
    if (mime === 'application/xml') parseEInvoice(await readFile(file.path));
    const { sha256 } = file;
    const blobKey = `documents/${sha256.slice(0, 2)}/${sha256}`;
    const { originalName, source, actor, engine } = arrival;
    const receivedAt = new Date();
    const document = { sha256, mime, sizeBytes, pageCount, originalName, blobKey, source, receivedAt };
    let placed = false;
    const add = async (stores: IntakeStores) => {
      const ids = await stores.documents.addWithInvoice(document, engine);
      if (!ids) return null;
      const data = { source, engine, fileName: originalName };
      await stores.invoices.addEvent(ids.invoiceId, { at: receivedAt, actor, kind: 'received', data });
      const job = { kind: READ_JOB, subjectId: ids.invoiceId, maxAttempts: this.jobAttempts };
      await stores.jobs.add(job, receivedAt);
      // Last, so that a row that fails leaves no file; there already when the transaction begins anew.
      if (!(await this.blobs.has(blobKey))) await this.blobs.put(blobKey, file.path);
      placed = true;
      return ids;
    };
    const added = await this.work.run(add).catch(async (error: unknown) => {
      if (placed) await this.dropUnowned(document, engine);
      throw error;
    });
    if (!added) return (await this.known(sha256))!;
    this.added();
    return { id: added.invoiceId, status: 'queued', known: false };
  }

  /**
   * Takes a file away again whose row was not kept. The attempt to add that row shows whether anybody else has these
   * bytes, and keeps everybody else from adding them meanwhile.
   */
  private async dropUnowned(document: NewDocument, engine: string): Promise<void> {
    const undo = new Error('nothing of this is kept');
    const drop = async ({ documents }: IntakeStores) => {
      if (!(await documents.addWithInvoice(document, engine))) return;
      await this.blobs.delete(document.blobKey);
      throw undo;
    };
    // The caller hears of the first fault; the file is taken up again when the same bytes come again.
    await this.work.run(drop).catch(() => undefined);
  }
}
