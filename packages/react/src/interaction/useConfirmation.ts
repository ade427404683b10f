'use client';

import { type KeyboardEvent, type Ref, useEffect, useRef, useState } from 'react';

/**
 * A question before something is lost. While it is asked the harmless answer has the focus; Escape gives that answer,
 * and the button that asked gets the focus back.
 */
export function useConfirmation(): Confirmation {
  const [isAsking, setAsking] = useState(false);
  const opener = useRef<HTMLButtonElement>(null);
  const harmless = useRef<HTMLButtonElement>(null);
  const wasAsking = useRef(false);

  useEffect(() => {
    if (isAsking) harmless.current?.focus();
    else if (wasAsking.current) opener.current?.focus();
    wasAsking.current = isAsking;
  }, [isAsking]);

  return {
    isAsking,
    ask: () => setAsking(true),
    dismiss: () => setAsking(false),
    opener,
    harmless,
    onKeyDown(event) {
      if (event.key !== 'Escape') return;
      // Closes the question only, not a dialog around it, which a browser would close by default.
      event.preventDefault();
      event.stopPropagation();
      setAsking(false);
    },
  };
}

interface Confirmation {
  readonly isAsking: boolean;
  readonly ask: () => void;
  readonly dismiss: () => void;
  /** For the button that asks. */
  readonly opener: Ref<HTMLButtonElement>;
  /** For the answer that loses nothing. */
  readonly harmless: Ref<HTMLButtonElement>;
  /** For both answers. */
  readonly onKeyDown: (event: KeyboardEvent) => void;
}
