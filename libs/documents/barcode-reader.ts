import { type Barcode, type RasterImage } from '../domain/index.js';
import { type NativePool } from './native/native-pool.js';

/** Finds QR codes and barcodes on a page. */
export class BarcodeReader {
  constructor(private readonly pool: NativePool) {}

  /** @throws SandyError `document.timeout`, `document.broken` */
  async read(raster: RasterImage, pageNumber: number): Promise<Barcode[]> {
    const { widthPx, heightPx } = raster;
    const found = await this.pool.barcodes(widthPx, heightPx, () => luminance(raster));
    return found.map((barcode) => ({ ...barcode, page: pageNumber }));
  }
}

/** Rec. 601 weights in 256ths. */
function luminance({ widthPx, heightPx, data }: RasterImage): Uint8Array {
  const grey = new Uint8Array(widthPx * heightPx);
  for (let i = 0, j = 0; i < grey.length; i++, j += 3) {
    grey[i] = (data[j]! * 77 + data[j + 1]! * 150 + data[j + 2]! * 29) >> 8;
  }
  return grey;
}
