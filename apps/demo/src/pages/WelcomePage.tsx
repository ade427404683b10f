import type { ReactElement } from 'react';
import { useBankConnect } from '../session/BankConnect.tsx';
import { usePreferences } from '../preferences/Preferences.tsx';
import { RentCard } from '../rent/RentCard.tsx';
import { PageHeading } from '../layout/PageHeading.tsx';
import { Link } from '../routing/Link.tsx';

/** What Fernhill is, and the first click. */
export function WelcomePage(): ReactElement {
  const { text } = usePreferences();
  const { connections, begin } = useBankConnect();
  const connected = (connections.data?.length ?? 0) > 0;
  return (
    <div className="welcome">
      <div className="welcome-words">
        <p className="eyebrow">{text.welcome.eyebrow}</p>
        <PageHeading>{text.welcome.heading}</PageHeading>
        <p className="lead">{text.welcome.lead}</p>
        {connected ? (
          <Link to="/accounts" className="button">
            {text.welcome.resume}
          </Link>
        ) : (
          <button type="button" className="button" onClick={() => begin()}>
            {text.welcome.connect}
          </button>
        )}
      </div>
      <RentCard />
      <ul className="points">
        {text.welcome.points.map(([heading, body]) => (
          <li key={heading} className="point">
            <h2 className="point-heading">{heading}</h2>
            <p>{body}</p>
          </li>
        ))}
      </ul>
    </div>
  );
}
