import { FlinksConnect, type FlinksClient, FlinksProvider, useFlinksConnect } from '@flinks-kit/react';
import type { ReactElement } from 'react';
import { post } from './post.ts';

const client: FlinksClient = {
  openSession: (asked, options) => post('/my/bank/session', asked, options),
  linkConnection: (link, options) => post('/my/bank/link', link, options),
};

export function OwnBackEnd(): ReactElement {
  return (
    <FlinksProvider client={client}>
      <ConnectBank />
    </FlinksProvider>
  );
}

function ConnectBank(): ReactElement {
  const connect = useFlinksConnect();
  if (connect.session.status === 'connected') {
    return <p role="status">Your own server knows it as {connect.session.connection.id}.</p>;
  }
  return (
    <>
      <button type="button" data-flinks-button="" onClick={() => connect.open()}>
        Connect your bank
      </button>
      <FlinksConnect connect={connect} />
    </>
  );
}
