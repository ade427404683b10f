'use client';

import { isLive, type OpenSessionRequest } from '@flinks-kit/core';
import { type ComponentPropsWithoutRef, forwardRef, type ReactNode, useId } from 'react';
import { buttonEn } from '../labels/session.en.ts';
import { useLabels } from '../provider/useLabels.ts';
import type { UseFlinksConnectResult } from './useFlinksConnect.ts';
import { checkResult } from '../development/diagnostics.ts';

declare const process: { readonly env: { readonly NODE_ENV?: string } };

/**
 * The button that starts connecting a bank, with a sentence on what the user agrees to. Does nothing while a session is
 * open. Renders a `<button>` in a `<div>`; `className`, `ref` and all other props go to the `<button>`.
 *
 * Attributes: `data-flinks-connect-entry` on the `<div>`, `data-flinks-connect-button` on the `<button>`.
 *
 * @example
 * <ConnectButton connect={connect} />
 * <ConnectButton connect={connect} request={{ institution: 'FlinksCapital' }} icon={null} consent={null}>
 *   Connect Flinks Capital
 * </ConnectButton>
 */
export const ConnectButton = forwardRef<HTMLButtonElement, ConnectButtonProps>(
  function ConnectButton(props, ref) {
    const { connect, request, icon = bankIcon, consent, children, ...rest } = props;
    if (process.env.NODE_ENV !== 'production') checkResult('connect', connect, 'session', 'useFlinksConnect');
    const labels = useLabels('session', buttonEn);
    const consentId = useId();
    const copy = consent === undefined ? labels.connectConsent : consent;
    return (
      <div data-flinks-connect-entry="">
        <button
          type="button"
          data-flinks-button="primary"
          aria-disabled={isLive(connect.session) || undefined}
          {...(copy === null ? {} : { 'aria-describedby': consentId })}
          {...rest}
          ref={ref}
          data-flinks-connect-button=""
          onClick={(event) => {
            rest.onClick?.(event);
            // The app may have a condition of its own, such as a box to tick.
            if (!event.defaultPrevented) connect.open(request);
          }}
        >
          {icon}
          <span>{children ?? labels.connectBank}</span>
        </button>
        {copy !== null && <p id={consentId}>{copy}</p>}
      </div>
    );
  },
);

/** Props of `ConnectButton`; the rest goes to its `<button>`. */
export interface ConnectButtonProps extends ComponentPropsWithoutRef<'button'> {
  /** What `useFlinksConnect` gives. */
  readonly connect: Pick<UseFlinksConnectResult, 'open' | 'session'>;
  /** What to open: an institution, a connection to reconnect, a language. */
  readonly request?: OpenSessionRequest | undefined;
  /** A sign before the words; a bank by default, `null` for none. */
  readonly icon?: ReactNode;
  /** What the user should know before pressing the button; a label by default, `null` for nothing. */
  readonly consent?: ReactNode;
}

const bankIcon = (
  <svg viewBox="0 0 20 20" aria-hidden="true" focusable="false">
    <path d="M3 8h14L10 3.5 3 8Zm2 0v6m3.3-6v6m3.4-6v6M15 8v6M3 16.5h14" />
  </svg>
);
