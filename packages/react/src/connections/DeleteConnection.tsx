'use client';

import type { Connection } from '@flinks-kit/core';
import { type KeyboardEvent, type ReactElement, useEffect, useId, useRef, useState } from 'react';
import { connectionsEn } from '../labels/connections.en.ts';
import { useLabels } from '../provider/useLabels.ts';
import { useDeleteConnection } from './useDeleteConnection.ts';

/** Deletes a connection after one question that says what is deleted where. */
export function DeleteConnection({ connection, name }: DeleteConnectionProps): ReactElement | null {
  const labels = useLabels('connections', connectionsEn);
  const remove = useDeleteConnection();
  const [asking, setAsking] = useState(false);
  const keep = useRef<HTMLButtonElement>(null);
  const opener = useRef<HTMLButtonElement>(null);
  const wasAsking = useRef(false);
  const questionId = useId();

  useEffect(() => {
    // The question takes the focus to its harmless answer, and gives it back.
    if (asking) keep.current?.focus();
    else if (wasAsking.current) opener.current?.focus();
    wasAsking.current = asking;
  }, [asking]);

  function keepOnEscape(event: KeyboardEvent): void {
    if (event.key !== 'Escape') return;
    // Only the question closes, not a dialog around the card.
    event.stopPropagation();
    setAsking(false);
  }

  // Stays while the server is asked, and has nothing to offer: a refusal is told here.
  if (connection.health.status === 'deleting') return null;
  if (!asking) {
    return (
      <div data-flinks-remove="">
        <button ref={opener} type="button" data-flinks-button="quiet" onClick={() => setAsking(true)}>
          {labels.remove}
        </button>
        <span role="status">{remove.isError && labels.failed}</span>
      </div>
    );
  }
  return (
    <div role="group" aria-labelledby={questionId} data-flinks-remove="asking">
      <strong id={questionId}>{labels.removeQuestion(name)}</strong>
      <ul>
        {labels.removeConsequences.map((consequence) => (
          <li key={consequence}>{consequence}</li>
        ))}
      </ul>
      <div data-flinks-buttons="">
        <button
          ref={keep}
          type="button"
          data-flinks-button=""
          onClick={() => setAsking(false)}
          onKeyDown={keepOnEscape}
        >
          {labels.keep}
        </button>
        <button
          type="button"
          data-flinks-button="danger"
          onKeyDown={keepOnEscape}
          onClick={() => {
            setAsking(false);
            remove.mutate(connection.id);
          }}
        >
          {labels.removeConfirm}
        </button>
      </div>
    </div>
  );
}

interface DeleteConnectionProps {
  readonly connection: Connection;
  readonly name: string;
}
