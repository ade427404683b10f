'use client';

import type { ReactElement } from 'react';

/** The message that a change was not sent yet, because the browser is offline, with a button that takes it back. */
export function PausedChange({ sentence, cancel, onCancel }: PausedChangeProps): ReactElement {
  return (
    <p data-flinks-paused="">
      <span role="status">{sentence}</span>
      <button type="button" data-flinks-button="quiet" onClick={onCancel}>
        {cancel}
      </button>
    </p>
  );
}

interface PausedChangeProps {
  readonly sentence: string;
  readonly cancel: string;
  readonly onCancel: () => void;
}
