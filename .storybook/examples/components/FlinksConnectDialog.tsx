import { FlinksConnectDialog, useFlinksConnect } from '@flinks-kit/react';
import type { ReactElement } from 'react';

/** A button that opens the widget above the page. */
export function RentSettings(): ReactElement {
  const connect = useFlinksConnect();
  return (
    <>
      <button type="button" data-flinks-button="primary" onClick={() => connect.open()}>
        Connect your bank
      </button>
      <FlinksConnectDialog connect={connect} />
    </>
  );
}
