import { formatMoney, sumAccounts, useAllAccounts } from '@flinks-kit/react';
import type { ReactElement } from 'react';
import { usePreferences } from '../preferences/Preferences.tsx';

/** How much is in the chequing and savings accounts of all banks, per currency. */
export function BankTotals(): ReactElement {
  const { text, locale } = usePreferences();
  const { status, accounts } = useAllAccounts();
  if (status === 'pending')
    return (
      <p className="summary">
        <span className="skeleton skeleton-line" />
      </p>
    );
  const totals = sumAccounts(accounts.filter(({ category }) => category === 'Operations'));
  const amounts = totals.map(({ amount, currency }) => formatMoney(amount, currency, locale));
  return (
    <p className="summary">
      {amounts.length > 0 && (
        <>
          <strong>{new Intl.ListFormat(locale).format(amounts)}</strong> {text.accounts.total}
        </>
      )}
    </p>
  );
}
