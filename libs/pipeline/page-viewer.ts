import { randomBytes } from 'node:crypto';
import { mkdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { type Readable } from 'node:stream';
import { buffer } from 'node:stream/consumers';
import { SandyError, type UnitOfWork } from '../domain/index.js';
import { viewerImage, type DocumentReader } from '../documents/index.js';
import { type InvoiceStore, type StoredDocument } from '../payables/index.js';
import { type BlobStore } from '../storage/index.js';

/** Shows documents: page pictures, made when first asked for and kept, and the file itself. */
export class PageViewer {
  private readonly underWay = new Map<string, Promise<Buffer>>();

  constructor(
    private readonly work: UnitOfWork<{ invoices: InvoiceStore }>,
    private readonly documents: DocumentReader,
    private readonly blobs: BlobStore,
    /** For pictures that are not finished. */
    private readonly scratch: string,
  ) {}

  /**
   * @param page from 1
   * @returns WebP bytes
   * @throws SandyError `resource.not_found`
   */
  async image(invoiceId: number, page: number): Promise<Buffer> {
    const document = await this.documentOf(invoiceId);
    if (page < 1 || page > document.pageCount) throw new SandyError('resource.not_found', { page });
    const key = `pages/${document.sha256.slice(0, 2)}/${document.sha256}/${page}.webp`;
    if (await this.blobs.has(key)) return buffer(await this.blobs.read(key));
    const making = this.underWay.get(key) ?? this.make(document, page, key);
    this.underWay.set(key, making);
    return making.finally(() => this.underWay.delete(key));
  }

  async file(invoiceId: number): Promise<{ document: StoredDocument; content: Readable }> {
    const document = await this.documentOf(invoiceId);
    return { document, content: await this.blobs.read(document.blobKey) };
  }

  private async documentOf(invoiceId: number): Promise<StoredDocument> {
    const document = await this.work.read((stores) => stores.invoices.findDocument(invoiceId));
    if (!document) throw new SandyError('resource.not_found', { invoice: invoiceId });
    return document;
  }

  private make(document: StoredDocument, number: number, key: string): Promise<Buffer> {
    return this.blobs.withFile(document.blobKey, async (path) => {
      const open = await this.documents.open(path);
      try {
        const { content } = await viewerImage(await open.pages[number - 1]!.raster());
        const part = join(this.scratch, randomBytes(16).toString('hex'));
        await mkdir(this.scratch, { recursive: true });
        await writeFile(part, content);
        await this.blobs.put(key, part);
        return content;
      } finally {
        await open.close();
      }
    });
  }
}
