import type { ReactElement } from 'react';
import { ConnectProgress } from '../src/session/ConnectProgress.tsx';
import { FlinksConnect } from '../src/session/FlinksConnect.tsx';
import { useFlinksConnect, type UseFlinksConnectOptions } from '../src/session/useFlinksConnect.ts';

/** A page that connects a bank, and prints the status of the session. */
export function StatusPage(options: UseFlinksConnectOptions): ReactElement {
  const connect = useFlinksConnect(options);
  return (
    <>
      <button onClick={connect.open}>Connect</button>
      <output>{connect.session.status}</output>
      <FlinksConnect connect={connect} />
    </>
  );
}

/** The smallest page that connects a bank. */
export function ConnectPage(options: UseFlinksConnectOptions): ReactElement {
  const connect = useFlinksConnect(options);
  return (
    <main>
      <button onClick={connect.open}>Connect</button>
      <ConnectProgress connect={connect} />
      <FlinksConnect connect={connect} />
    </main>
  );
}
