import { type AccountsSnapshot, type ConnectedAccount, FlinksKitError } from '@flinks-kit/core';
import type { AccountsTrouble } from '../labels/accounts.en.ts';

/** A TanStack result of accounts, or as much of one as a list needs; `useAccounts` and `useSuspenseAccounts` fit. */
export interface AccountsQuery {
  readonly data: AccountsSnapshot | undefined;
  readonly error: Error | null;
  readonly isFetching: boolean;
  readonly fetchStatus: string;
  readonly refetch: () => unknown;
}

/** What a component takes: a query result with all its faces, or a plain list. */
export type AccountsInput = AccountsQuery | readonly ConnectedAccount[];

/**
 * `idle`: waits for a connection · `loading`: nothing is known yet · `pending`: Flinks is still collecting ·
 * `partial`: some is there · `ready` · `empty` · `error`: nothing to show · `stale`: an update failed.
 */
export type AccountsViewState =
  | 'idle'
  | 'loading'
  | 'pending'
  | 'partial'
  | 'ready'
  | 'empty'
  | 'error'
  | 'stale';

/** What a list shows, and what it has to say. */
export interface AccountsView {
  readonly face: AccountsViewState;
  readonly accounts: readonly ConnectedAccount[];
  /** ISO 8601 in UTC; `null` while unknown. */
  readonly asOf: string | null;
  /** ISO 8601 in UTC: when Flinks gives up what is still being collected; `null` when nothing is, or unknown. */
  readonly givesUpAt: string | null;
  /** What is behind an error, where that tells more than "try again". */
  readonly trouble: AccountsTrouble | null;
  readonly busy: boolean;
  readonly retry: (() => unknown) | null;
}

/** Which face a query result, or a plain list, has. */
export function getAccountsView(input: AccountsInput): AccountsView {
  if (isList(input)) {
    return { ...quiet, face: input.length === 0 ? 'empty' : 'ready', accounts: input, asOf: null };
  }
  const { data, error, isFetching, fetchStatus, refetch } = input;
  const trouble = error instanceof FlinksKitError ? (troubles.get(error.code) ?? null) : null;
  // What was deleted is not shown on, however lately it was read.
  if (trouble === 'gone') return { ...quiet, face: 'error', accounts: [], asOf: null, trouble };

  const accounts = data?.accounts ?? [];
  const base = {
    accounts,
    asOf: data?.asOf ?? null,
    givesUpAt: data?.givesUpAt ?? null,
    trouble,
    busy: isFetching,
    retry: error === null || trouble === 'needs-user' ? null : refetch,
  };
  if (error !== null) return { ...base, face: accounts.length === 0 ? 'error' : 'stale' };
  if (data === undefined) return { ...base, face: fetchStatus === 'idle' ? 'idle' : 'loading' };
  if (data.status !== 'ready') return { ...base, face: accounts.length === 0 ? 'pending' : 'partial' };
  return { ...base, face: accounts.length === 0 ? 'empty' : 'ready' };
}

const quiet = { givesUpAt: null, trouble: null, busy: false, retry: null };

const troubles: ReadonlyMap<string, AccountsTrouble> = new Map([
  ['accounts-not-ready', 'not-ready'],
  ['needs-user', 'needs-user'],
  ['connection-not-found', 'gone'],
]);

// `Array.isArray` does not narrow a readonly array away from the other half of the union.
function isList(input: AccountsInput): input is readonly ConnectedAccount[] {
  return Array.isArray(input);
}
