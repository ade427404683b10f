import { FlinksConnectDialog, RemedyMessage, useFlinksConnect } from '@flinks-kit/react';
import type { ReactElement } from 'react';

/** Why the last refresh failed, and the button that helps. Your code is `connection.health.flinksCode`. */
export function RefreshFailed({ flinksCode = 'INVALID_PASSWORD' }): ReactElement {
  const connect = useFlinksConnect();
  return (
    <>
      <RemedyMessage flinksCode={flinksCode} source="authorize" onAction={() => connect.open()} />
      <FlinksConnectDialog connect={connect} />
    </>
  );
}
