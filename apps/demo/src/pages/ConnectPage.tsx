import { FlinksConnectDialog } from '@flinks-kit/react';
import type { ReactElement } from 'react';
import { PageHeading } from '../layout/PageHeading.tsx';
import { usePreferences } from '../preferences/Preferences.tsx';
import { navigate } from '../routing/useRoute.ts';
import { BankChoice } from '../session/BankChoice.tsx';
import { useBankConnect } from '../session/BankConnect.tsx';
import { SessionCard } from '../session/SessionCard.tsx';

/** Connects a bank in the kit's dialog. Behind it, and afterwards, the page shows how the last attempt ended. */
export function ConnectPage(): ReactElement {
  const { text } = usePreferences();
  const { connect, interrupted } = useBankConnect();
  return (
    <div className="narrow stack">
      <PageHeading>{text.connect.heading}</PageHeading>
      {/* Before the card: the dialog gives the focus back when it closes, and then the card moves it to its button. */}
      <FlinksConnectDialog connect={connect} onDone={() => navigate('/accounts', { replace: true })} />
      <SessionCard />
      {connect.session.status === 'idle' && !interrupted && <BankChoice />}
    </div>
  );
}
