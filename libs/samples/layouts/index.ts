import { band } from './band.js';
import { english } from './english.js';
import { type Layout } from './layout.js';
import { letter } from './letter.js';
import { long } from './long.js';
import { ruled } from './ruled.js';
import { service } from './service.js';
import { shop } from './shop.js';
import { utility } from './utility.js';

export const LAYOUTS: readonly Layout[] = [ruled, band, letter, service, utility, shop, long, english];

/** @throws RangeError for an id that no layout has */
export function layoutById(id: string): Layout {
  const found = LAYOUTS.find((layout) => layout.id === id);
  if (!found) throw new RangeError(`no sample layout ${id}`);
  return found;
}
