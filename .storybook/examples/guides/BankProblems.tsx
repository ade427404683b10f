import {
  describeFlinksCode,
  FlinksConnectDialog,
  useConnections,
  useFlinks,
  useFlinksConnect,
  useRefreshConnection,
} from '@flinks-kit/react';
import type { ReactElement } from 'react';

/** Each bank that Flinks gave a code for: its name, what happened, and the button that helps, if there is one. */
export function BankProblems(): ReactElement {
  const { locale } = useFlinks();
  const { data: connections } = useConnections();
  const connect = useFlinksConnect();
  const refresh = useRefreshConnection();
  return (
    <>
      {connections?.map(({ id, institutionName, health }) => {
        if (health.flinksCode === null) return null;
        const { title, body, actionLabel } = describeFlinksCode(health.flinksCode, {
          source: 'authorize',
          locale,
        });
        const help = (): void =>
          health.status === 'needs-user'
            ? connect.open({ connectionId: id })
            : refresh.mutate({ connectionId: id });
        return (
          <section key={id}>
            <h2>{institutionName ?? 'Your bank'}</h2>
            <p>
              <strong>{title}</strong>
            </p>
            <p>{body}</p>
            {actionLabel !== null && (
              <button type="button" data-flinks-button="" onClick={help}>
                {actionLabel}
              </button>
            )}
          </section>
        );
      })}
      <FlinksConnectDialog connect={connect} />
    </>
  );
}
