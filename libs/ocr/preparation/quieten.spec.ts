import { type GreyImage } from './grey-image.js';
import { quietened } from './quieten.js';

const SIZE = 400;

/** Bars of `ink`, 20 pixels high, on paper of 240, with noise of this deviation. */
function bars(ink: number, deviation: number): GreyImage {
  let dice = 7;
  const uniform = (): number => (dice = (Math.imul(dice, 1664525) + 1013904223) >>> 0) / 2 ** 32;
  const data = Uint8Array.from({ length: SIZE * SIZE }, (_, i) => {
    const noise = (uniform() + uniform() + uniform() - 1.5) * 2 * deviation;
    return Math.min(255, Math.max(0, (isBar(i) ? ink : 240) + noise));
  });
  return { width: SIZE, height: SIZE, data };
}
const isBar = (at: number): boolean => Math.floor(at / SIZE) % 100 < 20 && at % SIZE > 100 && at % SIZE < 200;

const dark = ({ data }: GreyImage, where: (at: number) => boolean): number => {
  const pixels = [...data].filter((_, at) => where(at));
  return pixels.filter((value) => value < 170).length / pixels.length;
};

describe('quieting a page', () => {
  it('makes faint ink on rough paper dark, and the paper white', () => {
    const faint = bars(190, 12);
    expect(dark(faint, isBar)).toBeLessThan(0.2);
    const quiet = quietened(faint);
    expect(dark(quiet, isBar)).toBeGreaterThan(0.9);
    expect(dark(quiet, (at) => !isBar(at))).toBeLessThan(0.02);
  });

  it.each([
    ['faint print on clean paper', 190, 0],
    ['dark print on rough paper', 60, 10],
  ])('leaves %s as it is', (_, ink, deviation) => {
    const page = bars(ink, deviation);
    expect(quietened(page)).toBe(page);
  });

  it('makes no ink out of the noise of an empty page', () => {
    expect(dark(quietened(bars(240, 12)), () => true)).toBeLessThan(0.001);
  });
});
