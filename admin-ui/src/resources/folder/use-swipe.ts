import { type TouchEvent, useRef } from 'react';

/** Shortest way of a finger that turns the leaf, in pixels, and how much flatter than steep it must be. */
const LEAST = 70;
const FLATNESS = 2;

/** Whether something under the finger can itself be pushed sideways: a page drawn larger than the screen, a row of tabs. */
function scrollsSideways(from: EventTarget, within: Element): boolean {
  for (let at = from instanceof Element ? from : null; at !== null && at !== within; at = at.parentElement) {
    if (at.scrollWidth > at.clientWidth + 1 && /auto|scroll/.test(getComputedStyle(at).overflowX)) return true;
  }
  return false;
}

/** Turning leaves by thumb: to the left the next, to the right the one before. */
export function useSwipe({ onNext, onPrevious }: { readonly onNext: () => void; readonly onPrevious: () => void }) {
  const start = useRef<{ readonly x: number; readonly y: number } | null>(null);
  return {
    onTouchStart(event: TouchEvent<HTMLElement>) {
      const touch = event.touches[0];
      // A dialog over the page tells its parents of touches too, though it does not lie within them.
      const isInside = event.target instanceof Node && event.currentTarget.contains(event.target);
      const isFree = isInside && event.touches.length === 1 && touch !== undefined && !scrollsSideways(event.target, event.currentTarget);
      start.current = isFree ? { x: touch.clientX, y: touch.clientY } : null;
    },
    onTouchEnd(event: TouchEvent<HTMLElement>) {
      const from = start.current;
      const touch = event.changedTouches[0];
      start.current = null;
      if (from === null || touch === undefined) return;
      const [right, down] = [touch.clientX - from.x, touch.clientY - from.y];
      if (Math.abs(right) < LEAST || Math.abs(right) < FLATNESS * Math.abs(down)) return;
      if (right < 0) onNext();
      else onPrevious();
    },
  };
}
