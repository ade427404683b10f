import {
  AccountList,
  ConnectionList,
  FlinksConnectDialog,
  InstitutionPicker,
  ReconnectBanner,
  useAllAccounts,
  useConnections,
  useFlinksConnect,
  useInstitutions,
} from '@flinks-kit/react';
import type { ReactElement } from 'react';

/** Every bank of the user: its accounts, its settings, and the choice of another one. */
export function SeveralBanks(): ReactElement {
  const connect = useFlinksConnect();
  const connections = useConnections();
  const all = useAllAccounts();
  const institutions = useInstitutions();

  return (
    <>
      <ReconnectBanner connections={connections} connect={connect} />
      <AccountList accounts={all} groupBy="connection" />
      <h2>Your banks</h2>
      {/* Asks whether to keep both, where two connections share an account. */}
      <ConnectionList connections={connections} connect={connect} />
      <h2>Add a bank</h2>
      <InstitutionPicker institutions={institutions} connect={connect} />
      <FlinksConnectDialog connect={connect} />
    </>
  );
}
