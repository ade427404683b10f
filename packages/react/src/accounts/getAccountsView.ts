import { type AccountsSnapshot, type ConnectedAccount, FlinksKitError } from '@flinks-kit/core';
import { pressRetry } from '../query/pressRetry.ts';
import type { ConnectionAccounts } from './useAllAccounts.ts';
import { checkResult } from '../development/diagnostics.ts';

declare const process: { readonly env: { readonly NODE_ENV?: string } };

/** A TanStack result of accounts, or as much of one as a list needs; `useAccounts` and `useSuspenseAccounts` fit. */
export interface AccountsQuery {
  readonly data: AccountsSnapshot | undefined;
  readonly error: Error | null;
  readonly isFetching: boolean;
  /** TanStack's: `'paused'` while the browser is offline. */
  readonly fetchStatus: string;
  readonly refetch: () => unknown;
  /** The user's banks, as `useAllAccounts` gives them. */
  readonly connections?: readonly ConnectionAccounts[] | undefined;
}

/** What a component accepts: a query result, or a plain list. */
export type AccountsInput = AccountsQuery | readonly ConnectedAccount[];

/**
 * `idle`: waits for a connection · `loading`: nothing was read yet · `paused`: the browser is offline, and nothing was
 * read yet or something is missing · `pending`: Flinks is still collecting · `partial`: some accounts or details are
 * missing · `ready` · `empty` · `error`: nothing to show · `stale`: an update failed.
 */
export type AccountsViewState =
  | 'idle'
  | 'loading'
  | 'paused'
  | 'pending'
  | 'partial'
  | 'ready'
  | 'empty'
  | 'error'
  | 'stale';

/** What a list of accounts shows. */
export interface AccountsView {
  readonly state: AccountsViewState;
  readonly accounts: readonly ConnectedAccount[];
  /** The user's banks, where the input has them. */
  readonly connections?: readonly ConnectionAccounts[] | undefined;
  /** ISO 8601 in UTC; `null` while unknown. */
  readonly asOf: string | null;
  /** ISO 8601 in UTC: when Flinks gives up what is still being collected; `null` when nothing is, or unknown. */
  readonly givesUpAt: string | null;
  /** The code of an error. */
  readonly trouble: string | null;
  readonly isFetching: boolean;
  /** For a press of the button that tries again. */
  readonly retry: ReturnType<typeof pressRetry> | null;
}

/** The view of a query result, or of a plain list. */
export function getAccountsView(input: AccountsInput): AccountsView {
  if (process.env.NODE_ENV !== 'production') checkResult('accounts', input, 'data', 'useAccounts');
  const {
    data,
    error = null,
    isFetching = false,
    fetchStatus,
    refetch,
    connections,
  }: PartialQuery = 'data' in input ? input : { data: { status: 'ready', accounts: input } };
  const trouble = error instanceof FlinksKitError ? error.code : null;
  // The accounts of a deleted connection, or of a login that may be another user's, are not shown, however recent.
  const isGone = trouble === 'connection-not-found' || trouble === 'login-unconfirmed';
  const { accounts = [], asOf = null, givesUpAt = null } = ((!isGone || connections) && data) || {};
  const isPaused = fetchStatus === 'paused' && data?.status !== 'ready' && !isGone;
  const isRetryable = isPaused || (error && !isGone && trouble !== 'needs-user');
  return {
    state: isPaused ? 'paused' : stateOf(!accounts[0]),
    accounts,
    connections,
    asOf,
    givesUpAt,
    trouble: isPaused ? null : trouble,
    isFetching,
    retry: isRetryable && refetch ? pressRetry(refetch) : null,
  };

  function stateOf(isEmpty: boolean): AccountsViewState {
    if (error) return isEmpty ? 'error' : 'stale';
    if (!data) return fetchStatus === 'idle' ? 'idle' : 'loading';
    if (data.status !== 'ready') return isEmpty ? 'pending' : 'partial';
    return isEmpty ? 'empty' : 'ready';
  }
}

type PartialQuery = Partial<Omit<AccountsQuery, 'data'>> & {
  readonly data?: Partial<AccountsSnapshot> | undefined;
};
