import { type GreyImage } from './grey-image.js';

const MOST_DEGREES = 4;
const COARSE_STEP = 0.5;
const FINE_STEP = 0.1;
const ANALYSED_WIDTH = 800;
const PAPER = 255;

/**
 * The slope of the text lines in degrees, positive when they fall to the right. Tries angles and takes the one at which the ink
 * per row varies most from row to row (projection profile).
 */
export function skewDegrees(image: GreyImage, threshold: number): number {
  const points = inkPoints(image, threshold);
  if (points.xs.length < 200) return 0;
  let best = { angle: 0, score: sharpness(points, 0) * 1.02 };
  const consider = (angle: number): void => {
    const score = sharpness(points, angle);
    if (score > best.score) best = { angle, score };
  };
  for (let angle = -MOST_DEGREES; angle <= MOST_DEGREES; angle += COARSE_STEP) consider(angle);
  const coarse = best.angle;
  for (let angle = coarse - COARSE_STEP; angle <= coarse + COARSE_STEP; angle += FINE_STEP) consider(angle);
  return Math.round(best.angle * 100) / 100;
}

interface Points {
  readonly xs: Float32Array;
  readonly ys: Float32Array;
  readonly width: number;
  readonly height: number;
}

function inkPoints({ width, height, data }: GreyImage, threshold: number): Points {
  const step = Math.max(1, Math.floor(width / ANALYSED_WIDTH));
  const xs: number[] = [];
  const ys: number[] = [];
  for (let y = 0; y < height; y += step) {
    for (let x = 0; x < width; x += step) {
      if (data[y * width + x]! < threshold) {
        xs.push(x / step);
        ys.push(y / step);
      }
    }
  }
  return {
    xs: Float32Array.from(xs),
    ys: Float32Array.from(ys),
    width: Math.ceil(width / step),
    height: Math.ceil(height / step),
  };
}

function sharpness({ xs, ys, width, height }: Points, degrees: number): number {
  const slope = Math.tan((degrees * Math.PI) / 180);
  const margin = Math.ceil(Math.abs(slope) * width) + 1;
  const rows = new Uint32Array(height + 2 * margin + 1);
  for (let i = 0; i < xs.length; i++) rows[Math.round(ys[i]! - slope * xs[i]!) + margin]!++;
  let score = 0;
  for (let i = 1; i < rows.length; i++) {
    const change = rows[i]! - rows[i - 1]!;
    score += change * change;
  }
  return score;
}

/** Turns the image about its centre so that lines sloping by `degrees` become level; size stays, corners become paper. */
export function straighten({ width, height, data }: GreyImage, degrees: number): GreyImage {
  const sin = Math.sin((degrees * Math.PI) / 180);
  const cos = Math.cos((degrees * Math.PI) / 180);
  const turned = new Uint8Array(width * height).fill(PAPER);
  const cx = width / 2;
  const cy = height / 2;
  for (let y = 0, at = 0; y < height; y++) {
    for (let x = 0; x < width; x++, at++) {
      const fromX = cx + (x - cx) * cos - (y - cy) * sin;
      const fromY = cy + (x - cx) * sin + (y - cy) * cos;
      const x0 = Math.floor(fromX);
      const y0 = Math.floor(fromY);
      if (x0 < 0 || y0 < 0 || x0 + 1 >= width || y0 + 1 >= height) continue;
      const fx = fromX - x0;
      const fy = fromY - y0;
      const i = y0 * width + x0;
      const upper = data[i]! * (1 - fx) + data[i + 1]! * fx;
      const lower = data[i + width]! * (1 - fx) + data[i + width + 1]! * fx;
      turned[at] = upper * (1 - fy) + lower * fy;
    }
  }
  return { width, height, data: turned };
}

/** Where a point of the straightened image was before. */
export function unturn(
  x: number,
  y: number,
  degrees: number,
  width: number,
  height: number,
): readonly [number, number] {
  const sin = Math.sin((degrees * Math.PI) / 180);
  const cos = Math.cos((degrees * Math.PI) / 180);
  const dx = x - width / 2;
  const dy = y - height / 2;
  return [width / 2 + dx * cos - dy * sin, height / 2 + dx * sin + dy * cos];
}
