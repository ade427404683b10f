import { ConnectButton, ReconnectBanner } from '@flinks-kit/react';
import type { ReactElement } from 'react';
import { getLoadStatus } from '../layout/LoadNotice.tsx';
import { PageHeading } from '../layout/PageHeading.tsx';
import { usePreferences } from '../preferences/Preferences.tsx';
import { RentCard } from '../rent/RentCard.tsx';
import { Link } from '../routing/Link.tsx';
import { useBankConnect } from '../session/BankConnect.tsx';

/** What Fernhill does, and the button that connects a bank. */
export function WelcomePage(): ReactElement {
  const { text } = usePreferences();
  const { connections, begin } = useBankConnect();
  return (
    <div className="welcome">
      <ReconnectBanner className="welcome-banner" connections={connections} connect={{ open: begin }} />
      <div className="welcome-intro">
        <PageHeading>{text.welcome.heading}</PageHeading>
        <p className="lead">{text.welcome.lead}</p>
        <MainAction />
      </div>
      <RentCard />
      <ul className="points">
        {text.welcome.points.map(([heading, body], index) => (
          <li key={heading}>
            <svg viewBox="0 0 24 24" aria-hidden="true">
              <path d={pointIcons[index]} />
            </svg>
            <h2 className="point-heading">{heading}</h2>
            <p>{body}</p>
          </li>
        ))}
      </ul>
    </div>
  );
}

// The button waits for the list, so that it never changes under the pointer.
function MainAction(): ReactElement {
  const { text } = usePreferences();
  const { connect, connections, begin } = useBankConnect();
  if (getLoadStatus(connections) === 'loading') return <span className="button skeleton" />;
  if (connections.data?.length === 0) {
    return (
      <ConnectButton connect={{ session: connect.session, open: begin }} consent={null}>
        {text.welcome.connect}
      </ConnectButton>
    );
  }
  return (
    <Link to="/accounts" className="button">
      {text.welcome.resume}
    </Link>
  );
}

// A bank, an eye and a way out.
const pointIcons = [
  'M4 10h16M5 20h14M6.5 10v10M12 10v10M17.5 10v10M4 10l8-6 8 6',
  'M2.5 12S6 5.5 12 5.5 21.5 12 21.5 12 18 18.5 12 18.5 2.5 12 2.5 12ZM12 15a3 3 0 1 0 0-6 3 3 0 0 0 0 6Z',
  'M14 4H6v16h8M10 12h11M17.5 8.5 21 12l-3.5 3.5',
];
