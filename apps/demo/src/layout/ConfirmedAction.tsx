import { type ReactElement, useEffect, useId, useRef, useState } from 'react';
import type { Change } from '../changes/useHeldChange.ts';
import { usePreferences } from '../preferences/Preferences.tsx';

/**
 * An action that is final once it is sent: a button, then a question whose safe answer has the focus. Escape keeps. While
 * the action waits for the network, the button takes it back.
 */
export function ConfirmedAction({ words, action }: ConfirmedActionProps): ReactElement {
  const { text } = usePreferences();
  const { takeBack } = action;
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
          aria-disabled={action.isPending && takeBack === null}
          onClick={() => (takeBack ? takeBack() : !action.isPending && setAsking(true))}
        >
          {takeBack ? text.load.takeBack : action.isPending ? words.working : words.ask}
        </button>
      )}
      {/* Each in an element: a page translation replaces bare text, which React then cannot remove. */}
      <p role="status">
        {action.isError && <span>{words.failed}</span>}
        {takeBack && <span>{text.load.waits}</span>}
      </p>
    </section>
  );
}

interface ConfirmedActionProps {
  readonly words: ActionWords;
  readonly action: Omit<Change, 'isSuccess'>;
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
