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
  const xs = spans(image.width, width);
  const ys = spans(image.height, height);
  const sums = new Float32Array(width);
  const row = new Float32Array(width);
  let inRow = -1;
  for (let y = 0; y < height; y++) {
    sums.fill(0.5);
    for (let sy = ys.first[y]!; sy <= ys.last[y]!; sy++) {
      // Two rows of the result share one of the source.
      if (sy !== inRow) shrinkRow(image.data, sy * image.width, xs, row);
      inRow = sy;
      const share = sy === ys.first[y]! ? ys.head[y]! : sy === ys.last[y]! ? ys.tail[y]! : ys.whole;
      for (let x = 0; x < width; x++) sums[x]! += row[x]! * share;
    }
    data.set(sums, y * width);
  }
  return { width, height, data };
}

function shrinkRow(
  source: Uint8Array,
  start: number,
  { first, last, head, tail, whole }: Spans,
  row: Float32Array,
): void {
  for (let x = 0; x < row.length; x++) {
    const from = start + first[x]!;
    const to = start + last[x]!;
    let inner = 0;
    for (let at = from + 1; at < to; at++) inner += source[at]!;
    row[x] = source[from]! * head[x]! + inner * whole + source[to]! * tail[x]!;
  }
}

/** Which source pixels each pixel covers, and the shares of the first, of the last and of those between; `tail` is 0 when the last is the first. */
interface Spans {
  readonly first: Int32Array;
  readonly last: Int32Array;
  readonly head: Float32Array;
  readonly tail: Float32Array;
  readonly whole: number;
}

function spans(from: number, to: number): Spans {
  const ratio = from / to;
  const first = new Int32Array(to);
  const last = new Int32Array(to);
  const head = new Float32Array(to);
  const tail = new Float32Array(to);
  for (let i = 0; i < to; i++) {
    first[i] = Math.floor(i * ratio);
    last[i] = Math.min(from, Math.ceil((i + 1) * ratio)) - 1;
    head[i] = (Math.min((i + 1) * ratio, first[i]! + 1) - i * ratio) / ratio;
    tail[i] = last[i] === first[i] ? 0 : Math.min(1, (i + 1) * ratio - last[i]!) / ratio;
  }
  return { first, last, head, tail, whole: 1 / ratio };
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
