import type { ReactElement } from 'react';
import { useBankConnect } from '../session/BankConnect.tsx';
import { usePreferences } from '../preferences/Preferences.tsx';
import { useRentPlan } from './useRentPlan.ts';
import { useUser } from '../user/User.tsx';
import { firstOfNextMonth } from './firstOfNextMonth.ts';
import { formatDay } from './formatDay.ts';
import { nameAccount } from '../accounts/nameAccount.ts';
import { Illustration } from '../layout/Illustration.tsx';

/** The lease in four lines. Everything on it is made up. */
export function RentCard(): ReactElement {
  const { text, locale } = usePreferences();
  const { user } = useUser();
  const { connections } = useBankConnect();
  const plan = useRentPlan();
  const connected = (connections.data?.length ?? 0) > 0;
  const money = new Intl.NumberFormat(locale, { style: 'currency', currency: 'CAD' });
  return (
    <section className="lease" aria-labelledby="lease-heading">
      <Illustration />
      <div className="lease-body">
        <h2 id="lease-heading" className="lease-heading">
          {text.rent.heading}
        </h2>
        <p className="lease-place">{text.rent.place(user.unit)}</p>
        <dl className="lease-facts">
          <div>
            <dt>{text.rent.rent}</dt>
            <dd className="lease-rent">{money.format(user.rent)}</dd>
          </div>
          <div>
            <dt>{text.rent.due}</dt>
            <dd>{formatDay(firstOfNextMonth(), locale)}</dd>
          </div>
          <div>
            <dt>{text.rent.method}</dt>
            {plan ? (
              <dd className="lease-ready">{nameAccount(plan)}</dd>
            ) : (
              <dd className="lease-missing">{connected ? text.rent.methodReady : text.rent.methodMissing}</dd>
            )}
          </div>
        </dl>
      </div>
    </section>
  );
}
