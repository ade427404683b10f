'use client';

import {
  type ConnectEngine,
  type ConnectEvent,
  type ConnectFailure,
  type Connection,
  type ConnectReport,
  type ConnectSession,
  createConnect,
  type EndedSession,
  type ExitReason,
  isFramed,
  isFrench,
  type Watchdogs,
} from '@flinks-kit/core';
import { QueryClientContext } from '@tanstack/react-query';
import { useContext, useEffect, useMemo, useState, useSyncExternalStore } from 'react';
import { useFlinks } from '../provider/useFlinks.ts';
import { frameEn } from '../labels/session.en.ts';
import { useLabels } from '../provider/useLabels.ts';
import { connectionsKey } from '../query/keys.ts';
import { type ConnectFrameProps, createFrameProps, createFrameRef } from './frameProps.ts';
import { takeRedirect } from './handleRedirect.ts';
import { useLatest } from './useLatest.ts';

/**
 * One place where a person can connect a bank. Gives the session as a union by `status`, and what can be done with
 * it. Whatever identifies a session goes to `open`, so nothing here can reload a live frame. When a bank was
 * connected the lists that TanStack Query holds of connections are read anew.
 *
 * @example
 * const connect = useFlinksConnect({ onConnected: (connection) => navigate(`/banks/${connection.id}`) });
 * return (
 *   <>
 *     <button onClick={connect.open}>Connect your bank</button>
 *     <FlinksConnect connect={connect} />
 *   </>
 * );
 */
export function useFlinksConnect(options: UseFlinksConnectOptions = {}): UseFlinksConnectResult {
  const { client, locale } = useFlinks();
  const { frameTitle } = useLabels('session', frameEn);
  const queryClient = useContext(QueryClientContext);
  const latest = useLatest({ options, client, locale, queryClient });

  const [engine] = useState(() =>
    createConnect({
      client: () => latest.current.client,
      watchdogs: options.watchdogs,
      language: () => (isFrench(latest.current.locale) ? 'fr' : 'en'),
      onEvent: (event) => latest.current.options.onEvent?.(event),
      onEnd: (ended) => {
        const { queryClient: cache, client: from, options: told } = latest.current;
        if (ended.status === 'connected') {
          void cache?.invalidateQueries({ queryKey: connectionsKey(from) });
        }
        announce(ended, told);
      },
    }),
  );
  const [frameRef] = useState(() => createFrameRef(engine));
  const handleRedirect = options.handleRedirect ?? true;
  useEffect(() => {
    const release = engine.retain();
    if (handleRedirect) takeRedirect(engine.resume);
    return release;
  }, [engine, handleRedirect]);

  const session = useSyncExternalStore(engine.subscribe, engine.getSnapshot, engine.getSnapshot);
  return useMemo(() => {
    const { open, openAsync, close, reset, retry } = engine;
    const frameProps = isFramed(session) ? createFrameProps(frameRef, frameTitle) : null;
    return { session, open, openAsync, close, reset, retry, frameProps, engine };
  }, [session, engine, frameRef, frameTitle]);
}

/** Options of `useFlinksConnect`. Callbacks may change at each render: the latest is called. */
export interface UseFlinksConnectOptions {
  /** A bank was connected. Called once, however often the widget says it. */
  readonly onConnected?: ((connection: Connection, report: ConnectReport) => void) | undefined;
  /** The person, or the app, left without connecting. */
  readonly onExited?: ((reason: ExitReason, report: ConnectReport) => void) | undefined;
  /** The session could not go on. `error.retry` says whether opening again may help. */
  readonly onFailed?: ((error: ConnectFailure, report: ConnectReport) => void) | undefined;
  /** Every message of the widget, without ids. For analytics; the session says what it means. */
  readonly onEvent?: ((event: ConnectEvent) => void) | undefined;
  /** Pick up a full-page redirect from the page's address. On by default; off for a second hook on the page. */
  readonly handleRedirect?: boolean | undefined;
  /** How long to wait before something is called slow or lost. Read once, at the first render. */
  readonly watchdogs?: Partial<Watchdogs> | undefined;
}

/** What `useFlinksConnect` gives: a new object per change of the session, with methods that keep their identity. */
export interface UseFlinksConnectResult extends Pick<
  ConnectEngine,
  'open' | 'openAsync' | 'close' | 'reset' | 'retry'
> {
  readonly session: ConnectSession;
  /** For an `<iframe>` of your own; `null` while there is none to mount. */
  readonly frameProps: ConnectFrameProps | null;
  /** For `useConnectSession`, and for code outside React. */
  readonly engine: ConnectEngine;
}

function announce(ended: EndedSession, told: UseFlinksConnectOptions): void {
  if (ended.status === 'connected') return told.onConnected?.(ended.connection, ended.report);
  if (ended.status === 'exited') return told.onExited?.(ended.reason, ended.report);
  if (ended.error.code === 'frame-not-mounted') {
    console.error('flinks-kit: no frame. Render <FlinksConnect connect={connect} />.');
  }
  return told.onFailed?.(ended.error, ended.report);
}
