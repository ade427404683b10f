import {
  type Connection,
  isLive,
  type OpenSessionRequest,
  useConnections,
  useFlinksConnect,
  type UseFlinksConnectResult,
} from '@flinks-kit/react';
import type { UseQueryResult } from '@tanstack/react-query';
import { createContext, type ReactElement, type ReactNode, use, useEffect, useState } from 'react';
import { useDeveloper } from '../developer/Developer.tsx';
import { recordMessages } from '../developer/recordMessages.ts';
import { navigate, readRouteState, useRoute } from '../routing/useRoute.ts';

/** The connect session and the connected banks. Lives above the pages, so that a session survives a change of page. */
export interface BankConnect {
  readonly connect: UseFlinksConnectResult;
  readonly connections: UseQueryResult<readonly Connection[]>;
  /** True after a reload or a closed tab ended a session without a connection. */
  readonly interrupted: boolean;
  /** Opens the dialog on the connect page: for a new bank, or to reconnect one. */
  readonly begin: (request?: OpenSessionRequest) => void;
}

/** Holds the session (the kit's hook is here), ends it when the user leaves the page, and detects interrupted ones. */
export function BankConnectProvider({ children }: { readonly children: ReactNode }): ReactElement {
  const route = useRoute();
  const connections = useConnections();
  const { recorder, readOrigin } = useDeveloper();
  const connect = useFlinksConnect({
    onEvent: (event) => recorder.recordEvent(event, connect.engine.getSnapshot),
  });
  const { session, open, close, engine } = connect;
  const canClose = isLive(session) && session.status !== 'linking';
  useEffect(() => recordMessages(engine, recorder, readOrigin), [engine, recorder, readOrigin]);

  // Leaving the page ends an open session. One that is already linking continues.
  useEffect(() => {
    if (route !== '/connect' && canClose) close();
  }, [route, canClose, close]);

  // Only a page that was loaded since then has missed how the attempt ended.
  const [hasBegun, setHasBegun] = useState(false);
  const isNew = route === '/connect' && session.status === 'idle' && !hasBegun;
  const attempt = isNew ? readRouteState().attempt : undefined;
  const linkedAnyway =
    attempt !== undefined && connections.data?.some(({ id }) => !attempt.before.includes(id));
  useEffect(() => {
    if (linkedAnyway === true) navigate('/accounts', { replace: true });
  }, [linkedAnyway]);

  const begin = (request?: OpenSessionRequest): void => {
    const before = connections.data?.map(({ id }) => id) ?? [];
    setHasBegun(true);
    navigate('/connect', { replace: route === '/connect', state: { attempt: { before } } });
    open(request);
  };

  const value: BankConnect = { connect, connections, interrupted: attempt !== undefined, begin };
  return <BankConnectContext value={value}>{children}</BankConnectContext>;
}

/** The connect session and the connected banks. */
export function useBankConnect(): BankConnect {
  const value = use(BankConnectContext);
  if (value === null)
    throw new Error(
      'useBankConnect found no BankConnectProvider, so there is no session: wrap the app in one.',
    );
  return value;
}

const BankConnectContext = createContext<BankConnect | null>(null);
