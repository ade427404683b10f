'use client';

import type { ConnectSession } from '@flinks-kit/core';
import { type ComponentPropsWithoutRef, forwardRef } from 'react';
import type { SessionLabels } from '../labels/session.en.ts';
import { progressEn } from '../labels/session.en.ts';
import { useLabels } from '../provider/useLabels.ts';
import type { UseFlinksConnectResult } from './useFlinksConnect.ts';

/**
 * The user's step inside the widget, in words, announced politely at each change; what comes before and after the widget
 * is announced by `FlinksConnect`. Renders a `<p>`; mount it before the session begins, since some screen readers ignore a live
 * region that is inserted together with its text.
 *
 * Attributes: `data-flinks-progress` (the stage, or the session's status where there is none).
 */
export const ConnectProgress = forwardRef<HTMLParagraphElement, ConnectProgressProps>(
  function ConnectProgress({ connect, ...rest }, ref) {
    const labels = useLabels('session', progressEn);
    const { session } = connect;
    const stage = session.status === 'active' ? session.stage : null;
    return (
      <p role="status" {...rest} ref={ref} data-flinks-progress={stage ?? session.status}>
        {textFor(session, labels)}
      </p>
    );
  },
);

/** Props of `ConnectProgress`; the rest goes to its `<p>`. */
export interface ConnectProgressProps extends Omit<ComponentPropsWithoutRef<'p'>, 'children'> {
  /** What `useFlinksConnect` gives. */
  readonly connect: Pick<UseFlinksConnectResult, 'session'>;
}

function textFor(session: ConnectSession, labels: Lines): string | null {
  switch (session.status) {
    case 'connected':
      return labels.connected;
    case 'active':
      // An error ends the wait: the bank is not checking any more.
      if (session.lastError && session.stage === 'verifying') return labels.refused;
      return session.stage && labels.stages[session.stage];
    // `FlinksConnect` announces all else, and one voice is enough.
    default:
      return null;
  }
}

type Lines = Pick<SessionLabels, keyof typeof progressEn>;
