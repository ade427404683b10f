import type { ReactElement } from 'react';
import { nameAccount } from '../accounts/nameAccount.ts';
import { PageHeading } from '../layout/PageHeading.tsx';
import { usePreferences } from '../preferences/Preferences.tsx';
import { Link } from '../routing/Link.tsx';
import { useUser } from '../user/User.tsx';
import { firstOfNextMonth, formatDay, formatRent } from './format.ts';
import { useRent } from './useRent.ts';

/** The moment of success after the user agreed: a tick that draws itself, what happens next, and one way on. */
export function Agreed(): ReactElement {
  const { text, locale } = usePreferences();
  const { user } = useUser();
  const rent = useRent();
  const plan = rent.status === 'ready' ? rent.plan : null;
  const words = text.agreement.agreed;
  return (
    <div className="centered">
      <svg className="agreed-tick" viewBox="0 0 48 48" aria-hidden="true" focusable="false">
        <circle cx="24" cy="24" r="24" />
        <path d="M14.5 24.5 21 31 33.5 17.5" pathLength="1" />
      </svg>
      <PageHeading>{words.title}</PageHeading>
      {plan !== null && (
        <p className="lead">
          {words.body(
            formatRent(user.rent, locale),
            nameAccount(plan),
            formatDay(firstOfNextMonth(), locale),
          )}
        </p>
      )}
      <Link to="/accounts" className="button">
        {text.connect.accounts}
      </Link>
    </div>
  );
}
