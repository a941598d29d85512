import { type PageImage } from '../domain/index.js';

export type DocumentMime =
  'application/pdf' | 'image/png' | 'image/jpeg' | 'image/tiff' | 'image/webp' | 'image/heic' | 'application/xml';

export interface DocumentLimits {
  readonly maxBytes: number;
  readonly maxPages: number;
  /** Of one page, as it would be decoded or rendered. */
  readonly maxPixels: number;
  /** For opening and for each page operation; a file that hangs its reader is ended by force. */
  readonly timeoutMs: number;
}

/** What a look at a file tells before any work is done on it. */
export interface DocumentInfo {
  readonly mime: DocumentMime;
  readonly sizeBytes: number;
  /** 0 for a plain XML file. */
  readonly pageCount: number;
  readonly hasEmbeddedXml: boolean;
}

/** A document ready to be read. Always `close()` it. */
export interface OpenDocument extends DocumentInfo {
  readonly pages: readonly PageImage[];
  /** The e-invoice XML inside (Factur-X, ZUGFeRD, XRechnung) or the file itself; null when there is none. */
  readonly embeddedXml: { readonly name: string; readonly content: Buffer } | null;
  close(): Promise<void>;
}

/** Opens files. Nothing is believed of a file but its bytes: not its name, not its declared type. */
export interface DocumentReader {
  /** @throws SandyError one of the `document.*` codes */
  inspect(path: string): Promise<DocumentInfo>;
  /** @throws SandyError one of the `document.*` codes */
  open(path: string): Promise<OpenDocument>;
  dispose(): Promise<void>;
}
