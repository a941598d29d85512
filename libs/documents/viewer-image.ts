import sharp from 'sharp';
import { type RasterImage } from '../domain/index.js';

export interface ViewerImage {
  readonly mime: 'image/webp' | 'image/png';
  readonly widthPx: number;
  readonly heightPx: number;
  readonly content: Buffer;
}

export interface ViewerOptions {
  /** Longest side; smaller pages are not enlarged. */
  readonly maxSidePx?: number;
  readonly format?: 'webp' | 'png';
}

/** A page as a picture that a browser shows: about 100–300 KB for A4. */
export async function viewerImage(
  raster: RasterImage,
  { maxSidePx = 1800, format = 'webp' }: ViewerOptions = {},
): Promise<ViewerImage> {
  const { widthPx: width, heightPx: height, data } = raster;
  const resized = sharp(data, { raw: { width, height, channels: 3 }, limitInputPixels: false }).resize({
    width: maxSidePx,
    height: maxSidePx,
    fit: 'inside',
    withoutEnlargement: true,
  });
  const encoded = format === 'webp' ? resized.webp({ quality: 80, effort: 2 }) : resized.png({ compressionLevel: 6 });
  const { data: content, info } = await encoded.toBuffer({ resolveWithObject: true });
  return { mime: `image/${format}`, widthPx: info.width, heightPx: info.height, content };
}
