import { FlinksConnect } from '@flinks-kit/react';
import type { ReactElement } from 'react';
import { isOpen } from '../session/isOpen.ts';
import { useJourney } from '../session/BankConnect.tsx';
import { StandingCard } from '../session/SessionCard.tsx';
import { useLook } from '../preferences/Preferences.tsx';
import { LeaseCard } from '../rent/RentCard.tsx';
import { PageHeading } from '../layout/PageHeading.tsx';

/** Flinks' window, and beside it where the person stands. */
export function ConnectPage(): ReactElement {
  const { text } = useLook();
  const { connect } = useJourney();
  const open = isOpen(connect.session);
  return (
    <div className="connect" data-open={open}>
      <div className="connect-words">
        <PageHeading>{text.connect.heading}</PageHeading>
        <StandingCard />
        <LeaseCard />
      </div>
      <div className="connect-window">
        <FlinksConnect connect={connect} />
      </div>
    </div>
  );
}
