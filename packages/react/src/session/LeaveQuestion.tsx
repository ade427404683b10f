'use client';

import { type ReactElement, useEffect, useId, useRef } from 'react';
import type { SessionLabels } from '../labels/session.en.ts';

/** Asks before a connection that is under way is dropped. Staying has the focus: it is what loses nothing. */
export function LeaveQuestion({ labels, onLeave, onStay }: LeaveQuestionProps): ReactElement {
  const questionId = useId();
  const stay = useRef<HTMLButtonElement>(null);
  useEffect(() => stay.current?.focus(), []);
  return (
    <div role="alertdialog" aria-labelledby={questionId} data-flinks-leave="">
      <p id={questionId}>{labels.leaveQuestion}</p>
      <button ref={stay} type="button" data-flinks-button="stay" onClick={onStay}>
        {labels.stay}
      </button>
      <button type="button" data-flinks-button="leave" onClick={onLeave}>
        {labels.leave}
      </button>
    </div>
  );
}

interface LeaveQuestionProps {
  readonly labels: Pick<SessionLabels, 'leaveQuestion' | 'leave' | 'stay'>;
  readonly onLeave: () => void;
  readonly onStay: () => void;
}
