import { RemedyMessage, useConnection } from '@flinks-kit/react';
import type { ReactElement } from 'react';

export function Health({ connectionId }: { readonly connectionId: string }): ReactElement {
  const { data: connection } = useConnection(connectionId);
  if (connection === undefined) return <p role="status">One moment…</p>;

  const { status, flinksCode } = connection.health;
  if (status === 'pending' || status === 'deleting') return <p role="status">One moment…</p>;
  if (status === 'ok') return <p>All is well with {connection.institutionName ?? 'your bank'}.</p>;
  return <RemedyMessage flinksCode={flinksCode ?? 'UNKNOWN'} source="authorize" />;
}
