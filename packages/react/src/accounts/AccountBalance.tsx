'use client';

import {
  type AccountMoney,
  type ConnectedAccount,
  formatMoney,
  type MoneyPolicy,
  readMoney,
} from '@flinks-kit/core';
import {
  type ComponentPropsWithoutRef,
  type ComponentPropsWithRef,
  forwardRef,
  type ReactElement,
} from 'react';
import { useFlinks } from '../provider/useFlinks.ts';
import { accountsEn, type AccountsLabels } from '../labels/accounts.en.ts';
import { useLabels } from '../provider/useLabels.ts';

/**
 * What the user owns or owes on one account: the amount first, and below it in words whether it is owed or overdrawn, and
 * what is available or left of a limit. Where it is not certain that an amount is a debt, the words make that clear.
 * Renders a `<div>`.
 *
 * Attributes: `data-flinks-balance` (`owned`, `owed`), `data-negative` when overdrawn; `data-flinks-amount`,
 * `data-flinks-balance-label` and `data-flinks-balance-note` inside.
 */
export const AccountBalance = /* @__PURE__ */ forwardRef<HTMLDivElement, AccountBalanceProps>(
  function AccountBalance(props, ref) {
    const { account, moneyPolicy, ...rest } = props;
    const { locale } = useFlinks();
    const labels = useLabels('accounts', accountsEn);
    return renderBalance(account, labels, locale, moneyPolicy, { ...rest, ref });
  },
);

/** The same as a function: a component in each of thousands of rows would take as long as its elements. */
export function renderBalance(
  account: AccountBalanceProps['account'],
  labels: AccountsLabels,
  locale: string,
  moneyPolicy?: MoneyPolicy,
  rest?: ComponentPropsWithRef<'div'>,
): ReactElement {
  const money = readMoney(account, moneyPolicy);
  const [label, amount, note] = phrase(money, labels, (value) =>
    formatMoney(value, account.currency, locale),
  );
  return (
    <div {...rest} data-flinks-balance={money.side} data-negative={label === labels.overdrawn || undefined}>
      <span data-flinks-balance-label="" data-flinks-spoken={label === labels.balance ? '' : undefined}>
        {label}
      </span>
      {amount && <bdi data-flinks-amount="">{` ${amount}`}</bdi>}
      {note && <bdi data-flinks-balance-note="">{` ${note}`}</bdi>}
    </div>
  );
}

/** Props of `AccountBalance`; the rest goes to its `<div>`. */
export interface AccountBalanceProps extends Omit<ComponentPropsWithoutRef<'div'>, 'children'> {
  /** The account, or the fields of it that money depends on. */
  readonly account: Pick<
    ConnectedAccount,
    'balance' | 'category' | 'currency' | 'institution' | 'institutionNumber' | 'type'
  >;
  /** How banks write what is owed, where you know. */
  readonly moneyPolicy?: MoneyPolicy | undefined;
}

/** What it is, how much, and what else is known. */
type Phrase = readonly [label: string, amount?: string | false, note?: string | false];

function phrase(money: AccountMoney, labels: AccountsLabels, print: (value: number) => string): Phrase {
  const { side, amount, available, creditLeft, signCertain } = money;
  if (side === 'owed') {
    const note = creditLeft !== null && labels.creditLeft(print(creditLeft));
    if (amount === null) return [labels.noBalance, false, note];
    if (!signCertain) return [labels.owedUnsure, print(amount), note];
    return [amount < 0 ? labels.inCredit : labels.owed, print(Math.abs(amount)), note];
  }
  if (amount === null) {
    return available === null ? [labels.noBalance] : [labels.availableBalance, print(available)];
  }
  const note = available !== null && available !== amount && labels.available(print(available));
  return [amount < 0 ? labels.overdrawn : labels.balance, print(amount), note];
}
