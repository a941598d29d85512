import { components } from './components.js';
import { skewDegrees, straighten, unturn } from './deskew.js';
import { erasePictures, eraseRulings } from './erase.js';
import { inkOnWhite } from './flatten.js';
import { type GreyImage } from './grey-image.js';
import { quietened } from './quieten.js';
import { scaled } from './scale.js';
import { dropSpecks } from './specks.js';
import { textHeight } from './text-height.js';

/** How a page is made ready; the attempts of an engine differ in these. */
export interface Preparation {
  readonly eraseRulings: boolean;
  readonly erasePictures: boolean;
  readonly straighten: boolean;
  /** Letters higher than the greatest are shrunk to `target`, lower than the least enlarged to it; in pixels. Null: own size. */
  readonly letterHeight: { readonly least: number; readonly target: number; readonly most: number } | null;
}

export interface PreparedPage {
  readonly image: GreyImage;
  /** Letter height in the prepared image, null when unknown. */
  readonly textHeightPx: number | null;
  /** Length of the upright rulings in page heights; 0 when they were not looked for. */
  readonly grid: number;
  /** False for a halftone or a page of noise: more patches of ink than any page of print has. Reading it would take minutes. */
  readonly legible: boolean;
  /** A point of the prepared image as fractions of the page. */
  toPage(x: number, y: number): readonly [number, number];
}

const INK_THRESHOLD = 170;
/** Below this turning blurs more than it straightens. */
const LEAST_SKEW_DEGREES = 0.15;
const MOST_ENLARGEMENT = 2;
/** Dense print has some 8,000 letters, accents and dots a page. */
const MOST_COMPONENTS = 12_000;

/** @param raster RGB; is not changed */
export function preparePage(
  raster: { readonly widthPx: number; readonly heightPx: number; readonly data: Uint8Array },
  how: Preparation,
): PreparedPage {
  let image = quietened(inkOnWhite(raster));
  const { width, height } = image;
  let degrees = how.straighten ? skewDegrees(image, INK_THRESHOLD) : 0;
  if (Math.abs(degrees) < LEAST_SKEW_DEGREES) degrees = 0;
  else image = straighten(image, degrees);
  const found = components(image, INK_THRESHOLD);
  const letter = textHeight(found);
  const left = letter === null ? found : dropSpecks(image, found, letter);
  const grid = letter !== null && how.eraseRulings ? eraseRulings(image, letter, INK_THRESHOLD) : 0;
  if (letter !== null && how.erasePictures) erasePictures(image, components(image, INK_THRESHOLD), letter);
  const factor = letter === null ? 1 : factorFor(letter, how.letterHeight);
  return {
    image: scaled(image, factor),
    textHeightPx: letter === null ? null : letter * factor,
    grid,
    legible: left.length <= MOST_COMPONENTS,
    toPage: (x, y) => {
      const [px, py] = unturn(x / factor, y / factor, degrees, width, height);
      return [clamp(px / width), clamp(py / height)];
    },
  };
}

function factorFor(letter: number, range: Preparation['letterHeight']): number {
  if (!range || (letter >= range.least && letter <= range.most)) return 1;
  return Math.min(MOST_ENLARGEMENT, range.target / letter);
}

const clamp = (value: number): number => Math.min(1, Math.max(0, value));
