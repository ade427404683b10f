'use client';

import type { CombinedAccount, ConnectedAccount, MoneyPolicy } from '@flinks-kit/core';
import {
  type ComponentPropsWithoutRef,
  type ComponentPropsWithRef,
  forwardRef,
  type ReactElement,
  type ReactNode,
  useId,
} from 'react';
import { isolate } from '../format/isolate.ts';
import { accountsEn, type AccountsLabels } from '../labels/accounts.en.ts';
import { useFlinks } from '../provider/useFlinks.ts';
import { useLabels } from '../provider/useLabels.ts';
import { renderBalance } from './AccountBalance.tsx';
import { accountKey, nameBank, renderName } from './AccountName.tsx';
import { renderBadge } from './EftBadge.tsx';

/**
 * One account in two lines: its name and masked number, its balance, its EFT badge, and actions of the app. Renders a
 * `<li>`.
 *
 * Attributes: `data-flinks-account-row`, `data-flinks-category`, `data-flinks-account-actions` inside.
 */
export const AccountRow = /* @__PURE__ */ forwardRef<HTMLLIElement, AccountRowProps>(function AccountRow(
  { account, moneyPolicy, actions, badges, showBank, ...rest },
  ref,
) {
  const { locale } = useFlinks();
  const labels = useLabels('accounts', accountsEn);
  const slots = { moneyPolicy, badges, showBank };
  return renderRow(account, slots, labels, locale, useId(), actions, { ...rest, ref });
});

/** The same as a function with a key, for each of thousands of rows; `id` is that of the explanation of its badge. */
export function renderRow(
  account: AccountRowProps['account'],
  { moneyPolicy, badges = 'relevant', showBank }: RowSlots,
  labels: AccountsLabels,
  locale: string,
  id: string,
  actions?: ReactNode,
  rest?: ComponentPropsWithRef<'li'>,
): ReactElement {
  const hasBadge =
    badges === 'all' || (badges === 'relevant' && !account.eft.reasons.includes('category-not-supported'));
  return (
    <li
      // A row of its own keeps its element when it gets another account.
      key={rest ? null : accountKey(account)}
      {...rest}
      data-flinks-account-row=""
      data-flinks-category={account.category}
    >
      {renderName(account, labels, showBank)}
      {renderBalance(account, labels, locale, moneyPolicy)}
      {hasBadge && renderBadge(account.eft, labels, id)}
      {account.alsoIn?.map((other) => (
        <span key={other.connectionId} data-flinks-also-in="">
          {labels.alsoIn(isolate(`${nameBank(other)} ${other.mask ?? ''}`.trim()))}
        </span>
      ))}
      {actions !== undefined && <div data-flinks-account-actions="">{actions}</div>}
    </li>
  );
}

/** What the rows of a list have in common. */
export type RowSlots = Pick<AccountRowProps, 'badges' | 'moneyPolicy' | 'showBank'>;

/** Props of `AccountRow`; the rest goes to its `<li>`. */
export interface AccountRowProps extends Omit<ComponentPropsWithoutRef<'li'>, 'children'> {
  /** The account to show. */
  readonly account: ConnectedAccount & Partial<Pick<CombinedAccount, 'alsoIn'>>;
  /** How banks write what is owed, where you know. */
  readonly moneyPolicy?: MoneyPolicy | undefined;
  /** Which accounts have an EFT badge; by default those of a category that EFT takes, and not a card or a loan. */
  readonly badges?: 'relevant' | 'all' | 'none' | undefined;
  /** Name the bank, as `AccountList` does where its accounts are of several banks and not grouped by bank. */
  readonly showBank?: boolean | undefined;
  /** Buttons or links of yours, at the end of the row. */
  readonly actions?: ReactNode;
}
