import { type GreyImage, type PixelBox } from './grey-image.js';

export interface Component extends PixelBox {
  /** Ink pixels. */
  readonly area: number;
}

/** Connected (8 neighbours) patches of pixels darker than `threshold`, found over runs row by row. */
export function components({ width, height, data }: GreyImage, threshold: number): Component[] {
  const parent: number[] = [];
  const left: number[] = [];
  const top: number[] = [];
  const right: number[] = [];
  const bottom: number[] = [];
  const area: number[] = [];
  const root = (id: number): number => {
    while (parent[id] !== id) id = parent[id] = parent[parent[id]!]!;
    return id;
  };
  let above: number[] = [];
  for (let y = 0; y < height; y++) {
    const runs: number[] = [];
    const row = y * width;
    let next = 0;
    for (let x = 0; x < width; x++) {
      if (data[row + x]! >= threshold) continue;
      const start = x;
      while (x < width && data[row + x]! < threshold) x++;
      let id = -1;
      while (next < above.length && above[next + 1]! < start) next += 3;
      for (let i = next; i < above.length && above[i]! <= x; i += 3) {
        const touched = root(above[i + 2]!);
        if (id < 0) id = touched;
        else if (id !== touched) {
          parent[touched] = id;
          left[id] = Math.min(left[id]!, left[touched]!);
          top[id] = Math.min(top[id]!, top[touched]!);
          right[id] = Math.max(right[id]!, right[touched]!);
          bottom[id] = Math.max(bottom[id]!, bottom[touched]!);
          area[id]! += area[touched]!;
        }
      }
      if (id < 0) {
        id = parent.length;
        parent.push(id);
        left.push(start);
        top.push(y);
        right.push(x);
        bottom.push(y + 1);
        area.push(0);
      }
      left[id] = Math.min(left[id]!, start);
      right[id] = Math.max(right[id]!, x);
      bottom[id] = y + 1;
      area[id]! += x - start;
      runs.push(start, x, id);
    }
    above = runs;
  }
  return parent.flatMap((of, id) =>
    of === id ? [{ left: left[id]!, top: top[id]!, right: right[id]!, bottom: bottom[id]!, area: area[id]! }] : [],
  );
}
