import { type ConnectionAccounts, formatMoney, sumAccounts, useAllAccounts } from '@flinks-kit/react';
import type { ReactElement } from 'react';
import { usePreferences } from '../preferences/Preferences.tsx';

/**
 * How much is in the chequing and savings accounts of all banks, per currency. A bank whose accounts could not be read
 * is named, since its money is not in the sum.
 */
export function BankTotals(): ReactElement {
  const { text, locale } = usePreferences();
  const { status, accounts, connections } = useAllAccounts();
  if (status === 'pending')
    return (
      <p className="summary">
        <span className="skeleton skeleton-line" />
      </p>
    );
  const words = text.accounts;
  const totals = sumAccounts(accounts.filter(({ category }) => category === 'Operations'));
  const amounts = totals.map(({ amount, currency }) => formatMoney(amount, currency, locale));
  const list = new Intl.ListFormat(locale);
  const unread = connections.filter(isUnread);
  const isReading = unread.some(isComing);
  const missing = unread.filter((bank) => !isComing(bank)).map((bank) => nameBank(bank) ?? words.aBank);
  const about = [
    isReading ? words.totalSoFar : words.total,
    missing.length > 0 && words.without(list.format(missing)),
    totals.some(({ complete }) => !complete) && words.balancesMissing,
  ];
  return (
    <p className="summary">
      {amounts.length > 0 && (
        <span>
          <strong>{list.format(amounts)}</strong> <span>{about.filter(Boolean).join(', ')}</span>
        </span>
      )}
    </p>
  );
}

// What is old is in the sum all the same.
const isUnread = ({ snapshot }: ConnectionAccounts): boolean =>
  snapshot === undefined || snapshot.status === 'pending';

const isComing = ({ status }: ConnectionAccounts): boolean => status === 'pending' || status === 'paused';

const nameBank = ({ connection }: ConnectionAccounts): string | null => connection.institutionName ?? null;
