import { FlinksConnect, useConnectSession, useFlinksConnect } from '@flinks-kit/react';
import type { UseFlinksConnectResult } from '@flinks-kit/react';
import { memo, type ReactElement } from 'react';

export function WhereAmI(): ReactElement {
  const connect = useFlinksConnect();
  return (
    <section>
      <button type="button" data-flinks-button="" onClick={() => connect.open()}>
        Connect your bank
      </button>
      <Stage engine={connect.engine} />
      <FlinksConnect connect={connect} />
    </section>
  );
}

/** Renders for a new stage and for nothing else, however often the session changes. */
const Stage = memo(function Stage({ engine }: Pick<UseFlinksConnectResult, 'engine'>): ReactElement {
  const stage = useConnectSession(engine, (session) => (session.status === 'active' ? session.stage : null));
  return (
    <p>
      Stage: <output>{stage ?? 'none'}</output>
    </p>
  );
});
