import type { ReactElement } from 'react';
import { useLook } from '../look/Look.tsx';
import type { RentPlan } from '../rent/RentPlan.ts';
import { useResident } from '../resident/Resident.tsx';
import { firstOfNextMonth } from './firstOfNextMonth.ts';
import { formatDay } from './formatDay.ts';
import { nameAccount } from './nameAccount.ts';

/** The happy end: what leaves which account, and when. */
export function RentReady({ plan }: { readonly plan: RentPlan }): ReactElement {
  const { text, locale } = useLook();
  const { resident } = useResident();
  const amount = new Intl.NumberFormat(locale, { style: 'currency', currency: 'CAD' }).format(resident.rent);
  return (
    <div className="standing" role="status">
      <div>
        <p className="standing-title">{text.accounts.ready}</p>
        <p className="standing-body">
          {text.accounts.readyDetail(amount, formatDay(firstOfNextMonth(), locale), nameAccount(plan))}
        </p>
      </div>
    </div>
  );
}
