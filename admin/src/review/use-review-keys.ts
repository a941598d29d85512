import { useEffect, useRef } from 'react';

interface ReviewKeys {
  readonly enabled: boolean;
  readonly onAccept: () => void;
  readonly onUndo: () => void;
  readonly onNextDoubtful: () => void;
  readonly onHelp: () => void;
}

/** Keys of the invoice page. Enter and `?` keep their usual meaning where one types free text or presses a button. */
export function useReviewKeys(keys: ReviewKeys): void {
  const latest = useRef(keys);
  latest.current = keys;
  useEffect(() => {
    const press = (event: KeyboardEvent) => {
      const { enabled, onAccept, onUndo, onNextDoubtful, onHelp } = latest.current;
      if (!enabled || event.defaultPrevented || isInPopup(event.target)) return;
      const done = (act: () => void) => {
        event.preventDefault();
        act();
      };
      if (event.key === 'Enter' && (event.ctrlKey || event.metaKey)) return done(onAccept);
      if (event.key === 'Escape') return done(onUndo);
      if (event.key === '?' && !isTyping(event.target)) return done(onHelp);
      if (event.key === 'Enter' && !isInteractive(event.target)) return done(onNextDoubtful);
    };
    document.addEventListener('keydown', press);
    return () => document.removeEventListener('keydown', press);
  }, []);
}

const matches = (target: EventTarget | null, selector: string): boolean =>
  target instanceof Element && target.closest(selector) !== null;

const isInPopup = (target: EventTarget | null) => matches(target, '[role="dialog"], [role="menu"], [role="listbox"]');
const isInteractive = (target: EventTarget | null) => matches(target, 'a, button, input, select, textarea');
/** A date or an amount never holds a question mark, so there it still asks for help. */
const isTyping = (target: EventTarget | null) =>
  matches(target, 'textarea, select') || (matches(target, 'input') && !matches(target, 'input[inputmode="decimal"]'));
