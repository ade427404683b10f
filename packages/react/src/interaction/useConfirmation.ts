'use client';

import { type Ref, type RefObject, useEffect, useRef, useState } from 'react';

/**
 * A question before something is lost. While it is asked the harmless answer has the focus; Escape gives that answer,
 * wherever the focus is, and the element that asked (`opener`) gets the focus back.
 */
export function useConfirmation(opener: RefObject<HTMLElement | null>): Confirmation {
  const [isAsking, setAsking] = useState(false);
  const harmless = useRef<HTMLButtonElement>(null);

  const wasAsking = useRef(false);

  useEffect(() => {
    if (isAsking) harmless.current?.focus();
    else if (wasAsking.current) opener.current?.focus();
    wasAsking.current = isAsking;
  }, [isAsking, opener]);

  useEffect(() => {
    if (!isAsking) return undefined;
    const dismissOnEscape = (event: KeyboardEvent): void => {
      if (event.key !== 'Escape' || event.defaultPrevented) return;
      // Closes the question only, not a dialog around it, which a browser would close by default.
      event.preventDefault();
      event.stopPropagation();
      setAsking(false);
    };
    document.addEventListener('keydown', dismissOnEscape, true);
    return () => document.removeEventListener('keydown', dismissOnEscape, true);
  }, [isAsking]);

  return {
    isAsking,
    ask: () => setAsking(true),
    dismiss: () => setAsking(false),
    harmless,
  };
}

interface Confirmation {
  readonly isAsking: boolean;
  readonly ask: () => void;
  readonly dismiss: () => void;
  /** For the answer that loses nothing. */
  readonly harmless: Ref<HTMLButtonElement>;
}
