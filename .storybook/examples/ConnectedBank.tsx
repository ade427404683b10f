import { useConnections } from '@flinks-kit/react';
import type { ReactElement, ReactNode } from 'react';

/** Passes the id of the user's first bank on, as a route's parameter would. */
export function ConnectedBank({ children }: ConnectedBankProps): ReactElement {
  const id = useConnections().data?.[0]?.id;
  return <>{id === undefined ? <p role="status">Loading…</p> : children(id)}</>;
}

interface ConnectedBankProps {
  readonly children: (connectionId: string) => ReactNode;
}
