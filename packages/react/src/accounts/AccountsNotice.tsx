'use client';

import type { ReactElement, ReactNode } from 'react';
import { useFlinks } from '../provider/useFlinks.ts';
import { accountsEn } from '../labels/accounts.en.ts';
import { useLabels } from '../provider/useLabels.ts';
import { formatTime } from '../format/formatDateTime.ts';
import type { AccountsView } from './getAccountsView.ts';

/**
 * The state of the accounts in words, with a button where trying again may help, and placeholders while nothing was read
 * yet. Announced politely, except that accounts are loading: a page of several banks would repeat it for each.
 */
export function AccountsNotice({ view, empty, expected }: AccountsNoticeProps): ReactElement {
  const { locale, timeZone } = useFlinks();
  const labels = useLabels('accounts', accountsEn);
  const { state, retry, isFetching, givesUpAt } = view;
  const isWaiting = state === 'loading' || state === 'pending';
  // One group of three where nothing is known.
  const known = expected?.[0] ? expected : Array<{ readonly category: string }>(3).fill({ category: '' });
  const causes: Readonly<Record<string, string | undefined>> = labels.troubles;
  const sentences: Readonly<Partial<Record<AccountsView['state'], string>>> = labels;
  const sentence = causes[view.trouble ?? ''] ?? sentences[state];
  const isAppsEmpty = state === 'empty' && empty !== undefined;
  // Each text has an element of its own: page translation replaces text nodes, and React could not remove them.
  return (
    <>
      <div tabIndex={-1} data-flinks-notice={state}>
        {isAppsEmpty && <div>{empty}</div>}
        {state === 'loading' && <span>{sentence}</span>}
        <span role="status">
          {state !== 'loading' && !isAppsEmpty && sentence && <span>{sentence}</span>}
          {isWaiting && givesUpAt && (
            <span>{` ${labels.pendingUntil(formatTime(givesUpAt, locale, timeZone))}`}</span>
          )}
        </span>
        {retry && (
          <button
            type="button"
            data-flinks-button=""
            aria-disabled={isFetching || undefined}
            onClick={isFetching ? undefined : retry}
          >
            {labels.retry}
          </button>
        )}
      </div>
      {/* As high as the accounts that take their place, so that nothing below moves. */}
      {isWaiting &&
        [...new Set(known.map(({ category }) => category))].map((group) => (
          <div key={group} data-flinks-placeholder="" aria-hidden="true">
            <span />
            {known.map(({ category }, row) => category === group && <span key={row} />)}
          </div>
        ))}
    </>
  );
}

interface AccountsNoticeProps {
  readonly view: AccountsView;
  readonly empty?: ReactNode;
  readonly expected?: ExpectedAccounts | null | undefined;
}

/** What is known of accounts before they are read: `connection.accounts`. */
export type ExpectedAccounts = readonly { readonly category: string }[];
