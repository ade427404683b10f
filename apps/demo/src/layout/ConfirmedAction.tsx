import type { UseMutationResult } from '@tanstack/react-query';
import { type ReactElement, useEffect, useId, useRef, useState } from 'react';
import { usePreferences } from '../preferences/Preferences.tsx';

/** An action that can't be taken back: a button, then a question whose safe answer has the focus. Escape keeps. */
export function ConfirmedAction({ words, action }: ConfirmedActionProps): ReactElement {
  const { text } = usePreferences();
  const [asking, setAsking] = useState(false);
  const keep = useRef<HTMLButtonElement>(null);
  const opener = useRef<HTMLButtonElement>(null);
  const wasAsking = useRef(false);
  const headingId = useId();
  const bodyId = useId();

  useEffect(() => {
    // The question moves the focus to its safe answer, and back afterwards.
    if (asking) keep.current?.focus();
    else if (wasAsking.current) opener.current?.focus();
    wasAsking.current = asking;
    if (!asking) return undefined;
    const keepOnEscape = (event: KeyboardEvent): void => {
      if (event.key === 'Escape') setAsking(false);
    };
    document.addEventListener('keydown', keepOnEscape);
    return () => document.removeEventListener('keydown', keepOnEscape);
  }, [asking]);

  return (
    <section className="setting" aria-labelledby={headingId}>
      <h2 id={headingId}>{words.heading}</h2>
      <p id={bodyId}>{words.body}</p>
      {asking ? (
        <div className="actions" role="group" aria-labelledby={headingId} aria-describedby={bodyId}>
          <button ref={keep} type="button" className="button button-quiet" onClick={() => setAsking(false)}>
            {words.keep}
          </button>
          <button
            type="button"
            className="button button-danger"
            onClick={() => {
              setAsking(false);
              action.mutate();
            }}
          >
            {words.confirm}
          </button>
        </div>
      ) : (
        <button
          ref={opener}
          type="button"
          className="button button-quiet"
          aria-disabled={action.isPending}
          onClick={() => !action.isPending && setAsking(true)}
        >
          {action.isPending && !action.isPaused ? words.working : words.ask}
        </button>
      )}
      <p role="status">
        {action.isError && words.failed}
        {action.isPaused && text.load.waits}
      </p>
    </section>
  );
}

interface ConfirmedActionProps {
  readonly words: ActionWords;
  readonly action: Pick<
    UseMutationResult<unknown, Error, void>,
    'isError' | 'isPaused' | 'isPending' | 'mutate'
  >;
}

/** The texts of an action that asks before it is taken. */
export interface ActionWords {
  readonly heading: string;
  readonly body: string;
  readonly ask: string;
  readonly keep: string;
  readonly confirm: string;
  readonly working: string;
  readonly failed: string;
}
