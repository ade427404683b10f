'use client';

import type { ReactElement, ReactNode } from 'react';
import { useFlinks } from '../provider/useFlinks.ts';
import { accountsEn, type AccountsLabels } from '../labels/accounts.en.ts';
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
  const isWaiting = view.state === 'loading' || view.state === 'pending';
  const isAppsEmpty = view.state === 'empty' && empty !== undefined;
  const sentence = !isAppsEmpty && sentenceFor(view, labels);
  const until = isWaiting ? view.givesUpAt : null;
  // Each text has an element of its own: page translation replaces text nodes, and React could not remove them.
  return (
    <>
      <div tabIndex={-1} data-flinks-notice={view.state}>
        {isAppsEmpty && <div>{empty}</div>}
        {view.state === 'loading' && <span>{labels.loading}</span>}
        <span role="status">
          {sentence && <span>{sentence}</span>}
          {until !== null && <span>{` ${labels.pendingUntil(formatTime(until, locale, timeZone))}`}</span>}
        </span>
        {view.retry !== null && (
          <button
            type="button"
            data-flinks-button=""
            aria-disabled={view.isFetching || undefined}
            onClick={view.isFetching ? undefined : view.retry}
          >
            {labels.retry}
          </button>
        )}
      </div>
      {/* As high as the accounts that take their place, so that nothing below moves. */}
      {isWaiting &&
        countsOf(expected).map((count, group) => (
          <div key={group} data-flinks-placeholder="" aria-hidden="true">
            {Array.from({ length: count + 1 }, (_, row) => (
              <span key={row} />
            ))}
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

function sentenceFor({ state, trouble }: AccountsView, labels: AccountsLabels): string | undefined {
  const causes: Readonly<Record<string, string | undefined>> = labels.troubles;
  const sentences: Readonly<Partial<Record<AccountsView['state'], string>>> = labels;
  return causes[trouble ?? ''] ?? (state === 'loading' ? undefined : sentences[state]);
}

/** How many accounts each group will have; one group of three where nothing is known. */
function countsOf(expected: ExpectedAccounts | null | undefined): readonly number[] {
  const counts = new Map<string, number>();
  for (const { category } of expected ?? []) counts.set(category, (counts.get(category) ?? 0) + 1);
  return counts.size > 0 ? [...counts.values()] : [3];
}
