'use client';

import {
  type AccountsSnapshot,
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
import { type QueryClient, QueryClientContext } from '@tanstack/react-query';
import { useContext, useEffect, useMemo, useState, useSyncExternalStore } from 'react';
import { useFlinks } from '../provider/useFlinks.ts';
import { frameTitleEn } from '../labels/session.en.ts';
import { connectionsKey, type KeyOwner } from '../query/keys.ts';
import { type ConnectFrameProps, createFrameRef, frameAttributes } from './frameProps.ts';
import { checkConnection, explainFailure, explainSlowFrame } from '../development/diagnostics.ts';
import { handleRedirect } from './handleRedirect.ts';
import { useLatest } from '../interaction/useLatest.ts';

declare const process: { readonly env: { readonly NODE_ENV?: string } };

/**
 * One place where the user can connect a bank. Returns the session as a union by `status`, with the methods that
 * change it. What identifies a session is passed to `open`, so a render can never reload a live frame. When a bank was
 * connected, it is in the cached list of connections before `onConnected` is called, and the list is read again.
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
  const { client, labels, locale, onWarning } = useFlinks();
  const frameTitle = labels.session?.frameTitle ?? frameTitleEn;
  const queryClient = useContext(QueryClientContext);
  const latest = useLatest({
    client,
    language: isFrench(locale) ? ('fr' as const) : ('en' as const),
    onEvent: options.onEvent,
    onEnd(ended: EndedSession, userId: KeyOwner['userId']) {
      if (process.env.NODE_ENV !== 'production') {
        if (ended.status === 'failed') explainFailure(ended.error, onWarning);
        if (ended.status === 'connected') checkConnection(ended.connection, onWarning);
      }
      if (ended.status === 'exited') options.onExited?.(ended.reason, ended.report);
      else if (ended.status === 'failed') options.onFailed?.(ended.error, ended.report);
      // A login that finished linking after its user left the page is none of the next user's business.
      else if (client.userId === userId) {
        try {
          if (queryClient) addConnection(queryClient, client, ended.connection);
        } finally {
          // A cache that an app, or an older version, filled otherwise must not keep the app from learning of it.
          options.onConnected?.(ended.connection, ended.report);
        }
      }
    },
  });

  function createSession(): OwnSession {
    const { userId } = client;
    const engine = createConnect({
      client: () => latest.current.client,
      watchdogs: options.watchdogs,
      language: () => latest.current.language,
      onEvent: (event) => latest.current.onEvent?.(event),
      onEnd: (ended) => latest.current.onEnd(ended, userId),
    });
    return { userId, engine, ref: createFrameRef(engine) };
  }

  // Another user gets another engine; the former one is released below, which ends its session as `abandoned`.
  const [own, setOwn] = useState(createSession);
  if (own.userId !== client.userId) setOwn(createSession());
  const { engine, ref } = own;
  // A page that does not know its user yet would ask without one, and its session would end when it knows.
  const isRedirectHandled = options.handleRedirect !== false && own.userId !== null;
  useEffect(() => {
    const release = engine.retain();
    if (isRedirectHandled) handleRedirect(engine.resume);
    return release;
  }, [engine, isRedirectHandled]);

  const session = useSyncExternalStore(engine.subscribe, engine.getSnapshot, engine.getSnapshot);
  if (process.env.NODE_ENV !== 'production') {
    // oxlint-disable-next-line react/rules-of-hooks -- the condition is a constant of the bundle
    useEffect(() => explainSlowFrame(session, onWarning), [session, onWarning]);
  }
  return useMemo(
    () => ({
      ...engine,
      engine,
      session,
      frameProps: isFramed(session) ? { ...frameAttributes, ref, title: frameTitle } : null,
    }),
    [session, engine, ref, frameTitle],
  );
}

/** Options of `useFlinksConnect`. Callbacks may change at each render: the latest one is called. */
export interface UseFlinksConnectOptions {
  /** A bank was connected. Called once per session, also when the widget repeats its message. */
  readonly onConnected?: ((connection: Connection, report: ConnectReport) => void) | undefined;
  /** The user, or the app, ended the session without connecting. */
  readonly onExited?: ((reason: ExitReason, report: ConnectReport) => void) | undefined;
  /** The session failed. `error.retry`: opening again may help. */
  readonly onFailed?: ((error: ConnectFailure, report: ConnectReport) => void) | undefined;
  /** Every message of the widget, without ids. For analytics; `session` has the meaning. */
  readonly onEvent?: ((event: ConnectEvent) => void) | undefined;
  /**
   * Resume a full-page redirect from the page's address, as soon as the provider knows the user. On by default; switch it
   * off for a second hook on the page.
   */
  readonly handleRedirect?: boolean | undefined;
  /** How long to wait before a step counts as slow or lost. Read once, at the first render. */
  readonly watchdogs?: Partial<Watchdogs> | undefined;
}

/** Result of `useFlinksConnect`: a new object per change of the session, with methods that keep their identity. */
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

interface OwnSession {
  readonly userId: string | null | undefined;
  readonly engine: ConnectEngine;
  readonly ref: ConnectFrameProps['ref'];
}

// Written before the app learns of it: a list that is read only then would show for a moment that no bank is connected.
function addConnection(queryClient: QueryClient, client: KeyOwner, connection: Connection): void {
  const queryKey = connectionsKey(client);
  queryClient.setQueryData<readonly Connection[]>(
    queryKey,
    // A bank that is connected again keeps its place: the place of a key in a map is that of its first value.
    (list) => list && [...new Map([...list, connection].map((each) => [each.id, each])).values()],
  );
  // The user may share fewer accounts than before: the others are shown no longer.
  const isShared = ({ id }: { readonly id: string }): boolean =>
    connection.accounts?.some((shared) => shared.id === id) ?? true;
  queryClient.setQueryData<AccountsSnapshot>(
    [...queryKey, connection.id, 'accounts'],
    (was) => was && { ...was, accounts: was.accounts.filter(isShared) },
  );
  void queryClient.invalidateQueries({ queryKey });
}
