import { type Component } from './components.js';
import { type GreyImage } from './grey-image.js';

/** Shortest line taken for a ruling and its greatest thickness, in text heights. */
const RULING_LENGTH = 6;
const RULING_THICKNESS = 0.4;
/** A picture is at least this large both ways, in text heights, and inked to a share between that of a frame and that of a bar. */
const PICTURE_SIZE = 4;
const PICTURE_INK = [0.12, 0.75] as const;
const PAPER = 255;

/**
 * Whitens long thin lines, so that frames and tables neither touch letters nor are read as such. Works on the image itself.
 * @returns the length of all upright lines in page heights: how much of a grid the page is
 */
export function eraseRulings(image: GreyImage, textHeight: number, threshold: number): number {
  const length = Math.round(RULING_LENGTH * textHeight);
  const thickness = Math.max(2, Math.round(RULING_THICKNESS * textHeight));
  const marked = new Uint8Array(image.data.length);
  markRuns(image, marked, threshold, length, thickness, true);
  const upright = markRuns(image, marked, threshold, length, thickness, false);
  for (let i = 0; i < marked.length; i++) if (marked[i]) image.data[i] = PAPER;
  return upright / image.height;
}

/** @returns the length of all lines marked */
function markRuns(
  { width, height, data }: GreyImage,
  marked: Uint8Array,
  threshold: number,
  length: number,
  thickness: number,
  horizontal: boolean,
): number {
  let total = 0;
  const [lines, along] = horizontal ? [height, width] : [width, height];
  const [lineStep, step] = horizontal ? [width, 1] : [1, width];
  for (let line = 0; line < lines; line++) {
    for (let at = 0; at < along; at++) {
      if (data[line * lineStep + at * step]! >= threshold) continue;
      const start = at;
      while (at < along && data[line * lineStep + at * step]! < threshold) at++;
      if (at - start < length) continue;
      for (let i = start; i < at; i++) {
        const pixel = line * lineStep + i * step;
        const thick = thicknessAt(data, pixel, lineStep, line, lines, threshold, thickness);
        if (thick > thickness) continue;
        marked[pixel] = 1;
        total += 1 / thick;
      }
    }
  }
  return total;
}

/** Dark pixels across the line through this one, counted no further than needed. */
function thicknessAt(
  data: Uint8Array,
  pixel: number,
  across: number,
  line: number,
  lines: number,
  threshold: number,
  enough: number,
): number {
  let count = 1;
  for (let i = 1; line - i >= 0 && count <= enough && data[pixel - i * across]! < threshold; i++) count++;
  for (let i = 1; line + i < lines && count <= enough && data[pixel + i * across]! < threshold; i++) count++;
  return count;
}

/** Whitens logos, photographs and QR codes, which would be read as letters and spoil the lines beside them. */
export function erasePictures(image: GreyImage, found: readonly Component[], textHeight: number): void {
  const least = PICTURE_SIZE * textHeight;
  for (const { left, top, right, bottom, area } of found) {
    const width = right - left;
    const height = bottom - top;
    const inked = area / (width * height);
    if (width < least || height < least || inked < PICTURE_INK[0] || inked > PICTURE_INK[1]) continue;
    for (let y = top; y < bottom; y++) image.data.fill(PAPER, y * image.width + left, y * image.width + right);
  }
}
