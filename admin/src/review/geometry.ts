/** Left, top, right, bottom as fractions of the page. */
export type Box = readonly number[];

export interface PlacedWord {
  readonly text: string;
  readonly box: Box;
}

export interface Point {
  readonly x: number;
  readonly y: number;
}

const side = (box: Box, at: 0 | 1 | 2 | 3): number => box[at] ?? 0;
const area = (box: Box): number => (side(box, 2) - side(box, 0)) * (side(box, 3) - side(box, 1));

export function contains(box: Box, { x, y }: Point, margin = 0): boolean {
  return (
    x >= side(box, 0) - margin && x <= side(box, 2) + margin && y >= side(box, 1) - margin && y <= side(box, 3) + margin
  );
}

/** The box with these two corners, whichever way the pointer went. */
export function boxBetween(a: Point, b: Point): Box {
  return [Math.min(a.x, b.x), Math.min(a.y, b.y), Math.max(a.x, b.x), Math.max(a.y, b.y)];
}

export function enclosing(boxes: readonly Box[]): Box | null {
  if (boxes.length === 0) return null;
  return [
    Math.min(...boxes.map((box) => side(box, 0))),
    Math.min(...boxes.map((box) => side(box, 1))),
    Math.max(...boxes.map((box) => side(box, 2))),
    Math.max(...boxes.map((box) => side(box, 3))),
  ];
}

/** The smallest of the boxes around a point: a word within an address, not the address. */
export function smallestAt<T extends { readonly box: Box }>(things: readonly T[], point: Point, margin = 0): T | null {
  const around = things.filter(({ box }) => contains(box, point, margin));
  return around.reduce<T | null>((best, one) => (best === null || area(one.box) < area(best.box) ? one : best), null);
}

/** Words whose middle lies in the box. */
export function wordsIn<W extends PlacedWord>(words: readonly W[], box: Box): W[] {
  return words.filter(({ box: own }) =>
    contains(box, { x: (side(own, 0) + side(own, 2)) / 2, y: (side(own, 1) + side(own, 3)) / 2 }),
  );
}

/** Their texts in reading order: lines from the top, words from the left, with a space between. */
export function joined(words: readonly PlacedWord[]): string {
  const lines: PlacedWord[][] = [];
  for (const word of [...words].sort((a, b) => side(a.box, 1) - side(b.box, 1))) {
    const line = lines.find(([first]) => first && onOneLine(first.box, word.box));
    if (line) line.push(word);
    else lines.push([word]);
  }
  return lines
    .map((line) => line.sort((a, b) => side(a.box, 0) - side(b.box, 0)).map(({ text }) => text))
    .flat()
    .join(' ');
}

function onOneLine(a: Box, b: Box): boolean {
  const shared = Math.min(side(a, 3), side(b, 3)) - Math.max(side(a, 1), side(b, 1));
  return shared > 0.5 * Math.min(side(a, 3) - side(a, 1), side(b, 3) - side(b, 1));
}

/** The box made a little larger, within the page, so that a frame does not touch the letters. */
export function padded(box: Box, x = 0.004, y = 0.003): Box {
  return [
    Math.max(0, side(box, 0) - x),
    Math.max(0, side(box, 1) - y),
    Math.min(1, side(box, 2) + x),
    Math.min(1, side(box, 3) + y),
  ];
}

/** A point of the turned page as a point of the page as it is; `turn` in degrees clockwise. */
export function unturned({ x, y }: Point, turn: number): Point {
  switch (((turn % 360) + 360) % 360) {
    case 90:
      return { x: y, y: 1 - x };
    case 180:
      return { x: 1 - x, y: 1 - y };
    case 270:
      return { x: 1 - y, y: x };
    default:
      return { x, y };
  }
}

/** Where a point of the page is seen once the page is turned. */
export function turned(point: Point, turn: number): Point {
  return unturned(point, 360 - turn);
}
