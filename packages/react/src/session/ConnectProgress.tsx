'use client';

import type { ConnectSession, ConnectStage } from '@flinks-kit/core';
import { type ComponentPropsWithoutRef, forwardRef } from 'react';
import type { ProgressStep, SessionLabels } from '../labels/session.en.ts';
import { progressEn } from '../labels/session.en.ts';
import { useLabels } from '../provider/useLabels.ts';
import type { UseFlinksConnectResult } from './useFlinksConnect.ts';
import { checkResult } from '../development/diagnostics.ts';

declare const process: { readonly env: { readonly NODE_ENV?: string } };

/**
 * The four steps of connecting a bank (consent, bank, sign-in, accounts), with the current one marked, while a session
 * is open. Each stage of the widget is announced once, politely; what comes before and after the widget is announced by
 * `FlinksConnect`. Renders a `<div>`; mount it before the session begins, since some screen readers ignore a live region
 * that is inserted together with its text.
 *
 * Attributes: `data-flinks-progress` (the stage, or the session's status where there is none), `data-flinks-steps`,
 * `data-flinks-step` (`done`, `current`, `next`).
 */
export const ConnectProgress = forwardRef<HTMLDivElement, ConnectProgressProps>(function ConnectProgress(
  { connect, ...rest },
  ref,
) {
  const labels = useLabels('session', progressEn);
  if (process.env.NODE_ENV !== 'production') checkResult('connect', connect, 'session', 'useFlinksConnect');
  const { session } = connect;
  const stage = session.status === 'active' ? session.stage : null;
  const current = getStepIndex(session);
  return (
    <div {...rest} ref={ref} data-flinks-progress={stage ?? session.status}>
      {current !== null && (
        <ol aria-label={labels.progress} data-flinks-steps="">
          {steps.map((step, index) => (
            <li
              key={step}
              aria-current={index === current ? 'step' : undefined}
              data-flinks-step={index < current ? 'done' : index === current ? 'current' : 'next'}
            >
              <span>{labels.steps[step]}</span>
            </li>
          ))}
        </ol>
      )}
      <span role="status" data-flinks-spoken="">
        {textFor(session, labels)}
      </span>
    </div>
  );
});

/** Props of `ConnectProgress`; the rest goes to its `<div>`. */
export interface ConnectProgressProps extends Omit<ComponentPropsWithoutRef<'div'>, 'children'> {
  /** What `useFlinksConnect` gives. */
  readonly connect: Pick<UseFlinksConnectResult, 'session'>;
}

const steps: readonly ProgressStep[] = ['consent', 'bank', 'sign-in', 'accounts'];

const stepOfStage: Readonly<Record<ConnectStage, ProgressStep>> = {
  consent: 'consent',
  institution: 'bank',
  credentials: 'sign-in',
  verifying: 'sign-in',
  mfa: 'sign-in',
  'bank-window': 'sign-in',
  accounts: 'accounts',
};

// -1 before the first step, 4 after the last one; `null` while there is no session to follow.
function getStepIndex(session: ConnectSession): number | null {
  switch (session.status) {
    case 'preparing':
    case 'loading':
      return -1;
    case 'active':
      return session.stage === null ? -1 : steps.indexOf(stepOfStage[session.stage]);
    case 'linking':
      return steps.length;
    case 'idle':
    case 'connected':
    case 'exited':
    case 'failed':
      return null;
  }
}

function textFor(
  session: ConnectSession,
  labels: Pick<SessionLabels, 'connected' | 'refused' | 'stages'>,
): string | null {
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
