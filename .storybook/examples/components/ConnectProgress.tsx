import { ConnectProgress, FlinksConnect, useFlinksConnect } from '@flinks-kit/react';
import type { ReactElement } from 'react';

/** The widget, and above it where the user is. */
export function Onboarding(): ReactElement {
  const connect = useFlinksConnect();
  return (
    <>
      <button type="button" data-flinks-button="primary" onClick={() => connect.open()}>
        Connect your bank
      </button>
      <ConnectProgress connect={connect} />
      <FlinksConnect connect={connect} />
    </>
  );
}
