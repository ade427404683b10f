import type { Connection } from '@flinks-kit/react';
import { type ReactElement, useEffect, useRef, useState } from 'react';
import { usePreferences } from '../preferences/Preferences.tsx';
import { useDeleteEverything } from './useDeleteEverything.ts';

/** The way out: everything is deleted, after one question that says what that is. */
export function DeleteEverything({
  connections,
}: {
  readonly connections: readonly Connection[];
}): ReactElement {
  const { text } = usePreferences();
  const leave = useDeleteEverything();
  const [asking, setAsking] = useState(false);
  const keep = useRef<HTMLButtonElement>(null);
  const opener = useRef<HTMLButtonElement>(null);
  const wasAsking = useRef(false);
  const words = text.deleteEverything;

  useEffect(() => {
    // The question takes the focus to its harmless answer, and gives it back.
    if (asking) keep.current?.focus();
    else if (wasAsking.current) opener.current?.focus();
    wasAsking.current = asking;
  }, [asking]);

  return (
    <section className="leave" aria-labelledby="leave-heading">
      <h2 id="leave-heading" className="leave-heading">
        {words.heading}
      </h2>
      <p className="leave-body">{words.body}</p>
      {asking ? (
        <div className="actions">
          <button ref={keep} type="button" className="button button-quiet" onClick={() => setAsking(false)}>
            {words.keep}
          </button>
          <button
            type="button"
            className="button button-danger"
            onClick={() => {
              setAsking(false);
              leave.mutate(connections);
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
          aria-disabled={leave.isPending}
          onClick={() => !leave.isPending && setAsking(true)}
        >
          {leave.isPending ? words.leaving : words.ask}
        </button>
      )}
      <p role="status" className="leave-body">
        {leave.isError && words.failed}
      </p>
    </section>
  );
}
