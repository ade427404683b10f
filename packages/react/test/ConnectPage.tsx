import type { ReactElement } from 'react';
import { ConnectProgress } from '../src/session/ConnectProgress.tsx';
import { FlinksConnect } from '../src/session/FlinksConnect.tsx';
import { useFlinksConnect, type UseFlinksConnectOptions } from '../src/session/useFlinksConnect.ts';

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
