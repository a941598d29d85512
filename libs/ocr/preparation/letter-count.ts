import { type RasterImage } from '../../domain/index.js';
import { components } from './components.js';
import { inkOnWhite } from './flatten.js';
import { letters } from './text-height.js';

const INK_THRESHOLD = 170;

/** About how many letters a picture shows, read or not. */
export const letterCount = (raster: RasterImage): number =>
  letters(components(inkOnWhite(raster), INK_THRESHOLD)).length;
