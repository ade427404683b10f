import { type ConnectedAccount, formatAccountType } from '@flinks-kit/core';
import type { ReactElement } from 'react';
import type { AccountsLabels } from '../labels/accounts.en.ts';

/** An account's title in the bank's own words, and its masked number, which is spoken as "ending in". */
export function AccountName({ account, labels }: AccountNameProps): ReactElement {
  const { mask } = account;
  return (
    <div data-flinks-account-name="">
      <bdi data-flinks-account-title="">{account.title ?? nameOf(account.type, labels)}</bdi>
      {mask !== null && (
        <>
          {' '}
          <bdi data-flinks-account-mask="" aria-hidden="true">
            {mask}
          </bdi>
          <span data-flinks-spoken="">{labels.endingIn(mask.replace(/^[•\s]+/u, ''))}</span>
        </>
      )}
    </div>
  );
}

interface AccountNameProps {
  readonly account: Pick<ConnectedAccount, 'title' | 'type' | 'mask'>;
  /** Given rather than read: there is one of these in each of thousands of rows. */
  readonly labels: Pick<AccountsLabels, 'endingIn' | 'types' | 'untitled'>;
}

function nameOf(type: string | null, { types, untitled }: AccountNameProps['labels']): string {
  if (type === null) return untitled;
  return (Object.hasOwn(types, type) ? types[type] : undefined) ?? formatAccountType(type);
}
