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
        {text.welcome.points.map(([heading, body]) => (
          <li key={heading}>
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
