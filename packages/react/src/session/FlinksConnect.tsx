'use client';

import { isLive } from '@flinks-kit/core';
import { type ComponentPropsWithoutRef, forwardRef } from 'react';
import { ConnectNotice } from './ConnectNotice.tsx';
import type { ConnectFrameProps } from './frameProps.ts';
import type { UseFlinksConnectResult } from './useFlinksConnect.ts';
import { checkResult } from '../development/diagnostics.ts';

declare const process: { readonly env: { readonly NODE_ENV?: string } };

/**
 * The widget in the page: Flinks' frame while there is one, and a polite notice with a button when it loads, is slow,
 * offline, blocked or failed. The notice shortens the frame from below, so the frame never moves. Empty while no
 * session is open and after an end that the app handles. Renders a `<div>`.
 *
 * Attributes: `data-flinks-connect` (the session's status), `data-flinks-notice` (see `ConnectNoticeState`),
 * `data-flinks-frame`.
 *
 * @example
 * <FlinksConnect connect={connect} frame={{ title: 'Your bank', allow: 'camera; clipboard-write' }} />
 */
export const FlinksConnect = forwardRef<HTMLDivElement, FlinksConnectProps>(
  function FlinksConnect(props, ref) {
    const { connect, frame, showCancel = true, ...rest } = props;
    if (process.env.NODE_ENV !== 'production') checkResult('connect', connect, 'session', 'useFlinksConnect');
    const { session, frameProps } = connect;
    return (
      <div
        tabIndex={-1}
        {...rest}
        ref={ref}
        data-flinks-connect={session.status}
        aria-busy={(isLive(session) && session.status !== 'active') || undefined}
      >
        {isLive(session) && (
          // A new address is a new frame: messages of the old one must not count for the new one. Its stage comes and goes
          // with it, since React cannot remove a frame that an extension has taken out of the page.
          <div key={frameProps ? session.attempt : 0} data-flinks-stage="">
            {frameProps && (
              // oxlint-disable-next-line react/iframe-missing-sandbox -- the ref sets it: see `ConnectFrameProps`
              <iframe
                {...frameProps}
                {...frame}
                title={frame?.title ?? frameProps.title}
                data-flinks-frame=""
              />
            )}
          </div>
        )}
        {/* After the frame, so that a notice that comes and goes never moves it. */}
        <ConnectNotice connect={connect} showCancel={showCancel} />
      </div>
    );
  },
);

/** Props of `FlinksConnect`; the rest goes to its `<div>`. */
export interface FlinksConnectProps extends Omit<ComponentPropsWithoutRef<'div'>, 'children'> {
  /** What `useFlinksConnect` gives. */
  readonly connect: UseFlinksConnectResult;
  /** A button in the notice that ends the session; on by default. Switch it off where the page has its own exit. */
  readonly showCancel?: boolean | undefined;
  /** Attributes of the frame to replace, except its address. */
  readonly frame?: (Partial<Omit<ConnectFrameProps, 'ref'>> & { readonly sandbox?: string }) | undefined;
}
