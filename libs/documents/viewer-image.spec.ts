import sharp from 'sharp';
import { pictureDpi } from './picture-dpi.js';
import { viewerImage } from './viewer-image.js';

const raster = (widthPx: number, heightPx: number) => ({
  widthPx,
  heightPx,
  data: Buffer.alloc(widthPx * heightPx * 3, 200),
});

describe('the picture for the viewer', () => {
  it('is a WebP whose long side is bounded', async () => {
    const image = await viewerImage(raster(1240, 2000), { maxSidePx: 1000 });
    expect(image).toMatchObject({ mime: 'image/webp', widthPx: 620, heightPx: 1000 });
    expect(await sharp(image.content).metadata()).toMatchObject({ format: 'webp', width: 620 });
  });

  it('is a PNG when wanted, and never enlarged', async () => {
    expect(await viewerImage(raster(40, 60), { format: 'png' })).toMatchObject({
      mime: 'image/png',
      widthPx: 40,
      heightPx: 60,
    });
  });
});

describe('the dpi of a picture', () => {
  it.each([
    ['stated by a scanner', 2480, 3508, 300, 300],
    ['a camera’s 72', 3000, 4000, 72, 342],
    ['unstated A4', 1240, 1754, null, 150],
    ['absurdly stated', 1240, 1754, 4, 150],
    ['an unstated receipt', 630, 1900, null, 200],
  ])('%s', (_name, width, height, stated, dpi) => {
    expect(pictureDpi(width, height, stated)).toBe(dpi);
  });
});
