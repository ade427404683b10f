'use client';

import type { ConnectSession } from '@flinks-kit/core';
import type { MouseEvent, ReactElement } from 'react';
import type { SessionLabels } from '../labels/session.en.ts';
import { noticeEn } from '../labels/session.en.ts';
import { useLabels } from '../provider/useLabels.ts';
import { type ConnectNoticeState, getConnectNotice } from './getConnectNotice.ts';
import type { UseFlinksConnectResult } from './useFlinksConnect.ts';

/** Says politely what the widget cannot say itself, with one button where something can be done. */
export function ConnectNotice({ connect }: ConnectNoticeProps): ReactElement {
  const labels = useLabels('session', noticeEn);
  const { face, action } = getConnectNotice(connect.session);
  const act = (event: MouseEvent): void => {
    // The second click of a double click lands on whatever the first one brought up.
    if (action === null || event.detail > 1) return;
    event.currentTarget.closest<HTMLElement>('[data-flinks-connect]')?.focus();
    perform(action, connect);
  };
  return (
    <div role="status" data-flinks-notice={face}>
      {face !== 'none' && <span>{sentenceFor(face, connect.session, labels)}</span>}
      {action && (
        <button type="button" data-flinks-button={action} onClick={act}>
          {labels[action]}
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

function sentenceFor(face: ConnectNoticeState['face'], session: ConnectSession, labels: Lines): string {
  switch (face) {
    case 'preparing':
    case 'loading':
    case 'linking':
    case 'offline':
      return labels[face];
    case 'slow-frame':
      return labels.slowFrame;
    case 'slow-bank':
      return labels.slowBank;
    case 'mfa-expiring':
      return labels.mfaExpiring;
    case 'popup-blocked':
      return labels.popupBlocked;
    case 'failed':
      return (session.status === 'failed' && labels.failed[session.error.code]) || labels.failed.other;
    case 'none':
      return '';
  }
}

type Lines = Pick<SessionLabels, keyof typeof noticeEn>;
