import { type Barcode, type RasterImage } from '../domain/index.js';
import { type NativePool } from './native/native-pool.js';

/** A page is searched at a long side of this to twice this: codes are made to be read by telephones, and time goes by pixels. */
const ENOUGH_PX = 1500;

/** Finds QR codes and barcodes on a page. */
export class BarcodeReader {
  constructor(private readonly pool: NativePool) {}

  /** @throws SandyError `document.timeout`, `document.broken` */
  async read(raster: RasterImage, pageNumber: number): Promise<Barcode[]> {
    const shrink = Math.max(1, Math.floor(Math.max(raster.widthPx, raster.heightPx) / ENOUGH_PX));
    const [widthPx, heightPx] = [Math.ceil(raster.widthPx / shrink), Math.ceil(raster.heightPx / shrink)];
    const found = await this.pool.barcodes(widthPx, heightPx, () => luminance(raster, shrink));
    return found.map((barcode) => ({ ...barcode, page: pageNumber }));
  }
}

/** Means of `shrink` × `shrink` pixels, less at the right and lower edges; Rec. 601 weights in 256ths. */
function luminance({ widthPx, heightPx, data }: RasterImage, shrink: number): Uint8Array {
  const width = Math.ceil(widthPx / shrink);
  const height = Math.ceil(heightPx / shrink);
  const grey = new Uint8Array(width * height);
  const sums = new Uint32Array(width);
  for (let row = 0; row < height; row++) {
    sums.fill(0);
    const bottom = Math.min(heightPx, (row + 1) * shrink);
    for (let y = row * shrink; y < bottom; y++) {
      for (let x = 0, column = 0, at = y * widthPx * 3; x < widthPx; column++) {
        for (const right = Math.min(widthPx, x + shrink); x < right; x++, at += 3) {
          sums[column]! += data[at]! * 77 + data[at + 1]! * 150 + data[at + 2]! * 29;
        }
      }
    }
    const lines = bottom - row * shrink;
    for (let column = 0; column < width; column++) {
      const across = Math.min(shrink, widthPx - column * shrink);
      grey[row * width + column] = sums[column]! / (256 * lines * across);
    }
  }
  return grey;
}
