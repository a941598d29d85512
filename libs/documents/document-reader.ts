import { open, stat } from 'node:fs/promises';
import { SandyError } from '../domain/index.js';
import { DEFAULT_LIMITS } from './limits.js';
import { type DocumentInfo, type DocumentLimits, type DocumentReader, type OpenDocument } from './document.js';
import { chooseInvoiceXml } from './embedded-xml.js';
import { type NativePool } from './native/native-pool.js';
import { PdfDocument } from './pdf-document.js';
import { PictureDocument } from './picture-document.js';
import { sniff, type Sniffed } from './sniff.js';

interface Content {
  readonly info: DocumentInfo;
  readonly embeddedXml: OpenDocument['embeddedXml'];
  readonly source: PdfDocument | PictureDocument | null;
}

/** Opens PDF, pictures and plain e-invoice XML from local files. */
export class FileDocumentReader implements DocumentReader {
  constructor(
    private readonly pool: NativePool,
    private readonly limits: DocumentLimits = DEFAULT_LIMITS,
  ) {}

  async inspect(path: string): Promise<DocumentInfo> {
    const { info, source } = await this.look(path);
    try {
      if (source instanceof PictureDocument) await source.verify();
      return info;
    } finally {
      await source?.close();
    }
  }

  async open(path: string): Promise<OpenDocument> {
    const { info, embeddedXml, source } = await this.look(path);
    try {
      const pages = source ? await source.pages() : [];
      return { ...info, pages, embeddedXml, close: async () => source?.close() };
    } catch (error) {
      await source?.close();
      throw error;
    }
  }

  dispose(): Promise<void> {
    return this.pool.dispose();
  }

  private async look(path: string): Promise<Content> {
    const sizeBytes = await this.sizeOf(path);
    const sniffed = await sniff(path, sizeBytes);
    if (sniffed.mime === 'application/pdf') return this.lookAtPdf(path, sizeBytes);
    if (sniffed.mime === 'application/xml') return this.lookAtXml(path, sizeBytes);
    return this.lookAtPicture(path, sizeBytes, sniffed.mime);
  }

  private async sizeOf(path: string): Promise<number> {
    const { size } = await stat(path);
    if (size === 0) throw new SandyError('document.empty');
    if (size > this.limits.maxBytes) {
      throw new SandyError('document.too_large', { bytes: size, maxBytes: this.limits.maxBytes });
    }
    return size;
  }

  private async lookAtPdf(path: string, sizeBytes: number): Promise<Content> {
    const source = await PdfDocument.open(this.pool, () => readOwn(path), this.limits);
    try {
      const embeddedXml = chooseInvoiceXml(await source.xmlAttachments());
      const { pageCount } = source;
      const info = { mime: 'application/pdf', sizeBytes, pageCount, hasEmbeddedXml: embeddedXml !== null } as const;
      return { info, embeddedXml, source };
    } catch (error) {
      await source.close();
      throw error;
    }
  }

  private async lookAtPicture(path: string, sizeBytes: number, mime: PictureMime): Promise<Content> {
    const source = await PictureDocument.open(path, mime, this.limits);
    const info = { mime, sizeBytes, pageCount: source.pageCount, hasEmbeddedXml: false };
    return { info, embeddedXml: null, source };
  }

  private async lookAtXml(path: string, sizeBytes: number): Promise<Content> {
    const content = Buffer.from(await readOwn(path));
    const info = { mime: 'application/xml', sizeBytes, pageCount: 0, hasEmbeddedXml: true } as const;
    return { info, embeddedXml: { name: 'invoice.xml', content }, source: null };
  }
}

type PictureMime = Exclude<Sniffed['mime'], 'application/pdf' | 'application/xml'>;

/** The whole file in a buffer of its own, so that it can be handed over to a worker. */
async function readOwn(path: string): Promise<Uint8Array> {
  const file = await open(path);
  try {
    const { size } = await file.stat();
    const bytes = new Uint8Array(size);
    const { bytesRead } = await file.read(bytes, 0, size, 0);
    return bytesRead === size ? bytes : bytes.slice(0, bytesRead);
  } finally {
    await file.close();
  }
}
