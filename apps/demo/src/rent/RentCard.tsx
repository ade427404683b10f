import type { ReactElement, ReactNode } from 'react';
import { nameAccount } from '../accounts/nameAccount.ts';
import { usePreferences } from '../preferences/Preferences.tsx';
import { useUser } from '../user/User.tsx';
import { formatRent } from './format.ts';
import { RentFacts } from './RentFacts.tsx';
import { type Rent, useRent } from './useRent.ts';

/** The rent: how much, when, and from which account. `children` are its actions. */
export function RentCard({ children }: { readonly children?: ReactNode }): ReactElement {
  const { text, locale } = usePreferences();
  const { user } = useUser();
  const rent = useRent();
  return (
    <section className="rent" aria-labelledby="rent-heading">
      <div className="rent-card">
        <div>
          <h2 id="rent-heading" className="rent-heading">
            {text.rent.heading(user.unit)}
          </h2>
          <p className="rent-amount">{formatRent(user.rent, locale)}</p>
          {rent.status === 'loading' && <p className="rent-pending" />}
          {rent.status === 'ready' && rent.plan !== null && <p className="rent-ready">{text.rent.ready}</p>}
        </div>
        <dl className="rent-facts">
          <RentFacts method={<PaidBy rent={rent} />} />
        </dl>
        {children && <div>{children}</div>}
      </div>
    </section>
  );
}

function PaidBy({ rent }: { readonly rent: Rent }): ReactElement {
  const { text } = usePreferences();
  if (rent.status === 'loading') return <span className="skeleton skeleton-line" />;
  if (rent.status !== 'ready') return <span>{text.rent.methodUnknown}</span>;
  if (rent.plan !== null) return <span>{nameAccount(rent.plan)}</span>;
  return <span>{rent.hasBank ? text.rent.methodReady : text.rent.methodMissing}</span>;
}
