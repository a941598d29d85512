import { prepareZXingModule, readBarcodes } from 'zxing-wasm/reader';
import { type Box } from '../../domain/index.js';
import { type FoundBarcode } from './protocol.js';

const MAX_SYMBOLS = 32;

/** The wasm comes from the installed package: zxing-wasm would otherwise fetch it from the network. */
export function prepareBarcodes(wasm: Uint8Array): void {
  const wasmBinary = wasm.buffer.slice(wasm.byteOffset, wasm.byteOffset + wasm.byteLength) as ArrayBuffer;
  prepareZXingModule({ overrides: { wasmBinary } });
}

/** @param luminance one byte a pixel, rows from the top */
export async function findBarcodes(widthPx: number, heightPx: number, luminance: Uint8Array): Promise<FoundBarcode[]> {
  const header = Buffer.from(`P5\n${widthPx} ${heightPx}\n255\n`, 'latin1');
  const found = await readBarcodes(Buffer.concat([header, luminance]), {
    tryHarder: true,
    tryRotate: true,
    tryDownscale: true,
    maxNumberOfSymbols: MAX_SYMBOLS,
  });
  return found
    .filter((barcode) => barcode.isValid && barcode.text !== '')
    .map((barcode) => {
      const { topLeft, topRight, bottomLeft, bottomRight } = barcode.position;
      const corners = [topLeft, topRight, bottomLeft, bottomRight];
      const xs = corners.map((corner) => clamp(corner.x / widthPx));
      const ys = corners.map((corner) => clamp(corner.y / heightPx));
      const box: Box = [Math.min(...xs), Math.min(...ys), Math.max(...xs), Math.max(...ys)];
      return { format: barcode.format, text: barcode.text, box };
    });
}

const clamp = (value: number): number => Math.min(1, Math.max(0, value));
