import { SandyError, type Box, type Word } from '../../domain/index.js';
import { type BoundedPdfium, type Pdfium } from './pdfium.js';
import { type PrintedChar, wordsOf } from './printed-words.js';
import { type Attachment, type PdfOutline } from './protocol.js';

const ERROR_PASSWORD = 4;
const ERROR_SECURITY = 5;
const FORM_XFA_FULL = 2;
const FLATTEN_FOR_DISPLAY = 0;
const BITMAP_BGRX = 3;
const RENDER_ANNOTATIONS = 0x01;
const RENDER_LIMITED_IMAGE_CACHE = 0x200;
const INVISIBLE_MODES: readonly number[] = [3, 7];
const WHITE = 0xffffffff;
/** Of one page: far above any invoice; the rest is not read. */
const MAX_CHARS = 100_000;
/** Steps to the page's width and height when PDFium maps page to device coordinates, which are whole numbers. */
const DEVICE = 1_000_000;

type Affine = (x: number, y: number) => readonly [x: number, y: number];

/** One PDF, open in PDFium. All calls are synchronous and may take as long as the file makes them. */
export class PdfSession {
  private constructor(
    private readonly pdfium: Pdfium,
    private readonly takeMemoryRefusal: () => boolean,
    private readonly bytes: number,
    private readonly document: number,
  ) {}

  static open({ pdfium, takeMemoryRefusal }: BoundedPdfium, bytes: Uint8Array): PdfSession {
    const pointer = pdfium._malloc(bytes.length);
    if (pointer === 0) throw new SandyError('document.bomb');
    pdfium.HEAPU8.set(bytes, pointer);
    const document = pdfium._FPDF_LoadMemDocument(pointer, bytes.length, 0);
    if (document !== 0) return new PdfSession(pdfium, takeMemoryRefusal, pointer, document);
    const error = pdfium._FPDF_GetLastError();
    pdfium._free(pointer);
    if (error === ERROR_PASSWORD) throw new SandyError('document.encrypted');
    if (error === ERROR_SECURITY) throw new SandyError('document.encrypted', { reason: 'unsupported_security' });
    throw new SandyError('document.broken', { reason: 'pdf_unreadable', error });
  }

  close(): void {
    this.pdfium._FPDF_CloseDocument(this.document);
    this.pdfium._free(this.bytes);
  }

  outline(): PdfOutline {
    const count = this.pdfium._FPDF_GetPageCount(this.document);
    const pages = this.withMemory(16, (out) =>
      Array.from({ length: count }, (_, index) => {
        const found = this.pdfium._FPDF_GetPageSizeByIndex(this.document, index, out, out + 8);
        const [widthPt, heightPt] = this.doubles(out, 2) as [number, number];
        if (!found || !(widthPt > 0) || !(heightPt > 0)) {
          throw new SandyError('document.broken', { reason: 'page_unreadable', page: index + 1 });
        }
        return { widthPt, heightPt };
      }),
    );
    return { pages, dynamicXfa: this.pdfium._FPDF_GetFormType(this.document) === FORM_XFA_FULL };
  }

  /** @param page 1-based */
  words(page: number): Word[] {
    return this.withPage(page, (handle, size) => {
      const text = this.pdfium._FPDFText_LoadPage(handle);
      if (text === 0) return [];
      try {
        return wordsOf(this.chars(handle, text, size), size.widthPt, size.heightPt);
      } finally {
        this.pdfium._FPDFText_ClosePage(text);
      }
    });
  }

  /** @returns RGB on white */
  render(page: number, widthPx: number, heightPx: number): Uint8Array {
    return this.withPage(page, (handle) => {
      const { pdfium } = this;
      const bitmap = pdfium._FPDFBitmap_CreateEx(widthPx, heightPx, BITMAP_BGRX, 0, 0);
      if (bitmap === 0) throw new SandyError('document.bomb', { page });
      try {
        pdfium._FPDFBitmap_FillRect(bitmap, 0, 0, widthPx, heightPx, WHITE);
        const flags = RENDER_ANNOTATIONS | RENDER_LIMITED_IMAGE_CACHE;
        pdfium._FPDF_RenderPageBitmap(bitmap, handle, 0, 0, widthPx, heightPx, 0, flags);
        // An image that PDFium had no memory for is simply left out: better no page than half a page.
        if (this.takeMemoryRefusal()) throw new SandyError('document.bomb', { page });
        return this.rgb(bitmap, widthPx, heightPx);
      } finally {
        pdfium._FPDFBitmap_Destroy(bitmap);
      }
    });
  }

  attachments(accept: (name: string) => boolean, maxBytes: number): Attachment[] {
    const found: Attachment[] = [];
    const count = this.pdfium._FPDFDoc_GetAttachmentCount(this.document);
    for (let index = 0; index < Math.min(count, 100); index++) {
      const attachment = this.pdfium._FPDFDoc_GetAttachment(this.document, index);
      if (attachment === 0) continue;
      const name = this.attachmentName(attachment);
      if (!accept(name)) continue;
      const content = this.attachmentContent(attachment, maxBytes);
      if (content) found.push({ name, content });
    }
    return found;
  }

  private attachmentName(attachment: number): string {
    const bytes = this.pdfium._FPDFAttachment_GetName(attachment, 0, 0);
    if (bytes < 2 || bytes > 4096) return '';
    return this.withMemory(bytes, (out) => {
      this.pdfium._FPDFAttachment_GetName(attachment, out, bytes);
      return Buffer.from(this.pdfium.HEAPU8.subarray(out, out + bytes - 2)).toString('utf16le');
    });
  }

  private attachmentContent(attachment: number, maxBytes: number): Uint8Array | null {
    const { pdfium } = this;
    return this.withMemory(4, (needed) => {
      if (!pdfium._FPDFAttachment_GetFile(attachment, 0, 0, needed)) return null;
      const bytes = pdfium.HEAP32[needed >> 2]! >>> 0;
      if (bytes > maxBytes) throw new SandyError('document.bomb', { bytes, maxBytes });
      if (bytes === 0) return null;
      return this.withMemory(bytes, (out) =>
        pdfium._FPDFAttachment_GetFile(attachment, out, bytes, needed) ? pdfium.HEAPU8.slice(out, out + bytes) : null,
      );
    });
  }

  private withPage<T>(page: number, use: (handle: number, size: { widthPt: number; heightPt: number }) => T): T {
    const { pdfium } = this;
    let handle = this.loadPage(page);
    try {
      // Annotations and filled form fields become part of the page, for the text as for the picture.
      if (pdfium._FPDFPage_GetAnnotCount(handle) > 0 && pdfium._FPDFPage_Flatten(handle, FLATTEN_FOR_DISPLAY) === 1) {
        pdfium._FPDF_ClosePage(handle);
        handle = 0;
        handle = this.loadPage(page);
      }
      const size = this.withMemory(16, (out) => {
        pdfium._FPDF_GetPageSizeByIndex(this.document, page - 1, out, out + 8);
        const [widthPt, heightPt] = this.doubles(out, 2) as [number, number];
        return { widthPt, heightPt };
      });
      return use(handle, size);
    } finally {
      if (handle !== 0) pdfium._FPDF_ClosePage(handle);
    }
  }

  private loadPage(page: number): number {
    const handle = this.pdfium._FPDF_LoadPage(this.document, page - 1);
    if (handle === 0) throw new SandyError('document.broken', { reason: 'page_unreadable', page });
    return handle;
  }

  private chars(page: number, text: number, size: { widthPt: number; heightPt: number }): PrintedChar[] {
    const { pdfium } = this;
    const upright = this.uprightTransform(page, size);
    const invisible = new Map<number, boolean>();
    const isInvisible = (object: number): boolean => {
      if (object === 0) return false;
      let known = invisible.get(object);
      if (known === undefined) {
        known = INVISIBLE_MODES.includes(pdfium._FPDFTextObj_GetTextRenderMode(object));
        invisible.set(object, known);
      }
      return known;
    };
    return this.withMemory(56, (out) => {
      const count = Math.min(pdfium._FPDFText_CountChars(text), MAX_CHARS);
      return Array.from({ length: count }, (_, index): PrintedChar => {
        pdfium._FPDFText_GetCharBox(text, index, out, out + 8, out + 16, out + 24);
        const [left, right, bottom, top] = this.doubles(out, 4) as [number, number, number, number];
        pdfium._FPDFText_GetMatrix(text, index, out + 32);
        const [c, d] = pdfium.HEAPF32.subarray((out + 32 + 8) >> 2, (out + 32 + 16) >> 2) as unknown as [
          number,
          number,
        ];
        return {
          text: this.charText(text, index),
          ink: boxOf(upright, left, top, right, bottom),
          fontSize: pdfium._FPDFText_GetFontSize(text, index) * Math.hypot(c, d),
          invisible: isInvisible(pdfium._FPDFText_GetTextObject(text, index)),
        };
      });
    });
  }

  private charText(text: number, index: number): string {
    const code = this.pdfium._FPDFText_GetUnicode(text, index);
    if (code === 2) return '\u0002';
    const generated = this.pdfium._FPDFText_IsGenerated(text, index) === 1;
    if (!generated && (code === 0 || code === 0xfffe || code === 0xffff)) return '\ufffd';
    if (!generated && this.pdfium._FPDFText_HasUnicodeMapError(text, index) === 1) return '\ufffd';
    return code > 0xffff ? String.fromCodePoint(code) : String.fromCharCode(code);
  }

  /** From PDF user space to points of the upright page, y downwards: crop box and /Rotate are in it. */
  private uprightTransform(page: number, size: { widthPt: number; heightPt: number }): Affine {
    return this.withMemory(8, (out) => {
      const map = (x: number, y: number): [number, number] => {
        this.pdfium._FPDF_PageToDevice(page, 0, 0, DEVICE, DEVICE, 0, x, y, out, out + 4);
        const at = out >> 2;
        const heap = this.pdfium.HEAP32;
        return [(heap[at]! / DEVICE) * size.widthPt, (heap[at + 1]! / DEVICE) * size.heightPt];
      };
      const span = 1000;
      const [x0, y0] = map(0, 0);
      const [xx, xy] = map(span, 0);
      const [yx, yy] = map(0, span);
      return (x, y) => [x0 + ((xx - x0) * x + (yx - x0) * y) / span, y0 + ((xy - y0) * x + (yy - y0) * y) / span];
    });
  }

  private rgb(bitmap: number, widthPx: number, heightPx: number): Uint8Array {
    const { HEAPU8 } = this.pdfium;
    const stride = this.pdfium._FPDFBitmap_GetStride(bitmap);
    const start = this.pdfium._FPDFBitmap_GetBuffer(bitmap);
    const rgb = new Uint8Array(widthPx * heightPx * 3);
    let to = 0;
    for (let y = 0; y < heightPx; y++) {
      let from = start + y * stride;
      for (let x = 0; x < widthPx; x++, from += 4, to += 3) {
        rgb[to] = HEAPU8[from + 2]!;
        rgb[to + 1] = HEAPU8[from + 1]!;
        rgb[to + 2] = HEAPU8[from]!;
      }
    }
    return rgb;
  }

  private doubles(pointer: number, count: number): number[] {
    return [...this.pdfium.HEAPF64.subarray(pointer >> 3, (pointer >> 3) + count)];
  }

  private withMemory<T>(bytes: number, use: (pointer: number) => T): T {
    const pointer = this.pdfium._malloc(bytes);
    if (pointer === 0) throw new SandyError('document.bomb', { bytes });
    try {
      return use(pointer);
    } finally {
      this.pdfium._free(pointer);
    }
  }
}

function boxOf(upright: Affine, x0: number, y0: number, x1: number, y1: number): Box {
  const [ax, ay] = upright(x0, y0);
  const [bx, by] = upright(x1, y1);
  return [Math.min(ax, bx), Math.min(ay, by), Math.max(ax, bx), Math.max(ay, by)];
}
