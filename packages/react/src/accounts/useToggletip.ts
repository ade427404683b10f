'use client';

import { type KeyboardEvent, type MouseEvent, type PointerEvent, useRef, useState } from 'react';

/**
 * Shows an explanation on hover and focus, toggles it on tap and click, hides it on Escape and on leaving: what
 * WCAG 1.4.13 asks of content on hover or focus.
 */
export function useToggletip() {
  const [open, setOpen] = useState(false);
  // A tap also focuses, which opens: the click that follows has to know how things were before.
  const openBefore = useRef(false);

  const rootProps = {
    // A finger "leaves" as soon as it lifts, so only a mouse opens and closes by passing.
    onPointerEnter: (event: PointerEvent) => event.pointerType === 'mouse' && setOpen(true),
    onPointerLeave: (event: PointerEvent) => event.pointerType === 'mouse' && setOpen(false),
    onKeyDown(event: KeyboardEvent) {
      if (event.key !== 'Escape' || !open) return;
      // Only the explanation closes, not a dialog around it.
      event.stopPropagation();
      setOpen(false);
    },
  };
  const buttonProps = {
    onPointerDown() {
      openBefore.current = open;
    },
    onFocus: () => setOpen(true),
    onBlur: () => setOpen(false),
    onClick(event: MouseEvent) {
      const pressedByKey = event.detail === 0;
      setOpen(pressedByKey ? !open : !openBefore.current);
    },
  };
  return { open, rootProps, buttonProps };
}
