/** A rectangle as fractions of the page, 0–1: left, top, right, bottom. The origin is the top left corner. */
export type Box = readonly [x0: number, y0: number, x1: number, y1: number];

export const boxHeight = (box: Box): number => box[3] - box[1];
export const centreY = (box: Box): number => (box[1] + box[3]) / 2;

/** The smallest box around all of them. @throws RangeError for an empty list */
export function unionBox(boxes: readonly Box[]): Box {
  if (boxes.length === 0) throw new RangeError('no boxes to unite');
  return [
    Math.min(...boxes.map((box) => box[0])),
    Math.min(...boxes.map((box) => box[1])),
    Math.max(...boxes.map((box) => box[2])),
    Math.max(...boxes.map((box) => box[3])),
  ];
}

/** Length shared by two intervals, 0 when apart. */
export const overlap = (a0: number, a1: number, b0: number, b1: number): number =>
  Math.max(0, Math.min(a1, b1) - Math.max(a0, b0));

/** Share of the lower box's height that both boxes have in common vertically: 1 = on the same line. */
export function sameLine(a: Box, b: Box): number {
  const height = Math.min(boxHeight(a), boxHeight(b));
  return height <= 0 ? 0 : overlap(a[1], a[3], b[1], b[3]) / height;
}
