import { type Component } from './components.js';
import { type GreyImage } from './grey-image.js';

/** A full stop covers at least this share of the square of a letter's height. */
const STOP_AREA = 1 / 40;
/** Pages with fewer are left alone; what is small there may be print. */
const MANY = 5000;
const PAPER = 255;

/**
 * Whitens the specks of a page that is strewn with them (a fax, a copy of a copy). Works on the image itself.
 * @returns the components that are left
 */
export function dropSpecks(image: GreyImage, found: readonly Component[], textHeight: number): readonly Component[] {
  const least = STOP_AREA * textHeight * textHeight;
  const rest = found.filter(({ area }) => area >= least);
  if (found.length - rest.length < MANY) return found;
  for (const { left, top, right, bottom, area } of found) {
    if (area >= least) continue;
    for (let y = top; y < bottom; y++) image.data.fill(PAPER, y * image.width + left, y * image.width + right);
  }
  return rest;
}
