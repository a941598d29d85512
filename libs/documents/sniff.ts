import { open } from 'node:fs/promises';
import { fileTypeFromBuffer } from 'file-type';
import sharp from 'sharp';
import { SandyError } from '../domain/index.js';
import { type DocumentMime } from './document.js';
import { secondFormat } from './polyglot.js';
import { isInvoiceRoot, xmlRoot } from './xml-root.js';

const HEAD_BYTES = 64 * 1024;
/** A ZIP's directory end stands within the last 64 KiB and 22 bytes. */
const TAIL_BYTES = 66 * 1024;
/** As far as PDF readers look for a PDF's first line. */
const PDF_HEADER_WITHIN = 1024;
const PICTURES: readonly DocumentMime[] = ['image/png', 'image/jpeg', 'image/tiff', 'image/webp'];

export interface Sniffed {
  readonly mime: DocumentMime;
}

/**
 * What a file is by its bytes alone.
 * @throws SandyError `document.unsupported_type` with `type` (MIME type or null), `document.polyglot`
 */
export async function sniff(path: string, sizeBytes: number): Promise<Sniffed> {
  const { head, tail } = await ends(path, sizeBytes);
  const pdfAt = head.subarray(0, PDF_HEADER_WITHIN + 5).indexOf('%PDF-');
  const type = (await fileTypeFromBuffer(head))?.mime ?? (isTiff(head) ? 'image/tiff' : null);
  const root = xmlRoot(head);
  const mime = pdfAt >= 0 ? 'application/pdf' : root ? 'application/xml' : type;
  const second = secondFormat({ head, tail, pdfAt, type, isXml: root !== null });
  if (second) throw new SandyError('document.polyglot', { type: second.first ?? mime, second: second.format });
  if (mime === 'application/pdf') return { mime };
  if (mime === 'application/xml') {
    if (isInvoiceRoot(root)) return { mime };
    throw new SandyError('document.unsupported_type', {
      type: markupType(root?.localName),
      root: root?.localName ?? null,
    });
  }
  const picture = PICTURES.find((known) => known === mime);
  if (picture) return { mime: picture };
  if (mime === 'image/heic' || mime === 'image/heif') return heic();
  throw new SandyError('document.unsupported_type', { type: mime });
}

/** Sharp's usual build reads AVIF, not HEVC, for patents; one built against a full libheif names the suffix. */
function heic(): Sniffed {
  const suffixes: readonly string[] = sharp.format.heif.input.fileSuffix ?? [];
  if (suffixes.includes('.heic')) return { mime: 'image/heic' };
  throw new SandyError('document.unsupported_type', { type: 'image/heic', reason: 'no_hevc_decoder' });
}

function markupType(root: string | undefined): string {
  if (root?.toLowerCase() === 'html') return 'text/html';
  return root === 'svg' ? 'image/svg+xml' : 'application/xml';
}

/** file-type follows the pointer to the first directory, which may stand behind the head. */
const isTiff = (head: Buffer): boolean => ['II*\0', 'MM\0*'].includes(head.toString('latin1', 0, 4));

async function ends(path: string, sizeBytes: number): Promise<{ head: Buffer; tail: Buffer }> {
  const file = await open(path);
  try {
    const head = Buffer.alloc(Math.min(sizeBytes, HEAD_BYTES));
    const tail = Buffer.alloc(Math.min(sizeBytes, TAIL_BYTES));
    await file.read(head, 0, head.length, 0);
    await file.read(tail, 0, tail.length, sizeBytes - tail.length);
    return { head, tail };
  } finally {
    await file.close();
  }
}
