import { boxBetween, enclosing, joined, padded, smallestAt, turned, unturned, wordsIn } from './geometry';

const word = (text: string, left: number, top: number, width = 0.1) => ({
  text,
  box: [left, top, left + width, top + 0.02],
});

const PAGE = [
  word('1', 0.6, 0.5, 0.02),
  word('234,56', 0.63, 0.501),
  word('12', 0.1, 0.2, 0.03),
  word('Paris', 0.3, 0.231),
  word('75002', 0.1, 0.23),
  word('rue', 0.15, 0.201),
];

describe('pointing at a page', () => {
  it('finds the word under the pointer, and the smaller of two boxes', () => {
    expect(smallestAt(PAGE, { x: 0.65, y: 0.51 })?.text).toBe('234,56');
    expect(smallestAt(PAGE, { x: 0.9, y: 0.9 })).toBeNull();
    const boxes = [
      { name: 'address', box: [0, 0, 1, 1] },
      { name: 'city', box: [0.2, 0.2, 0.4, 0.3] },
    ];
    expect(smallestAt(boxes, { x: 0.3, y: 0.25 })?.name).toBe('city');
  });

  it('takes the words that a drag went over, in whichever direction', () => {
    const texts = (box: readonly number[]) => wordsIn(PAGE, box).map(({ text }) => text);
    expect(texts(boxBetween({ x: 0.58, y: 0.49 }, { x: 0.75, y: 0.53 }))).toEqual(['1', '234,56']);
    expect(texts(boxBetween({ x: 0.75, y: 0.53 }, { x: 0.58, y: 0.49 }))).toEqual(['1', '234,56']);
  });

  it('joins words in reading order although their lines are not quite level', () => {
    expect(joined(PAGE.slice(2))).toBe('12 rue 75002 Paris');
    expect(joined([])).toBe('');
  });
});

describe('boxes', () => {
  it('are enclosed by one, and padded within the page', () => {
    expect(
      enclosing([
        [0.1, 0.2, 0.3, 0.4],
        [0.2, 0.1, 0.5, 0.3],
      ]),
    ).toEqual([0.1, 0.1, 0.5, 0.4]);
    expect(enclosing([])).toBeNull();
    expect(padded([0, 0.5, 1, 0.6], 0.01, 0.1)).toEqual([0, 0.4, 1, 0.7]);
  });

  it('stay under the pointer when the page is turned', () => {
    expect(turned({ x: 0.2, y: 0.1 }, 90)).toEqual({ x: 0.9, y: 0.2 });
    for (const turn of [0, 90, 180, 270, -90]) {
      const back = unturned(turned({ x: 0.2, y: 0.1 }, turn), turn);
      expect(back.x).toBeCloseTo(0.2);
      expect(back.y).toBeCloseTo(0.1);
    }
  });
});
