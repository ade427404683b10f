'use client';

import type { ReactElement, ReactNode } from 'react';
import { useFlinks } from '../provider/useFlinks.ts';
import { accountsEn, type AccountsLabels } from '../labels/accounts.en.ts';
import { useLabels } from '../provider/useLabels.ts';
import { formatDateTime, formatTime } from '../format/formatDateTime.ts';
import type { AccountsView } from './getAccountsView.ts';

/**
 * What there is to say about accounts beside showing them: announced politely, with one button where trying again
 * may help, and placeholders while nothing is known.
 */
export function AccountsNotice({ view, empty, showAsOf = true }: AccountsNoticeProps): ReactElement {
  const { locale, timeZone } = useFlinks();
  const labels = useLabels('accounts', accountsEn);
  const waiting = view.face === 'loading' || view.face === 'pending';
  const sentence = view.face === 'empty' ? (empty ?? labels.empty) : sentenceFor(view, labels);
  const until = waiting ? view.givesUpAt : null;
  return (
    <>
      <div role="status" data-flinks-notice={view.face}>
        {sentence}
        {until !== null && ` ${labels.pendingUntil(formatTime(until, locale, timeZone))}`}
        {view.retry !== null && (
          <button
            type="button"
            data-flinks-button=""
            aria-disabled={view.busy || undefined}
            onClick={() => !view.busy && view.retry?.()}
          >
            {labels.retry}
          </button>
        )}
      </div>
      {waiting && <Placeholder />}
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
  switch (view.face) {
    case 'loading':
      return labels.loading;
    case 'pending':
      return labels.pending;
    case 'partial':
      return labels.partial;
    case 'error':
      return view.trouble === null ? labels.error : labels.troubles[view.trouble];
    case 'stale':
      return view.trouble === null ? labels.stale : labels.troubles[view.trouble];
    case 'idle':
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
