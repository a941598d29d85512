import { PDFiumLibrary } from '@hyzyla/pdfium';
import sharp from 'sharp';
import { type Random } from './random.js';

/** 8 bit RGB, rows from the top. */
export interface Pixels {
  readonly data: Buffer;
  readonly width: number;
  readonly height: number;
}

let library: Promise<PDFiumLibrary> | undefined;

/** Renders every page of a PDF. */
export async function renderPages(pdf: Uint8Array, dpi: number): Promise<Pixels[]> {
  const document = await (await (library ??= PDFiumLibrary.init())).loadDocument(pdf);
  try {
    const pages: Pixels[] = [];
    for (const page of document.pages()) {
      const { data, width, height } = await page.render({ scale: dpi / 72, render: 'bitmap' });
      const rgb = await sharp(data, { raw: { width, height, channels: 4 } })
        .removeAlpha()
        .raw()
        .toBuffer();
      pages.push({ data: rgb, width, height });
    }
    return pages;
  } finally {
    document.destroy();
  }
}

const raw = ({ data, width, height }: Pixels) => sharp(data, { raw: { width, height, channels: 3 } });

export const pngOf = (page: Pixels, dpi: number): Promise<Buffer> =>
  raw(page).withMetadata({ density: dpi }).png({ compressionLevel: 9 }).toBuffer();

export const webpOf = (page: Pixels): Promise<Buffer> => raw(page).webp({ quality: 90 }).toBuffer();

export interface ScanDamage {
  /** Degrees, clockwise. */
  readonly skew: number;
  /** Deviation of the noise in grey levels. */
  readonly noise: number;
  /** 1 = black ink, 0.3 = hardly there. */
  readonly ink: number;
  readonly blur: number;
}

/** What an office scanner makes of a sheet: grey, a little askew, a little rough. */
export const scannerDamage = (random: Random): ScanDamage => ({
  skew: (random.next() - 0.5) * 2.4,
  noise: 5 + random.next() * 7,
  ink: 0.85 + random.next() * 0.1,
  blur: 0.4 + random.next() * 0.2,
});

/** A sheet from the end of the ribbon: faint, rough and askew. */
export const faintDamage = (random: Random): ScanDamage => ({
  skew: 1.2 + random.next() * 0.8,
  noise: 17 + random.next() * 4,
  ink: 0.3,
  blur: 0.8,
});

/** A grey page of one channel, same size as the page. */
export async function scanned(page: Pixels, damage: ScanDamage, random: Random): Promise<Pixels> {
  const { width, height } = page;
  const turned = await raw(page)
    .greyscale()
    .rotate(damage.skew, { background: '#ffffff' })
    .blur(damage.blur)
    .toColourspace('b-w')
    .raw()
    .toBuffer({ resolveWithObject: true });
  const left = Math.floor((turned.info.width - width) / 2);
  const top = Math.floor((turned.info.height - height) / 2);
  // A clamped array rounds and cuts to 0–255 by itself; `imul` is held because looking up a global per pixel is slow in some hosts.
  const out = new Uint8ClampedArray(width * height);
  const { imul } = Math;
  const paper = 236 + random.int(0, 12);
  const shadow = random.next() * 14;
  const noise = Float32Array.from({ length: 4096 }, () => random.noise() * damage.noise);
  let dice = random.int(0, 0xffffffff);
  for (let y = 0; y < height; y++) {
    const row = (y + top) * turned.info.width + left;
    for (let x = 0; x < width; x++) {
      const ink = 255 - (turned.data[(row + x) * turned.info.channels] as number);
      const light = paper - (shadow * x) / width;
      dice = (imul(dice, 1664525) + 1013904223) >>> 0;
      out[y * width + x] = light - (ink * damage.ink * light) / 255 + (noise[dice >>> 20] as number);
    }
  }
  return { data: Buffer.from(out.buffer), width, height };
}

const grey = ({ data, width, height }: Pixels) => sharp(data, { raw: { width, height, channels: 1 } });

export const scanJpeg = (page: Pixels, dpi: number, quality: number): Promise<Buffer> =>
  grey(page).withMetadata({ density: dpi }).jpeg({ quality }).toBuffer();

/** One TIFF of several grey pages of the same size. */
export async function tiffOf(pages: readonly Pixels[], dpi: number): Promise<Buffer> {
  const { width, height } = pages[0] as Pixels;
  return sharp(Buffer.concat(pages.map((page) => page.data)), {
    raw: { width, height: height * pages.length, channels: 1, pageHeight: height },
  })
    .withMetadata({ density: dpi })
    .tiff({ compression: 'jpeg', quality: 75, xres: dpi / 25.4, yres: dpi / 25.4 })
    .toBuffer();
}
