'use client';

import { type FocusEvent, type RefObject, useEffect, useRef } from 'react';

/**
 * Keeps the focus in an element when the part of it that had the focus leaves the page: it moves to `home`. The result
 * are handlers for the element.
 */
export function useFocusReturn(home: RefObject<HTMLElement | null>): FocusHandlers {
  // Noted, since a browser takes the focus of what leaves the page, and React reports no blur of it.
  const hasFocus = useRef(false);
  useEffect(() => {
    // Before the element's own handler: the user may leave a part that has gone without a blur.
    const forget = (): void => {
      hasFocus.current = false;
    };
    document.addEventListener('focusin', forget, true);
    return () => document.removeEventListener('focusin', forget, true);
  }, []);
  useEffect(() => {
    if (hasFocus.current && document.activeElement === document.body) home.current?.focus();
  });
  return {
    onFocus: () => {
      hasFocus.current = true;
    },
    onBlur: ({ currentTarget }) => {
      // When the whole window loses the focus, its element keeps it for the user's return.
      hasFocus.current = currentTarget.contains(document.activeElement);
    },
  };
}

interface FocusHandlers {
  readonly onFocus: () => void;
  readonly onBlur: (event: FocusEvent) => void;
}
