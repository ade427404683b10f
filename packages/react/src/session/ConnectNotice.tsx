'use client';

import type { MouseEvent, ReactElement } from 'react';
import { noticeEn, type SessionLabels } from '../labels/session.en.ts';
import { useLabels } from '../provider/useLabels.ts';
import { type ConnectNoticeState, getConnectNotice } from './getConnectNotice.ts';
import type { UseFlinksConnectResult } from './useFlinksConnect.ts';

/** A polite notice of what the widget cannot show itself, with one button where something can be done. */
export function ConnectNotice({ connect, showCancel }: ConnectNoticeProps): ReactElement {
  const labels: NoticeLabels = useLabels('session', noticeEn);
  const { session } = connect;
  const { state, action } = getConnectNotice(session);
  const text =
    session.status === 'failed'
      ? labels.failed[session.error.code] || labels.failed.other
      : labels.notices[state];
  // A frame that does not load may load later, or never: the user can try again, and can leave.
  const canCancel = action === 'retry' && session.status === 'loading';
  const actions = [action, canCancel && 'cancel'] as const;
  const act = (chosen: Action) => (event: MouseEvent) => {
    // The second click of a double click lands on the button that the first one brought up.
    if (event.detail > 1) return;
    event.currentTarget.closest<HTMLElement>('[data-flinks-connect]')?.focus();
    if (chosen === 'retry') connect.retry();
    else if (chosen === 'cancel') connect.close('closed');
    else connect.reset();
  };
  return (
    <div data-flinks-notice={state}>
      {/* The buttons stay outside: a screen reader would read them out with each announcement. */}
      <span role="status">{text && <span>{text}</span>}</span>
      {actions.map(
        (each) =>
          each &&
          (showCancel || each !== 'cancel') && (
            <button key={each} type="button" data-flinks-button={each} onClick={act(each)}>
              {labels[each]}
            </button>
          ),
      )}
    </div>
  );
}

/** A state without a text of its own has no line among the notices. */
type NoticeLabels = Pick<SessionLabels, 'failed' | Action> & {
  readonly notices: Readonly<Record<string, string | undefined>>;
};

interface ConnectNoticeProps {
  readonly connect: UseFlinksConnectResult;
  readonly showCancel: boolean;
}

type Action = NonNullable<ConnectNoticeState['action']>;
