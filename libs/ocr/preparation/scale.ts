import { type GreyImage } from './grey-image.js';

/** Linear sampling, over the mean of the covered pixels when shrinking. */
export function scaled(image: GreyImage, factor: number): GreyImage {
  const width = Math.max(1, Math.round(image.width * factor));
  const height = Math.max(1, Math.round(image.height * factor));
  if (width === image.width && height === image.height) return image;
  return factor < 1 ? shrunk(image, width, height) : enlarged(image, width, height);
}

function shrunk(image: GreyImage, width: number, height: number): GreyImage {
  const data = new Uint8Array(width * height);
  const xs = weights(image.width, width);
  const ys = weights(image.height, height);
  const row = new Float32Array(width);
  for (let y = 0; y < height; y++) {
    row.fill(0);
    for (let sy = ys.from[y]!; sy < ys.to[y]!; sy++) {
      const wy = ys.share(y, sy);
      const start = sy * image.width;
      for (let x = 0; x < width; x++) {
        let sum = 0;
        for (let sx = xs.from[x]!; sx < xs.to[x]!; sx++) sum += image.data[start + sx]! * xs.share(x, sx);
        row[x]! += sum * wy;
      }
    }
    for (let x = 0; x < width; x++) data[y * width + x] = row[x]! + 0.5;
  }
  return { width, height, data };
}

function weights(
  from: number,
  to: number,
): { from: Int32Array; to: Int32Array; share: (i: number, at: number) => number } {
  const ratio = from / to;
  const first = Int32Array.from({ length: to }, (_, i) => Math.floor(i * ratio));
  const last = Int32Array.from({ length: to }, (_, i) => Math.min(from, Math.ceil((i + 1) * ratio)));
  const share = (i: number, at: number): number =>
    (Math.min((i + 1) * ratio, at + 1) - Math.max(i * ratio, at)) / ratio;
  return { from: first, to: last, share };
}

function enlarged(image: GreyImage, width: number, height: number): GreyImage {
  const data = new Uint8Array(width * height);
  const stepX = image.width / width;
  const stepY = image.height / height;
  for (let y = 0; y < height; y++) {
    const sourceY = Math.min(image.height - 1, Math.max(0, (y + 0.5) * stepY - 0.5));
    const y0 = Math.floor(sourceY);
    const y1 = Math.min(image.height - 1, y0 + 1);
    const fy = sourceY - y0;
    for (let x = 0; x < width; x++) {
      const sourceX = Math.min(image.width - 1, Math.max(0, (x + 0.5) * stepX - 0.5));
      const x0 = Math.floor(sourceX);
      const x1 = Math.min(image.width - 1, x0 + 1);
      const fx = sourceX - x0;
      const upper = image.data[y0 * image.width + x0]! * (1 - fx) + image.data[y0 * image.width + x1]! * fx;
      const lower = image.data[y1 * image.width + x0]! * (1 - fx) + image.data[y1 * image.width + x1]! * fx;
      data[y * width + x] = upper * (1 - fy) + lower * fy + 0.5;
    }
  }
  return { width, height, data };
}
