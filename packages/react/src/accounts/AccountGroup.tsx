'use client';

import type { ConnectedAccount } from '@flinks-kit/core';
import { replaceEqualDeep } from '@tanstack/react-query';
import { type ComponentPropsWithoutRef, forwardRef, memo, type ReactNode, useId } from 'react';
import { accountsEn } from '../labels/accounts.en.ts';
import { useFlinks } from '../provider/useFlinks.ts';
import { useLabels } from '../provider/useLabels.ts';
import { accountKey } from './AccountName.tsx';
import { AccountRow, type AccountRowProps } from './AccountRow.tsx';
import { AccountTotals } from './AccountTotals.tsx';
import type { AccountListGroup } from './useAccountGroups.ts';

/**
 * One category: its name and Flinks' word for it, its total in each currency, and its accounts. Collapses as a native
 * `<details>`.
 *
 * Attributes: `data-flinks-account-group`, `data-flinks-category` (Flinks' value), and `data-flinks-group-header`,
 * `data-flinks-group-title`, `data-flinks-category-term`, `data-flinks-account-rows` inside.
 */
export const AccountGroup = memo(
  forwardRef<HTMLDetailsElement, AccountGroupProps>(function AccountGroup(props, ref) {
    const {
      group,
      headingLevel = 3,
      renderAccount,
      accountActions,
      moneyPolicy,
      badges,
      showBank,
      ...rest
    } = props;
    const { locale } = useFlinks();
    const labels = useLabels('accounts', accountsEn);
    const titleId = useId();
    const Heading = `h${headingLevel}` as const;
    const { category, heading } = group;
    const term = category && labels.categoryTerms[category];
    return (
      <details open {...rest} ref={ref} data-flinks-account-group="" data-flinks-category={category}>
        <summary data-flinks-group-header="">
          <Heading id={titleId} data-flinks-group-title="">
            {heading ?? (
              <>
                <span>{category && labels.categories[category]}</span>{' '}
                {term && <span data-flinks-category-term="">{`· ${term}`}</span>}
              </>
            )}
          </Heading>
          <AccountTotals totals={group.totals} labels={labels} locale={locale} />
        </summary>
        <ul data-flinks-account-rows="" aria-labelledby={titleId}>
          {group.accounts.map((account) =>
            renderAccount ? (
              renderAccount(account)
            ) : (
              <AccountRow
                key={accountKey(account)}
                account={account}
                moneyPolicy={moneyPolicy}
                badges={badges}
                showBank={showBank}
                actions={accountActions?.(account)}
              />
            ),
          )}
        </ul>
      </details>
    );
  }),
  // A new list makes new groups, most of which are equal to the ones before.
  (before, after) => replaceEqualDeep(before, after) === before,
);

/** Props of `AccountGroup`; the rest goes to its `<details>`. */
export interface AccountGroupProps
  extends Omit<ComponentPropsWithoutRef<'details'>, 'children'>, AccountSlots {
  /** A category with its accounts and totals, as `useAccountGroups` and `groupAccounts` give it. */
  readonly group: AccountListGroup;
}

/** Props that a list passes to its groups and rows. */
export interface AccountSlots extends Pick<AccountRowProps, 'badges' | 'moneyPolicy' | 'showBank'> {
  /** Which heading a group's name is; 3 by default. */
  readonly headingLevel?: 2 | 3 | 4 | 5 | 6 | undefined;
  /** Buttons or links at the end of each row. */
  readonly accountActions?: ((account: ConnectedAccount) => ReactNode) | undefined;
  /** A row of your own instead of ours: a keyed `<li>`. */
  readonly renderAccount?: ((account: ConnectedAccount) => ReactNode) | undefined;
}
