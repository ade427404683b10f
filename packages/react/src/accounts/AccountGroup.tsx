'use client';

import { type ConnectedAccount, formatMoney } from '@flinks-kit/core';
import { replaceEqualDeep } from '@tanstack/react-query';
import {
  type ComponentPropsWithoutRef,
  forwardRef,
  memo,
  type ReactElement,
  type ReactNode,
  useId,
} from 'react';
import { InstitutionLogo } from '../institutions/InstitutionLogo.tsx';
import { accountsEn, type AccountsLabels } from '../labels/accounts.en.ts';
import { useFlinks } from '../provider/useFlinks.ts';
import { useLabels } from '../provider/useLabels.ts';
import { type AccountRowProps, renderRow } from './AccountRow.tsx';
import type { AccountListGroup } from './useAccountGroups.ts';

/**
 * One category with its name and Flinks' word for it, or one bank with its logo, name and state; its total in each currency,
 * and its accounts. Collapses as a native `<details>`.
 *
 * Attributes: `data-flinks-account-group`, `data-flinks-category` (Flinks' value), and `data-flinks-group-header`,
 * `data-flinks-group-title`, `data-flinks-category-term`, `data-flinks-group-problem`, `data-flinks-account-rows` inside.
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
    const slots = { moneyPolicy, badges, showBank };
    return (
      <details open {...rest} ref={ref} data-flinks-account-group="" data-flinks-category={group.category}>
        <summary data-flinks-group-header="">
          {renderGroupName(group, `h${headingLevel}`, titleId, labels)}
          {/* One line per currency, never added across currencies. Several lines name their currency. */}
          <span data-flinks-totals="">
            {group.totals.map(({ currency, side, amount, complete, signCertain }) => (
              <span key={currency} data-flinks-total={currency}>
                <span data-flinks-total-label="">
                  {side === 'owned' ? labels.total : signCertain ? labels.totalOwed : labels.totalOwedUnsure}
                </span>
                {group.totals[1] && <bdi data-flinks-currency="">{` ${currency}`}</bdi>}
                <bdi data-flinks-amount="">{` ${formatMoney(amount, currency, locale)}`}</bdi>
                {!complete && <span data-flinks-spoken="">{` (${labels.totalIncomplete})`}</span>}
              </span>
            ))}
          </span>
        </summary>
        <ul data-flinks-account-rows="" aria-labelledby={titleId}>
          {group.accounts.map((account, index) =>
            renderAccount
              ? renderAccount(account)
              : renderRow(account, slots, labels, locale, `${titleId}${index}`, accountActions?.(account)),
          )}
        </ul>
      </details>
    );
  }),
  // A new list makes new groups, most of which are equal to the ones before.
  (before, after) => replaceEqualDeep(before, after) === before,
);

/** The name of a group: a category with Flinks' word for it, or a bank with its logo and what is wrong with it. */
export function renderGroupName(
  { category, bank }: AccountListGroup,
  Element: 'div' | `h${2 | 3 | 4 | 5 | 6}`,
  id: string,
  labels: AccountsLabels,
): ReactElement {
  const term = category && labels.categoryTerms[category];
  const name = bank ? (bank.name ?? labels.unnamedBank) : category && labels.categories[category];
  const detail = bank ? bank.mask : term && `· ${term}`;
  return (
    <Element id={id} data-flinks-group-title="">
      {bank && <InstitutionLogo institution={bank.institution} name={bank.name} />}
      <span>
        <bdi>{name}</bdi> {detail && <span data-flinks-category-term="">{detail}</span>}
        {bank?.problem && <span data-flinks-group-problem="">{labels.bankProblems[bank.problem]}</span>}
      </span>
    </Element>
  );
}

/** Props of `AccountGroup`; the rest goes to its `<details>`. */
export interface AccountGroupProps
  extends Omit<ComponentPropsWithoutRef<'details'>, 'children'>, AccountSlots {
  /** A category or a bank with its accounts and totals, as `useAccountGroups` and `groupAccounts` give it. */
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
