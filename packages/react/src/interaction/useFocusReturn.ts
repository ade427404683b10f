'use client';

import { type FocusEventHandler, type RefObject, useEffect, useRef } from 'react';

/**
 * Keeps the focus in an element when the part of it that had the focus leaves the page: it moves to `home`. The result
 * are handlers for the element, which call those of the app (`own`) first.
 */
export function useFocusReturn(
  home: RefObject<HTMLElement | null>,
  own: Partial<FocusHandlers>,
): FocusHandlers {
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
    onFocus: (event) => {
      own.onFocus?.(event);
      hasFocus.current = true;
    },
    onBlur: (event) => {
      own.onBlur?.(event);
      // When the whole window loses the focus, its element keeps it for the user's return.
      hasFocus.current = event.currentTarget.contains(document.activeElement);
    },
  };
}

interface FocusHandlers {
  readonly onFocus: FocusEventHandler<HTMLElement> | undefined;
  readonly onBlur: FocusEventHandler<HTMLElement> | undefined;
}
