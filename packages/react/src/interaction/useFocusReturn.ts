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
