import {
  describeFlinksCode,
  FlinksConnectDialog,
  useConnections,
  useFlinks,
  useFlinksConnect,
} from '@flinks-kit/react';
import type { ReactElement } from 'react';

/** Every bank with a problem: what happened, and the button that helps. */
export function BankProblems(): ReactElement {
  const { locale } = useFlinks();
  const { data: connections } = useConnections();
  const connect = useFlinksConnect();
  return (
    <>
      {connections?.map(({ id, institution, health }) => {
        if (health.flinksCode === null) return null;
        const { title, body, action, actionLabel } = describeFlinksCode(health.flinksCode, {
          source: 'authorize',
          locale,
        });
        return (
          <section key={id} aria-label={institution ?? title}>
            <h2>{title}</h2>
            <p>{body}</p>
            {action === 'reconnect' && (
              <button type="button" data-flinks-button="" onClick={() => connect.open({ connectionId: id })}>
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
