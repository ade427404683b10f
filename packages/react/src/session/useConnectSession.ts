'use client';

import type { ConnectEngine, ConnectSession } from '@flinks-kit/core';
import { useCallback, useRef, useSyncExternalStore } from 'react';

/**
 * Follows a session, or a part of it: with a selector the component renders only when the selected part changes
 * (compared with `Object.is`, so select plain values or parts of the session as they are).
 *
 * @example
 * const isOffline = useConnectSession(connect.engine, (session) => 'offline' in session && session.offline);
 */
export function useConnectSession(engine: ConnectEngine): ConnectSession;
export function useConnectSession<Selected>(
  engine: ConnectEngine,
  select: (session: ConnectSession) => Selected,
): Selected;
export function useConnectSession(
  engine: ConnectEngine,
  select: (session: ConnectSession) => unknown = wholeSession,
): unknown {
  const memory = useRef<{ session: ConnectSession; select: typeof select; selected: unknown } | null>(null);
  // A selector that makes a new object each time must still return one object per session, or React renders for ever.
  const read = useCallback((): unknown => {
    const session = engine.getSnapshot();
    const last = memory.current;
    if (last?.session === session && last.select === select) return last.selected;
    const selected = select(session);
    memory.current = { session, select, selected };
    return selected;
  }, [engine, select]);
  return useSyncExternalStore(engine.subscribe, read, read);
}

const wholeSession = (session: ConnectSession): ConnectSession => session;
