import { ConnectProgress, FlinksConnect, useFlinksConnect } from '@flinks-kit/react';

/** The component under test: as an app would write it. */
export function Bank() {
  const connect = useFlinksConnect();
  const { session } = connect;
  const isLocked = session.status === 'exited' && session.reason === 'maximum-retries';
  if (session.status === 'connected') return <p role="status">Connected.</p>;
  return (
    <>
      <button type="button" onClick={() => connect.open()}>
        Connect your bank
      </button>
      <ConnectProgress connect={connect} />
      <FlinksConnect connect={connect} />
      {(isLocked || session.status === 'failed') && <p role="alert">Your bank could not be connected.</p>}
    </>
  );
}
