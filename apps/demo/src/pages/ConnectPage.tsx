import { FlinksConnect } from '@flinks-kit/react';
import type { ReactElement } from 'react';
import { PageHeading } from '../layout/PageHeading.tsx';
import { usePreferences } from '../preferences/Preferences.tsx';
import { useBankConnect } from '../session/BankConnect.tsx';
import { isOpen } from '../session/isOpen.ts';
import { SessionCard } from '../session/SessionCard.tsx';

/** The session's state, and the Flinks Connect widget below it. */
export function ConnectPage(): ReactElement {
  const { text } = usePreferences();
  const { connect } = useBankConnect();
  return (
    <div className="narrow stack">
      <PageHeading>{text.connect.heading}</PageHeading>
      <SessionCard />
      {/* The kit's component stays mounted while it is hidden, so that a session can begin in it at once. */}
      <div hidden={!isOpen(connect.session)}>
        <FlinksConnect connect={connect} />
      </div>
    </div>
  );
}
