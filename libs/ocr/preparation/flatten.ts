import { type GreyImage } from './grey-image.js';

const TILES_ACROSS = 48;
/** Larger than the strokes of any letter, which would else be taken for its own paper. */
const LEAST_TILE_PX = 32;
/** The share of a tile's pixels that are at most as bright as its background. */
const BACKGROUND_QUANTILE = 0.8;
/** A channel in which the paper is darker than this says nothing of dark ink (blue on yellow paper). */
const LEAST_PAPER = 96;
const SAMPLE_STEP = 2;

interface RgbPixels {
  readonly widthPx: number;
  readonly heightPx: number;
  readonly data: Uint8Array;
}

/**
 * RGB → grey as ink on white: in every channel the pixel over its local background, of these the darkest. Pale red print, which
 * luminance nearly loses, becomes dark; shadows and tinted cells become white. Dark areas (white print on a dark bar) stay as they are.
 */
export function inkOnWhite(raster: RgbPixels): GreyImage {
  const { widthPx: width, heightPx: height, data } = raster;
  const tile = Math.max(LEAST_TILE_PX, Math.ceil(width / TILES_ACROSS));
  const columns = Math.ceil(width / tile);
  const rows = Math.ceil(height / tile);
  const gains = tileGains(raster, tile, columns, rows);
  const grey = new Uint8Array(width * height);
  const columnOf = Uint16Array.from({ length: width }, (_, x) => Math.floor(x / tile));
  for (let y = 0, at = 0, from = 0; y < height; y++) {
    const row = Math.floor(y / tile) * columns;
    for (let x = 0; x < width; x++, at++, from += 3) {
      const g = (row + columnOf[x]!) * 3;
      const red = data[from]! * gains[g]!;
      const green = data[from + 1]! * gains[g + 1]!;
      const blue = data[from + 2]! * gains[g + 2]!;
      const darkest = red < green ? (red < blue ? red : blue) : green < blue ? green : blue;
      grey[at] = darkest > 255 ? 255 : darkest;
    }
  }
  return { width, height, data: grey };
}

/** What each channel of each tile is multiplied by; a huge gain takes a channel out of the choice of the darkest. */
function tileGains(raster: RgbPixels, tile: number, columns: number, rows: number): Float32Array {
  const background = new Uint8Array(columns * rows * 3);
  for (let row = 0; row < rows; row++) {
    for (let column = 0; column < columns; column++) {
      background.set(tileBackground(raster, column * tile, row * tile, tile), (row * columns + column) * 3);
    }
  }
  const gains = new Float32Array(background.length);
  for (let row = 0; row < rows; row++) {
    for (let column = 0; column < columns; column++) {
      const at = (row * columns + column) * 3;
      const paper = [0, 1, 2].map((channel) => background[at + channel]!);
      const bright = paper.map((value) => value >= LEAST_PAPER);
      for (let channel = 0; channel < 3; channel++) {
        if (!bright.includes(true)) gains[at + channel] = 1;
        else gains[at + channel] = bright[channel] ? 255 / paper[channel]! : Number.MAX_SAFE_INTEGER;
      }
    }
  }
  return gains;
}

function tileBackground({ widthPx, heightPx, data }: RgbPixels, left: number, top: number, tile: number): number[] {
  const counts = [new Uint32Array(256), new Uint32Array(256), new Uint32Array(256)] as const;
  let total = 0;
  for (let y = top; y < Math.min(top + tile, heightPx); y += SAMPLE_STEP) {
    for (let x = left; x < Math.min(left + tile, widthPx); x += SAMPLE_STEP, total++) {
      const at = (y * widthPx + x) * 3;
      counts[0][data[at]!]!++;
      counts[1][data[at + 1]!]!++;
      counts[2][data[at + 2]!]!++;
    }
  }
  return counts.map((count) => quantile(count, total * BACKGROUND_QUANTILE));
}

function quantile(counts: Uint32Array, rank: number): number {
  let seen = 0;
  for (let value = 0; value < 256; value++) {
    seen += counts[value]!;
    if (seen >= rank) return value;
  }
  return 255;
}
