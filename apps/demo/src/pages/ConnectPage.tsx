import { FlinksConnect } from '@flinks-kit/react';
import type { ReactElement } from 'react';
import { isOpen } from '../session/isOpen.ts';
import { useBankConnect } from '../session/BankConnect.tsx';
import { SessionCard } from '../session/SessionCard.tsx';
import { usePreferences } from '../preferences/Preferences.tsx';
import { RentCard } from '../rent/RentCard.tsx';
import { PageHeading } from '../layout/PageHeading.tsx';

/** Flinks' window, and beside it where the person stands. */
export function ConnectPage(): ReactElement {
  const { text } = usePreferences();
  const { connect } = useBankConnect();
  const open = isOpen(connect.session);
  return (
    <div className="connect" data-open={open}>
      <div className="connect-words">
        <PageHeading>{text.connect.heading}</PageHeading>
        <SessionCard />
        <RentCard />
      </div>
      <div className="connect-window">
        <FlinksConnect connect={connect} />
      </div>
    </div>
  );
}
