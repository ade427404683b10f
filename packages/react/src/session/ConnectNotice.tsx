'use client';

import type { ConnectSession } from '@flinks-kit/core';
import type { MouseEvent, ReactElement } from 'react';
import type { SessionLabels } from '../labels/session.en.ts';
import { noticeEn } from '../labels/session.en.ts';
import { useLabels } from '../provider/useLabels.ts';
import { type ConnectNoticeState, getConnectNotice } from './getConnectNotice.ts';
import type { UseFlinksConnectResult } from './useFlinksConnect.ts';

/** A polite notice of what the widget cannot show itself, with one button where something can be done. */
export function ConnectNotice({ connect }: ConnectNoticeProps): ReactElement {
  const labels = useLabels('session', noticeEn);
  const { state, action } = getConnectNotice(connect.session);
  // A frame that does not load may load later, or never: the user can try again, and can leave.
  const canCancel = action === 'retry' && connect.session.status === 'loading';
  const act = (event: MouseEvent, chosen: NonNullable<ConnectNoticeState['action']>): void => {
    // The second click of a double click lands on the button that the first one brought up.
    if (event.detail > 1) return;
    event.currentTarget.closest<HTMLElement>('[data-flinks-connect]')?.focus();
    perform(chosen, connect);
  };
  return (
    <div data-flinks-notice={state}>
      {/* The buttons stay outside: a screen reader would read them out with each announcement. */}
      <span role="status">
        {state !== 'none' && <span>{sentenceFor(state, connect.session, labels)}</span>}
      </span>
      {action && (
        <button type="button" data-flinks-button={action} onClick={(event) => act(event, action)}>
          {labels[action]}
        </button>
      )}
      {canCancel && (
        <button type="button" data-flinks-button="cancel" onClick={(event) => act(event, 'cancel')}>
          {labels.cancel}
        </button>
      )}
    </div>
  );
}

interface ConnectNoticeProps {
  readonly connect: UseFlinksConnectResult;
}

function perform(action: NonNullable<ConnectNoticeState['action']>, connect: UseFlinksConnectResult): void {
  if (action === 'retry') connect.retry();
  else if (action === 'cancel') connect.close('closed');
  else connect.reset();
}

function sentenceFor(state: ShownState, session: ConnectSession, labels: Lines): string {
  if (state !== 'failed') return labels[lines[state]];
  return (session.status === 'failed' && labels.failed[session.error.code]) || labels.failed.other;
}

type ShownState = Exclude<ConnectNoticeState['state'], 'none'>;

const lines = {
  preparing: 'preparing',
  loading: 'loading',
  linking: 'linking',
  offline: 'offline',
  'slow-frame': 'slowFrame',
  'slow-bank': 'slowBank',
  'mfa-expiring': 'mfaExpiring',
  'popup-blocked': 'popupBlocked',
} as const satisfies Readonly<Record<Exclude<ShownState, 'failed'>, keyof Lines>>;

type Lines = Pick<SessionLabels, keyof typeof noticeEn>;
