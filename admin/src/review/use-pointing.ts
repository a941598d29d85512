import { type PointerEvent, useState } from 'react';
import { type Word } from '../api/types';
import { type FieldBox } from './field-boxes';
import { type FieldName } from './field-groups';
import { type Box, boxBetween, type Point, smallestAt, unturned, wordsIn } from './geometry';

/** Pixels that a hand trembles. */
const STILL_PX = 5;
const NEAR_WORD = 0.003;

interface Pointing {
  readonly words: readonly Word[];
  readonly boxes: readonly FieldBox[];
  readonly focused: FieldName | null;
  readonly turn: number;
  /** Null when nothing may be written. */
  readonly onWords: ((words: readonly Word[], append: boolean) => void) | null;
  readonly onField: (name: FieldName) => void;
}

/**
 * A click on a frame goes to its field, a click on a word writes it, a drag writes all words under it. With Alt the
 * frames of other fields do not count, with Shift the text is appended.
 */
export function usePointing({ words, boxes, focused, turn, onWords, onField }: Pointing) {
  const [start, setStart] = useState<{ point: Point; x: number; y: number } | null>(null);
  const [drag, setDrag] = useState<Box | null>(null);

  const pointOf = (event: PointerEvent<HTMLElement>): Point => {
    const { left, top, width, height } = event.currentTarget.getBoundingClientRect();
    return unturned({ x: (event.clientX - left) / width, y: (event.clientY - top) / height }, turn);
  };

  const click = (point: Point, { altKey, shiftKey }: PointerEvent) => {
    const others = boxes.filter(({ name }) => name !== focused);
    const box = altKey || shiftKey ? null : smallestAt(others, point);
    if (box) return onField(box.name);
    const word = smallestAt(words, point, NEAR_WORD);
    if (word) onWords?.([word], shiftKey);
  };

  return {
    drag,
    picked: drag && onWords ? wordsIn(words, drag).map(({ box }) => box) : [],
    handlers: {
      // Keeps the cursor in the input that is being filled.
      onMouseDown: (event: { preventDefault: () => void }) => event.preventDefault(),
      onPointerDown: (event: PointerEvent<HTMLElement>) => {
        if (event.button !== 0) return;
        event.currentTarget.setPointerCapture(event.pointerId);
        setStart({ point: pointOf(event), x: event.clientX, y: event.clientY });
      },
      onPointerMove: (event: PointerEvent<HTMLElement>) => {
        if (!start || event.pointerType === 'touch') return;
        const far = Math.hypot(event.clientX - start.x, event.clientY - start.y) > STILL_PX;
        if (far || drag) setDrag(boxBetween(start.point, pointOf(event)));
      },
      onPointerUp: (event: PointerEvent<HTMLElement>) => {
        if (!start) return;
        const point = pointOf(event);
        setStart(null);
        setDrag(null);
        if (!drag) return click(point, event);
        const taken = wordsIn(words, boxBetween(start.point, point));
        if (taken.length > 0) onWords?.(taken, event.shiftKey);
      },
      onPointerCancel: () => {
        setStart(null);
        setDrag(null);
      },
    },
  };
}
