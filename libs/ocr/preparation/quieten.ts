import { type GreyImage } from './grey-image.js';

/** Ink that stands out of the noise by more than this many of its deviations is read best as it is. */
const CLEAR_INK = 10;
/** In grey levels; with less than this a page has no noise worth the name. */
const LEAST_NOISE = 3;
/** Pixels compared for noise are this far apart: neighbours are alike in a JPEG or an enlarged scan. */
const LAG = 4;
const SAMPLED_ROWS = 3;
/** The median distance of two values of a normal distribution, in deviations. */
const MEDIAN_DISTANCE = 0.954;
/** Of the pixels; the darkest are ink. */
const INK_SHARE = 0.005;
/** Blur that takes the noise and leaves the letters, for a page of this width: the noise of a scan enlarged is larger too. */
const SIGMA = { px: 1, atWidth: 1240, least: 0.8, most: 2 };
/** What is darker than the paper by less than this many deviations is made white; black is at least three times as far away. */
const PAPER_DEVIATIONS = 2.5;

/**
 * A page whose ink hardly stands out of its noise is smoothed, its paper made white and its ink black. Tesseract would take the
 * noise for letters and read at it for minutes. Any other page is returned as it is.
 */
export function quietened(image: GreyImage): GreyImage {
  const noise = noiseOf(image);
  if (noise < LEAST_NOISE || contrastOf(image).range >= CLEAR_INK * noise) return image;
  const scale = (SIGMA.px * image.width) / SIGMA.atWidth;
  const smooth = blurred(image, Math.min(SIGMA.most, Math.max(SIGMA.least, scale)));
  const { paper, ink } = contrastOf(smooth);
  const margin = PAPER_DEVIATIONS * noiseOf(smooth);
  return stretched(smooth, Math.min(ink, paper - 3 * margin), paper - margin);
}

/** Deviation of the paper's grey; most pixels of a page are paper, so the usual difference is that of two of them. */
function noiseOf({ width, height, data }: GreyImage): number {
  const differences = new Uint32Array(256);
  for (let y = 0; y < height; y += SAMPLED_ROWS) {
    for (let at = y * width, end = (y + 1) * width - LAG; at < end; at++) {
      differences[Math.abs(data[at]! - data[at + LAG]!)]!++;
    }
  }
  return quantile(differences, 0.5) / MEDIAN_DISTANCE;
}

function contrastOf({ data }: GreyImage): { paper: number; ink: number; range: number } {
  const counts = new Uint32Array(256);
  for (const value of data) counts[value]!++;
  const paper = quantile(counts, 0.5);
  const ink = quantile(counts, INK_SHARE);
  return { paper, ink, range: paper - ink };
}

/** Interpolated within the value, as grey levels are few. */
function quantile(counts: Uint32Array, share: number): number {
  const rank = counts.reduce((sum, count) => sum + count, 0) * share;
  let seen = 0;
  for (let value = 0; value < counts.length; value++) {
    const count = counts[value]!;
    if (count > 0 && seen + count >= rank) return Math.max(0, value - 0.5 + (rank - seen) / count);
    seen += count;
  }
  return 0;
}

function stretched({ width, height, data }: GreyImage, black: number, white: number): GreyImage {
  const levels = Uint8ClampedArray.from({ length: 256 }, (_, value) => ((value - black) * 255) / (white - black));
  return { width, height, data: data.map((value) => levels[value]!) };
}

/** Gaussian; beyond the edge the page is taken to go on as it is there. */
function blurred({ width, height, data }: GreyImage, sigma: number): GreyImage {
  const weights = gaussian(sigma);
  const reach = weights.length >> 1;
  const result = new Uint8Array(data.length);
  const sums = new Float32Array(width);
  const padded = new Float32Array(width + 2 * reach);
  for (let y = 0; y < height; y++) {
    sums.fill(0);
    for (let k = -reach; k <= reach; k++) {
      const from = Math.min(height - 1, Math.max(0, y + k)) * width;
      const weight = weights[k + reach]!;
      for (let x = 0; x < width; x++) sums[x]! += weight * data[from + x]!;
    }
    padded.fill(sums[0]!, 0, reach);
    padded.set(sums, reach);
    padded.fill(sums[width - 1]!, reach + width);
    for (let x = 0; x < width; x++) {
      let sum = 0.5;
      for (let k = 0; k < weights.length; k++) sum += weights[k]! * padded[x + k]!;
      result[y * width + x] = sum;
    }
  }
  return { width, height, data: result };
}

function gaussian(sigma: number): Float32Array {
  const reach = Math.ceil(2.5 * sigma);
  const heights = Float32Array.from({ length: 2 * reach + 1 }, (_, i) =>
    Math.exp(-((i - reach) ** 2) / (2 * sigma ** 2)),
  );
  const total = heights.reduce((sum, height) => sum + height, 0);
  return heights.map((height) => height / total);
}
