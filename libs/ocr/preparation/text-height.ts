import { type Component } from './components.js';

const LEAST_HEIGHT = 4;
const MOST_HEIGHT = 120;
/** Fewer letters say nothing of the page. */
const LEAST_LETTERS = 10;

/** The components that are neither specks nor lines nor pictures. */
export const letters = (components: readonly Component[]): Component[] =>
  components.filter(({ left, right, top, bottom, area }) => {
    const width = right - left;
    const height = bottom - top;
    const letterLike = height >= LEAST_HEIGHT && height <= MOST_HEIGHT && width >= height * 0.25 && width <= height * 2;
    return letterLike && area >= 0.15 * width * height && area < 0.95 * width * height;
  });

/** The usual height of a letter in pixels (between that of small letters and capitals), null when nothing looks like text. */
export function textHeight(components: readonly Component[]): number | null {
  const heights = letters(components)
    .map(({ top, bottom }) => bottom - top)
    .sort((a, b) => a - b);
  return heights.length < LEAST_LETTERS ? null : heights[Math.floor(heights.length / 2)]!;
}
