import type { ReactElement } from 'react';
import { usePreferences } from '../preferences/Preferences.tsx';
import type { RentPlan } from './RentPlan.ts';
import { useUser } from '../user/User.tsx';
import { firstOfNextMonth } from './firstOfNextMonth.ts';
import { formatDay } from './formatDay.ts';
import { nameAccount } from '../accounts/nameAccount.ts';

/** The happy end: what leaves which account, and when. */
export function RentReady({ plan }: { readonly plan: RentPlan }): ReactElement {
  const { text, locale } = usePreferences();
  const { user } = useUser();
  const amount = new Intl.NumberFormat(locale, { style: 'currency', currency: 'CAD' }).format(user.rent);
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
