'use client';

import type { Connection } from '@flinks-kit/core';
import { type ReactElement, useId } from 'react';
import { isolate } from '../format/isolate.ts';
import { useConfirmation } from '../interaction/useConfirmation.ts';
import { connectionsEn } from '../labels/connections.en.ts';
import { useFlinks } from '../provider/useFlinks.ts';
import { useLabels } from '../provider/useLabels.ts';
import { flinksKeys } from '../query/keys.ts';
import { PausedChange } from './PausedChange.tsx';
import { useDeleteConnection } from './useDeleteConnection.ts';
import { usePausedChange } from './usePausedChange.ts';

/** Deletes a connection after one question that lists what is deleted where. */
export function DeleteConnection({ connection, name }: DeleteConnectionProps): ReactElement | null {
  const { client } = useFlinks();
  const labels = useLabels('connections', connectionsEn);
  const deletion = useDeleteConnection();
  const cancelPaused = usePausedChange(flinksKeys.deletions(client), connection.id);
  const { isAsking, ask, dismiss, opener, harmless } = useConfirmation();
  const questionId = useId();

  // Rendered while the request is in flight, without a button: a refusal is shown here.
  if (connection.health.status === 'deleting') return null;
  if (cancelPaused !== null) {
    return (
      <div data-flinks-delete="paused">
        <PausedChange sentence={labels.paused.deletion} cancel={labels.cancel} onCancel={cancelPaused} />
      </div>
    );
  }
  if (!isAsking) {
    return (
      <div data-flinks-delete="">
        <button ref={opener} type="button" data-flinks-button="quiet" onClick={ask}>
          {labels.delete}
        </button>
        <span role="status">{deletion.isError && labels.failed}</span>
      </div>
    );
  }
  return (
    <div role="group" aria-labelledby={questionId} data-flinks-delete="asking">
      <strong id={questionId}>{labels.deleteQuestion(isolate(name))}</strong>
      <ul>
        {labels.deleteConsequences.map((consequence) => (
          <li key={consequence}>{consequence}</li>
        ))}
      </ul>
      <div data-flinks-buttons="">
        <button ref={harmless} type="button" data-flinks-button="" onClick={dismiss}>
          {labels.keep}
        </button>
        <button
          type="button"
          data-flinks-button="danger"

          onClick={() => {
            dismiss();
            deletion.mutate({ connectionId: connection.id });
          }}
        >
          {labels.deleteConfirm}
        </button>
      </div>
    </div>
  );
}

interface DeleteConnectionProps {
  readonly connection: Connection;
  readonly name: string;
}
