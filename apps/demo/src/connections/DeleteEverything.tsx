import type { Connection } from '@flinks-kit/react';
import { type ReactElement, useEffect, useRef, useState } from 'react';
import { usePreferences } from '../preferences/Preferences.tsx';
import { useDeleteEverything } from './useDeleteEverything.ts';

/** Deletes all data of the user, after a question that lists what is deleted. */
export function DeleteEverything({
  connections,
}: {
  readonly connections: readonly Connection[];
}): ReactElement {
  const { text } = usePreferences();
  const deletion = useDeleteEverything();
  const [asking, setAsking] = useState(false);
  const keep = useRef<HTMLButtonElement>(null);
  const opener = useRef<HTMLButtonElement>(null);
  const wasAsking = useRef(false);
  const words = text.deleteEverything;

  useEffect(() => {
    // The question moves the focus to its safe answer, and back afterwards.
    if (asking) keep.current?.focus();
    else if (wasAsking.current) opener.current?.focus();
    wasAsking.current = asking;
  }, [asking]);

  return (
    <section className="delete-everything" aria-labelledby="delete-heading">
      <div>
        <h2 id="delete-heading">{words.heading}</h2>
        <p>{words.body}</p>
      </div>
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
              deletion.mutate(connections);
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
          aria-disabled={deletion.isPending}
          onClick={() => !deletion.isPending && setAsking(true)}
        >
          {deletion.isPending ? words.deleting : words.ask}
        </button>
      )}
      <p role="status">{deletion.isError && words.failed}</p>
    </section>
  );
}
