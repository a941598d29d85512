import { PDFiumLibrary } from '@hyzyla/pdfium';

/** The functions of PDFium's C API that are used here; pointers are numbers into the wasm heap. */
export interface Pdfium {
  readonly HEAPU8: Uint8Array;
  readonly HEAPF32: Float32Array;
  readonly HEAPF64: Float64Array;
  readonly HEAP32: Int32Array;
  _malloc(bytes: number): number;
  _free(pointer: number): void;
  _FPDF_LoadMemDocument(bytes: number, size: number, password: number): number;
  _FPDF_CloseDocument(document: number): void;
  _FPDF_GetLastError(): number;
  _FPDF_GetPageCount(document: number): number;
  _FPDF_GetFormType(document: number): number;
  _FPDF_GetPageSizeByIndex(document: number, index: number, width: number, height: number): number;
  _FPDF_LoadPage(document: number, index: number): number;
  _FPDF_ClosePage(page: number): void;
  _FPDFPage_GetAnnotCount(page: number): number;
  _FPDFPage_Flatten(page: number, flag: number): number;
  _FPDF_PageToDevice(
    page: number,
    startX: number,
    startY: number,
    sizeX: number,
    sizeY: number,
    rotate: number,
    pageX: number,
    pageY: number,
    deviceX: number,
    deviceY: number,
  ): number;
  _FPDFText_LoadPage(page: number): number;
  _FPDFText_ClosePage(textPage: number): void;
  _FPDFText_CountChars(textPage: number): number;
  _FPDFText_GetUnicode(textPage: number, index: number): number;
  _FPDFText_IsGenerated(textPage: number, index: number): number;
  _FPDFText_HasUnicodeMapError(textPage: number, index: number): number;
  /** Before the matrix is applied. */
  _FPDFText_GetFontSize(textPage: number, index: number): number;
  /** Out parameters are doubles: left, right, bottom, top. */
  _FPDFText_GetCharBox(t: number, index: number, left: number, right: number, bottom: number, top: number): number;
  /** Out parameter: six floats a, b, c, d, e, f. */
  _FPDFText_GetMatrix(textPage: number, index: number, matrix: number): number;
  _FPDFText_GetTextObject(textPage: number, index: number): number;
  _FPDFTextObj_GetTextRenderMode(object: number): number;
  _FPDFBitmap_CreateEx(width: number, height: number, format: number, buffer: number, stride: number): number;
  _FPDFBitmap_FillRect(bitmap: number, x: number, y: number, width: number, height: number, colour: number): number;
  _FPDFBitmap_GetBuffer(bitmap: number): number;
  _FPDFBitmap_GetStride(bitmap: number): number;
  _FPDFBitmap_Destroy(bitmap: number): void;
  _FPDF_RenderPageBitmap(
    bitmap: number,
    page: number,
    x: number,
    y: number,
    width: number,
    height: number,
    rotate: number,
    flags: number,
  ): void;
  _FPDFDoc_GetAttachmentCount(document: number): number;
  _FPDFDoc_GetAttachment(document: number, index: number): number;
  _FPDFAttachment_GetName(attachment: number, buffer: number, bytes: number): number;
  _FPDFAttachment_GetFile(attachment: number, buffer: number, bytes: number, needed: number): number;
}

export interface BoundedPdfium {
  readonly pdfium: Pdfium;
  /** Whether a wish for more memory than `maxHeapBytes` was refused since the last question. */
  takeMemoryRefusal(): boolean;
}

/**
 * PDFium whose heap cannot grow above `maxHeapBytes`: the import by which the wasm asks for more memory is wrapped.
 * (A worker's `resourceLimits` do not bound wasm memory.)
 */
export async function loadPdfium(module: WebAssembly.Module, maxHeapBytes: number): Promise<BoundedPdfium> {
  let refused = false;
  const library = await PDFiumLibrary.init({
    instantiateWasm: (imports, done) => {
      const env = imports.env as Record<string, (bytes: number) => boolean>;
      const resize = env.emscripten_resize_heap!;
      const bounded = (bytes: number): boolean => {
        if (bytes >>> 0 <= maxHeapBytes) return resize(bytes);
        refused = true;
        return false;
      };
      const instance = new WebAssembly.Instance(module, {
        ...imports,
        env: { ...env, emscripten_resize_heap: bounded },
      });
      // Emscripten calls this parameter a module, and takes an instance.
      done(instance as unknown as WebAssembly.Module);
      return instance.exports;
    },
  });
  return {
    pdfium: library['module'] as unknown as Pdfium,
    takeMemoryRefusal: () => {
      const was = refused;
      refused = false;
      return was;
    },
  };
}
