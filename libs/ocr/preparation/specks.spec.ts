import { components } from './components.js';
import { type GreyImage } from './grey-image.js';
import { dropSpecks } from './specks.js';

const SIZE = 600;

/** A block of 10 × 10 at the left top, and this many single dark pixels below it. */
function page(specks: number): GreyImage {
  const data = new Uint8Array(SIZE * SIZE).fill(255);
  for (let y = 2; y < 12; y++) data.fill(0, y * SIZE + 2, y * SIZE + 12);
  const aRow = SIZE / 4;
  for (let i = 0; i < specks; i++) data[(20 + 4 * Math.floor(i / aRow)) * SIZE + 4 * (i % aRow)] = 0;
  return { width: SIZE, height: SIZE, data };
}

describe('dropping specks', () => {
  it('whitens them on a page that is strewn with them, and keeps what is as large as a full stop', () => {
    const strewn = page(6000);
    const left = dropSpecks(strewn, components(strewn, 170), 10);
    expect(left).toEqual([{ left: 2, top: 2, right: 12, bottom: 12, area: 100 }]);
    expect(components(strewn, 170)).toEqual(left);
  });

  it('leaves the few of another page alone', () => {
    const tidy = page(60);
    expect(dropSpecks(tidy, components(tidy, 170), 10)).toHaveLength(61);
    expect(components(tidy, 170)).toHaveLength(61);
  });
});
