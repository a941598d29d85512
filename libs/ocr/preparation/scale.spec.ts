import { scaled } from './scale.js';

const image = (width: number, height: number, value: (x: number, y: number) => number) => ({
  width,
  height,
  data: Uint8Array.from({ length: width * height }, (_, i) => value(i % width, Math.floor(i / width))),
});

describe('scaling', () => {
  it('takes the mean of the covered pixels when shrinking', () => {
    const half = scaled(
      image(4, 2, (x, y) => 10 * x + 100 * y),
      0.5,
    );
    expect(half).toEqual({ width: 2, height: 1, data: Uint8Array.of(55, 75) });
  });

  it('counts pixels covered in part by their share', () => {
    const { data } = scaled(
      image(3, 3, (x) => [0, 90, 240][x]!),
      2 / 3,
    );
    expect([...data]).toEqual([30, 190, 30, 190]);
  });

  it.each([0.37, 0.71, 0.999, 1.6])('keeps an even grey even at a factor of %p', (factor) => {
    const { data } = scaled(
      image(157, 101, () => 200),
      factor,
    );
    expect(new Set(data)).toEqual(new Set([200]));
  });
});
