import { readFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import sharp from 'sharp';
import { prepareZXingModule, writeBarcode } from 'zxing-wasm/writer';
import { type RasterImage } from '../domain/index.js';
import { BarcodeReader } from './barcode-reader.js';
import { NativePool } from './native/native-pool.js';

const pool = new NativePool({ workers: 1, timeoutMs: 10_000, recycleAfter: 50, maxHeapBytes: 256 * 1024 * 1024 });
const reader = new BarcodeReader(pool);

beforeAll(async () => {
  const wasm = await readFile(createRequire(import.meta.url).resolve('zxing-wasm/writer/zxing_writer.wasm'));
  prepareZXingModule({ overrides: { wasmBinary: new Uint8Array(wasm).buffer } });
});
afterAll(() => pool.dispose());

/** A white page with a symbol 240 pixels wide whose corner is at (500, 100). */
async function pageWith(
  format: 'QRCode' | 'DataMatrix' | 'Code128' | 'EAN13',
  text: string,
  { width, height, symbolWidth } = { width: 800, height: 1000, symbolWidth: 240 },
): Promise<RasterImage> {
  const { svg } = await writeBarcode(text, { format, scale: 4 });
  const symbol = await sharp(Buffer.from(svg)).resize({ width: symbolWidth, kernel: 'nearest' }).png().toBuffer();
  const { data } = await sharp({ create: { width, height, channels: 3, background: '#ffffff' } })
    .composite([{ input: symbol, left: 500, top: 100 }])
    .removeAlpha()
    .raw()
    .toBuffer({ resolveWithObject: true });
  return { widthPx: width, heightPx: height, data };
}

describe('reading barcodes', () => {
  it.each([
    ['QRCode', 'INVOICE:F2026-0042\nCUST:00400'],
    ['DataMatrix', 'F2026-0042'],
    ['Code128', 'F2026-0042'],
    ['EAN13', '4006381333931'],
  ] as const)('finds a %s and where it stands', async (format, text) => {
    const raster = await pageWith(format, text);
    const found = await reader.read(raster, 3);
    expect(found).toEqual([{ format, text, page: 3, box: expect.any(Array) }]);
    const [x0, y0, x1, y1] = found[0]!.box;
    expect(x0).toBeGreaterThan(0.6);
    expect(y0).toBeGreaterThan(0.09);
    expect(x1).toBeLessThan(0.95);
    expect(y1).toBeLessThan(0.4);
    expect(raster.data).toHaveLength(800 * 1000 * 3);
  });

  it.each([
    ['QRCode', 'INVOICE:F2026-0042\nCUST:00400', 200],
    ['DataMatrix', 'F2026-0042', 150],
    ['EAN13', '4006381333931', 440],
  ] as const)('finds a %s of the usual size on a page of 300 dots an inch', async (format, text, symbolWidth) => {
    const raster = await pageWith(format, text, { width: 2479, height: 3507, symbolWidth });
    const [found] = await reader.read(raster, 1);
    expect(found).toMatchObject({ format, text });
    expect(found!.box[0]).toBeCloseTo(500 / 2479, 1);
    expect(found!.box[2]).toBeCloseTo((500 + symbolWidth) / 2479, 1);
    expect(found!.box[1]).toBeCloseTo(100 / 3507, 1);
  });

  it('finds nothing on a blank page', async () => {
    expect(await reader.read({ widthPx: 100, heightPx: 100, data: Buffer.alloc(30_000, 255) }, 1)).toEqual([]);
  });
});
