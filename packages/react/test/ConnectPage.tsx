import type { ReactElement } from 'react';
import { ConnectProgress } from '../src/connect/ConnectProgress.tsx';
import { FlinksConnect } from '../src/connect/FlinksConnect.tsx';
import { useFlinksConnect, type UseFlinksConnectOptions } from '../src/connect/useFlinksConnect.ts';

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
