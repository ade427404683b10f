import { formatMoney, sumAccounts, useAllAccounts, useFlinks } from '@flinks-kit/react';
import type { ReactElement } from 'react';

export function NetWorth(): ReactElement {
  const { locale } = useFlinks();
  const { status, accounts, connections } = useAllAccounts();

  if (status === 'pending') return <p role="status">Reading your banks…</p>;
  return (
    <>
      <p>
        {accounts.length} accounts at {connections.length} bank
      </p>
      <ul>
        {sumAccounts(accounts).map(({ currency, amount }) => (
          <li key={currency}>{formatMoney(amount, currency, locale)}</li>
        ))}
      </ul>
    </>
  );
}
