import type { ReactElement } from 'react';
import { useJourney } from '../session/BankConnect.tsx';
import { useLook } from '../preferences/Preferences.tsx';
import { useRentPlan } from './useRentPlan.ts';
import { useResident } from '../user/User.tsx';
import { firstOfNextMonth } from './firstOfNextMonth.ts';
import { formatDay } from './formatDay.ts';
import { nameAccount } from '../accounts/nameAccount.ts';
import { Street } from '../layout/Illustration.tsx';

/** The lease in four lines. Everything on it is made up. */
export function LeaseCard(): ReactElement {
  const { text, locale } = useLook();
  const { resident } = useResident();
  const { connections } = useJourney();
  const plan = useRentPlan();
  const connected = (connections.data?.length ?? 0) > 0;
  const money = new Intl.NumberFormat(locale, { style: 'currency', currency: 'CAD' });
  return (
    <section className="lease" aria-labelledby="lease-heading">
      <Street />
      <div className="lease-body">
        <h2 id="lease-heading" className="lease-heading">
          {text.lease.heading}
        </h2>
        <p className="lease-place">{text.lease.place(resident.unit)}</p>
        <dl className="lease-facts">
          <div>
            <dt>{text.lease.rent}</dt>
            <dd className="lease-rent">{money.format(resident.rent)}</dd>
          </div>
          <div>
            <dt>{text.lease.due}</dt>
            <dd>{formatDay(firstOfNextMonth(), locale)}</dd>
          </div>
          <div>
            <dt>{text.lease.method}</dt>
            {plan ? (
              <dd className="lease-ready">{nameAccount(plan)}</dd>
            ) : (
              <dd className="lease-missing">
                {connected ? text.lease.methodReady : text.lease.methodMissing}
              </dd>
            )}
          </div>
        </dl>
      </div>
    </section>
  );
}
