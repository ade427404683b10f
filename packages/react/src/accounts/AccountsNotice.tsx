'use client';

import type { ReactElement, ReactNode } from 'react';
import { useFlinks } from '../provider/useFlinks.ts';
import { accountsEn, type AccountsLabels } from '../labels/accounts.en.ts';
import { useLabels } from '../provider/useLabels.ts';
import { formatDateTime, formatTime } from '../format/formatDateTime.ts';
import type { AccountsView } from './getAccountsView.ts';

/**
 * The state of the accounts in words, with a button where trying again may help, and placeholders while nothing was read
 * yet. Announced politely, except that accounts are loading: a page of several banks would repeat it for each.
 */
export function AccountsNotice({ view, empty, showAsOf = true }: AccountsNoticeProps): ReactElement {
  const { locale, timeZone } = useFlinks();
  const labels = useLabels('accounts', accountsEn);
  const isWaiting = view.state === 'loading' || view.state === 'pending';
  const isOwnEmpty = view.state === 'empty' && empty === undefined;
  const sentence = isOwnEmpty ? labels.empty : sentenceFor(view, labels);
  const until = isWaiting ? view.givesUpAt : null;
  // Each text has an element of its own: page translation replaces text nodes, and React could not remove them.
  return (
    <>
      <div data-flinks-notice={view.state}>
        {view.state === 'empty' && empty !== undefined && <div>{empty}</div>}
        {view.state === 'loading' && <span>{labels.loading}</span>}
        <span role="status">
          {sentence !== null && <span>{sentence}</span>}
          {until !== null && <span>{` ${labels.pendingUntil(formatTime(until, locale, timeZone))}`}</span>}
        </span>
        {view.retry !== null && (
          <button
            type="button"
            data-flinks-button=""
            aria-disabled={view.isFetching || undefined}
            onClick={() => !view.isFetching && view.retry?.()}
          >
            {labels.retry}
          </button>
        )}
      </div>
      {isWaiting && <Placeholder />}
      {showAsOf && view.asOf !== null && view.accounts.length > 0 && (
        <p data-flinks-as-of="">
          <time dateTime={view.asOf}>{labels.asOf(formatDateTime(view.asOf, locale, timeZone))}</time>
        </p>
      )}
    </>
  );
}

interface AccountsNoticeProps {
  readonly view: AccountsView;
  readonly empty?: ReactNode;
  readonly showAsOf?: boolean | undefined;
}

function sentenceFor(view: AccountsView, labels: AccountsLabels): string | null {
  switch (view.state) {
    case 'paused':
      return labels.paused;
    case 'pending':
      return labels.pending;
    case 'partial':
      return labels.partial;
    case 'error':
      return view.trouble === null ? labels.error : labels.troubles[view.trouble];
    case 'stale':
      return view.trouble === null ? labels.stale : labels.troubles[view.trouble];
    case 'idle':
    case 'loading':
    case 'ready':
    case 'empty':
      return null;
  }
}

function Placeholder(): ReactElement {
  return (
    <div data-flinks-placeholder="" aria-hidden="true">
      <span />
      <span />
      <span />
    </div>
  );
}
