'use client';

import { type ComponentPropsWithoutRef, forwardRef, type ReactNode } from 'react';
import { accountsEn } from '../labels/accounts.en.ts';
import { useLabels } from '../provider/useLabels.ts';
import { AccountGroup, type AccountSlots } from './AccountGroup.tsx';
import { AccountsNotice } from './AccountsNotice.tsx';
import { type AccountsInput, getAccountsView } from './getAccountsView.ts';
import { type AccountArrangement, useAccountGroups } from './useAccountGroups.ts';

/**
 * The user's accounts in Flinks' four groups, with totals per currency, balances and EFT badges. Takes a query result,
 * and shows each of its states (loading, offline, still collecting, partial, empty, failed, stale), or a plain list.
 * Thousands of rows are fine: those off screen cost no layout, and find-in-page still reaches them. Renders a `<div>`.
 *
 * Attributes: `data-flinks-account-list` (see `AccountsViewState`).
 *
 * @example
 * const accounts = useAccounts(connectionId);
 * return <AccountList accounts={accounts} />;
 */
export const AccountList = forwardRef<HTMLDivElement, AccountListProps>(function AccountList(props, ref) {
  const {
    accounts,
    filter,
    sort,
    moneyPolicy,
    headingLevel,
    accountActions,
    renderAccount,
    empty,
    showAsOf,
    ...rest
  } = props;
  const labels = useLabels('accounts', accountsEn);
  const view = getAccountsView(accounts);
  const groups = useAccountGroups(view.accounts, { filter, sort, moneyPolicy });
  return (
    <div
      role="group"
      aria-label={labels.list}
      {...rest}
      ref={ref}
      data-flinks-account-list={view.state}
      aria-busy={view.state === 'loading' || view.state === 'pending' || undefined}
    >
      <AccountsNotice view={view} empty={empty} showAsOf={showAsOf} />
      {groups.map((group) => (
        <AccountGroup
          key={group.category}
          group={group}
          moneyPolicy={moneyPolicy}
          headingLevel={headingLevel}
          accountActions={accountActions}
          renderAccount={renderAccount}
        />
      ))}
    </div>
  );
});

/** Props of `AccountList`; the rest goes to its `<div>`. */
export interface AccountListProps
  extends Omit<ComponentPropsWithoutRef<'div'>, 'children'>, AccountSlots, AccountArrangement {
  /** Result of `useAccounts`, or a list of accounts. */
  readonly accounts: AccountsInput;
  /** What to show instead of "No accounts were shared". */
  readonly empty?: ReactNode;
  /** Show when the bank was last read; on by default. */
  readonly showAsOf?: boolean | undefined;
}
