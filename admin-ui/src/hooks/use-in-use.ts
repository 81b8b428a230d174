import { type FocusEvent, type PointerEvent, type RefCallback, type RefObject, useCallback, useRef, useState } from 'react';

export type InUse<E extends HTMLElement> = {
  readonly list: RefObject<E | null>;
  readonly isInUse: boolean;
  /** Belong on the list's own element. */
  readonly props: {
    readonly ref: RefCallback<E>;
    readonly onPointerEnter: (event: PointerEvent) => void;
    readonly onPointerLeave: () => void;
    readonly onFocus: () => void;
    readonly onBlur: (event: FocusEvent) => void;
  };
};

/** Whether the reader's mouse or the focus is in a list. */
export function useInUse<E extends HTMLElement>(): InUse<E> {
  const list = useRef<E>(null);
  const [isHovered, setIsHovered] = useState(false);
  const [isFocused, setIsFocused] = useState(false);
  const ref = useCallback((element: E) => {
    list.current = element;
    // What is taken away with the focus in it, or from under the mouse, sends no event of leaving: the list would be in use for ever.
    const rows = new MutationObserver(() => setIsFocused(element.contains(document.activeElement)));
    rows.observe(element, { childList: true, subtree: true });
    return () => {
      rows.disconnect();
      list.current = null;
      setIsHovered(false);
      setIsFocused(false);
    };
  }, []);
  return {
    list,
    isInUse: isHovered || isFocused || !hasHover(),
    props: {
      ref,
      onPointerEnter: (event) => setIsHovered(event.pointerType === 'mouse'),
      onPointerLeave: () => setIsHovered(false),
      onFocus: () => setIsFocused(true),
      onBlur: (event) => setIsFocused(event.currentTarget.contains(event.relatedTarget)),
    },
  };
}

/** A finger gives no sign before it touches: there the rows never move by themselves. */
const hasHover = (): boolean => window.matchMedia('(any-pointer: fine)').matches;
