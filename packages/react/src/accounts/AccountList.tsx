'use client';

import type { ConnectedAccount } from '@flinks-kit/core';
import {
  type ComponentPropsWithoutRef,
  forwardRef,
  type ReactElement,
  type ReactNode,
  useState,
} from 'react';
import { formatDateTime } from '../format/formatDateTime.ts';
import { formatRelativeTime } from '../format/formatRelativeTime.ts';
import { useMinute } from '../interaction/useMinute.ts';
import { accountsEn, type AccountsLabels } from '../labels/accounts.en.ts';
import { useFlinks } from '../provider/useFlinks.ts';
import { useLabels } from '../provider/useLabels.ts';
import { AccountGroup, type AccountSlots } from './AccountGroup.tsx';
import { hasSeveralBanks, nameAccount, nameBank } from './AccountName.tsx';
import { AccountsNotice, type ExpectedAccounts } from './AccountsNotice.tsx';
import { type AccountsInput, getAccountsView } from './getAccountsView.ts';
import { type AccountArrangement, type AccountListGroup, useAccountGroups } from './useAccountGroups.ts';

/**
 * The user's accounts by Flinks' four categories, or by bank, with totals per currency, balances and EFT badges. Takes a query result,
 * and shows each of its states (loading, offline, still collecting, partial, empty, failed, stale), or a plain list. A
 * long list has a search field. Thousands of rows are fine: those off screen cost no layout, and find-in-page still
 * reaches them. Renders a `<div>`.
 *
 * Attributes: `data-flinks-account-list` (see `AccountsViewState`); `data-flinks-search`, `data-flinks-as-of` inside.
 *
 * @example
 * const accounts = useAccounts(connection.id);
 * return <AccountList accounts={accounts} expected={connection.accounts} />;
 *
 * @example
 * return <AccountList accounts={useAllAccounts()} groupBy="connection" />;
 */
export const AccountList = forwardRef<HTMLDivElement, AccountListProps>(function AccountList(props, ref) {
  const {
    accounts,
    groupBy,
    filter,
    sort,
    moneyPolicy,
    headingLevel,
    accountActions,
    renderAccount,
    badges,
    empty,
    expected,
    searchFrom = 12,
    showAsOf = true,
    ...rest
  } = props;
  const labels = useLabels('accounts', accountsEn);
  const [search, setSearch] = useState('');
  const view = getAccountsView(accounts);
  const { connections } = view;
  const groups = useAccountGroups(view.accounts, { connections, groupBy, filter, sort, moneyPolicy });
  const count = countOf(groups);
  const hasSearch = Math.max(count, expected?.length ?? 0) >= searchFrom;
  const wanted = hasSearch && fold(search.trim());
  const shown = wanted ? searchGroups(groups, wanted, labels) : groups;
  return (
    <div
      role="group"
      aria-label={labels.list}
      {...rest}
      ref={ref}
      data-flinks-account-list={view.state}
      aria-busy={view.state === 'loading' || view.state === 'pending' || undefined}
    >
      <AccountsNotice view={view} empty={empty} expected={expected} />
      {hasSearch && (
        <div data-flinks-search="">
          <input
            type="search"
            aria-label={labels.search}
            placeholder={labels.search}
            value={search}
            onChange={(event) => setSearch(event.currentTarget.value)}
          />
          <span role="status">{wanted && <span>{labels.found(countOf(shown))}</span>}</span>
        </div>
      )}
      {shown.map((group) => (
        <AccountGroup
          key={group.bank?.connectionId ?? group.category}
          group={group}
          moneyPolicy={moneyPolicy}
          headingLevel={headingLevel}
          accountActions={accountActions}
          renderAccount={renderAccount}
          badges={badges}
          showBank={!group.bank && hasSeveralBanks(view.accounts)}
        />
      ))}
      {showAsOf && view.asOf && groups[0] && <AsOf asOf={view.asOf} labels={labels} />}
    </div>
  );
});

/** Props of `AccountList`; the rest goes to its `<div>`. */
export interface AccountListProps
  extends
    Omit<ComponentPropsWithoutRef<'div'>, 'children'>,
    Omit<AccountSlots, 'showBank'>,
    AccountArrangement {
  /** Result of `useAccounts` or `useAllAccounts`, or a list of accounts. */
  readonly accounts: AccountsInput;
  /** `connection.accounts`: gives what is shown while accounts load the size of the accounts. */
  readonly expected?: ExpectedAccounts | null | undefined;
  /** What to show instead of "No accounts were shared". */
  readonly empty?: ReactNode;
  /** From how many accounts on the list has a search field; 12 by default, `Infinity` for none. */
  readonly searchFrom?: number | undefined;
  /** Show when the bank was last read; on by default. */
  readonly showAsOf?: boolean | undefined;
}

type Groups = readonly AccountListGroup[];

const countOf = (groups: Groups): number => groups.flatMap(({ accounts }) => accounts).length;

// Without totals: the sum of what was found is not the total of a group.
function searchGroups(groups: Groups, wanted: string, labels: AccountsLabels): Groups {
  const isFound = (account: ConnectedAccount): boolean => {
    const [title] = nameAccount(account, labels);
    return fold([title, account.mask, nameBank(account)].join(' ')).includes(wanted);
  };
  return groups
    .map((group) => ({ ...group, totals: [], accounts: group.accounts.filter(isFound) }))
    .filter(({ accounts }) => accounts[0]);
}

/** Without accents and capitals. */
const fold = (text: string): string => text.normalize('NFD').replaceAll(/\p{M}/gu, '').toLowerCase();

function AsOf({ asOf, labels }: { readonly asOf: string; readonly labels: AccountsLabels }): ReactElement {
  const { locale, timeZone } = useFlinks();
  const now = useMinute();
  const exact = labels.asOf(formatDateTime(asOf, locale, timeZone));
  return (
    <p data-flinks-as-of="">
      <time dateTime={asOf} title={exact}>
        {now === null ? exact : labels.updated(formatRelativeTime(asOf, now, locale))}
      </time>
    </p>
  );
}
