import {
  type Connection,
  type OpenSessionRequest,
  useConnections,
  useFlinksConnect,
  type UseFlinksConnectResult,
} from '@flinks-kit/react';
import type { UseQueryResult } from '@tanstack/react-query';
import { createContext, type ReactElement, type ReactNode, use, useEffect } from 'react';
import { useDeveloper } from '../developer/Developer.tsx';
import { recordMessages } from '../developer/recordMessages.ts';
import { isOpen } from './isOpen.ts';
import { navigate, readRouteState, useRoute } from '../routing/useRoute.ts';

/** One person's way from the first click to the connected accounts. It lives above the pages, so it survives them. */
export interface BankConnect {
  readonly connect: UseFlinksConnectResult;
  readonly connections: UseQueryResult<readonly Connection[]>;
  /** True where a reload or a closed tab cut an attempt short, and nothing came of it. */
  readonly interrupted: boolean;
  /** Opens Flinks on the connect page: for a new bank, or to reconnect one. */
  readonly begin: (asked?: OpenSessionRequest) => void;
}

/** Holds the session, ties it to the address bar, and tells an interrupted attempt from a new one. */
export function BankConnectProvider({ children }: { readonly children: ReactNode }): ReactElement {
  const route = useRoute();
  const connections = useConnections();
  const { recorder, readOrigin } = useDeveloper();
  const connect = useFlinksConnect({
    onEvent: (event) => recorder.recordEvent(event, connect.engine.getSnapshot),
    onConnected: () => {
      if (location.pathname === '/connect') navigate('/accounts', { replace: true });
    },
  });
  const { session, open, close, engine } = connect;
  useEffect(() => recordMessages(engine, recorder, readOrigin), [engine, recorder, readOrigin]);

  // Back, or a link away, ends a session that a person can still leave; a bank that already said yes is let through.
  const leavable = isOpen(session);
  useEffect(() => {
    if (route !== '/connect' && leavable) close();
  }, [route, leavable, close]);

  const attempt = route === '/connect' && session.status === 'idle' ? readRouteState().attempt : undefined;
  const linkedAnyway =
    attempt !== undefined && connections.data?.some(({ id }) => !attempt.before.includes(id));
  useEffect(() => {
    if (linkedAnyway === true) navigate('/accounts', { replace: true });
  }, [linkedAnyway]);

  const begin = (asked?: OpenSessionRequest): void => {
    const before = connections.data?.map(({ id }) => id) ?? [];
    navigate('/connect', { replace: route === '/connect', state: { attempt: { before } } });
    open(asked);
  };

  const journey: BankConnect = { connect, connections, interrupted: attempt !== undefined, begin };
  return <BankConnectContext value={journey}>{children}</BankConnectContext>;
}

/** The way this person is on. */
export function useBankConnect(): BankConnect {
  const journey = use(BankConnectContext);
  if (journey === null)
    throw new Error(
      'useBankConnect found no BankConnectProvider, so there is no session: wrap the pages in one.',
    );
  return journey;
}

const BankConnectContext = createContext<BankConnect | null>(null);
