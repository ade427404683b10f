import { FlinksConnect } from '@flinks-kit/react';
import type { ReactElement } from 'react';
import { isOpen } from '../journey/isOpen.ts';
import { useJourney } from '../journey/Journey.tsx';
import { StandingCard } from '../journey/StandingCard.tsx';
import { useLook } from '../look/Look.tsx';
import { LeaseCard } from '../parts/LeaseCard.tsx';
import { PageHeading } from '../parts/PageHeading.tsx';

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
