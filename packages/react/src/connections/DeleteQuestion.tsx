'use client';

import { type ReactElement, type Ref, useId } from 'react';
import { isolate } from '../format/isolate.ts';
import { connectionsEn } from '../labels/connections.en.ts';
import { useLabels } from '../provider/useLabels.ts';

/** The question before a connection is deleted, with what is deleted where. */
export function DeleteQuestion({ name, harmless, onKeep, onDelete }: DeleteQuestionProps): ReactElement {
  const labels = useLabels('connections', connectionsEn);
  const questionId = useId();
  return (
    <div role="group" aria-labelledby={questionId} data-flinks-delete="asking">
      <strong id={questionId}>{labels.deleteQuestion(isolate(name))}</strong>
      <ul>
        {labels.deleteConsequences.map((consequence) => (
          <li key={consequence}>{consequence}</li>
        ))}
      </ul>
      <div data-flinks-buttons="">
        <button ref={harmless} type="button" data-flinks-button="" onClick={onKeep}>
          {labels.keep}
        </button>
        <button type="button" data-flinks-button="danger" onClick={onDelete}>
          {labels.deleteConfirm}
        </button>
      </div>
    </div>
  );
}

interface DeleteQuestionProps {
  readonly name: string;
  /** For the answer that deletes nothing. */
  readonly harmless: Ref<HTMLButtonElement>;
  readonly onKeep: () => void;
  readonly onDelete: () => void;
}
