import { type CurrencyTotal, formatMoney } from '@flinks-kit/core';
import type { ReactElement } from 'react';
import type { AccountsLabels } from '../labels/accounts.en.ts';

/** The totals of accounts, one line per currency, never added across currencies. Several lines name their currency. */
export function AccountTotals({ totals, labels, locale }: AccountTotalsProps): ReactElement {
  return (
    <span data-flinks-totals="">
      {totals.map(({ currency, side, amount, complete, signCertain }) => (
        <span key={currency} data-flinks-total={currency}>
          <span data-flinks-total-label="">
            {side === 'owned' ? labels.total : signCertain ? labels.totalOwed : labels.totalOwedUnsure}
          </span>
          {totals.length > 1 && <bdi data-flinks-currency="">{` ${currency}`}</bdi>}
          <bdi data-flinks-amount="">{` ${formatMoney(amount, currency, locale)}`}</bdi>
          {!complete && <span data-flinks-spoken="">{` (${labels.totalIncomplete})`}</span>}
        </span>
      ))}
    </span>
  );
}

interface AccountTotalsProps {
  readonly totals: readonly CurrencyTotal[];
  readonly labels: AccountsLabels;
  readonly locale: string;
}
