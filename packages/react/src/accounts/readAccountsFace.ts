import { type AccountsSnapshot, type ConnectedAccount, FlinksKitError } from '@flinks-kit/core';

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
export type AccountsFace = 'idle' | 'loading' | 'pending' | 'partial' | 'ready' | 'empty' | 'error' | 'stale';

/** What a list shows, and what it has to say. */
export interface AccountsView {
  readonly face: AccountsFace;
  readonly accounts: readonly ConnectedAccount[];
  /** ISO 8601 in UTC; `null` while unknown. */
  readonly asOf: string | null;
  readonly gaveUp: boolean;
  readonly busy: boolean;
  readonly retry: (() => unknown) | null;
}

/** Which face a query result, or a plain list, has. */
export function readAccountsFace(input: AccountsInput): AccountsView {
  if (isList(input)) {
    return { ...quiet, face: input.length === 0 ? 'empty' : 'ready', accounts: input, asOf: null };
  }
  const { data, error, isFetching, fetchStatus, refetch } = input;
  const accounts = data?.accounts ?? [];
  const base = {
    accounts,
    asOf: data?.asOf ?? null,
    gaveUp: error instanceof FlinksKitError && error.code === 'accounts-not-ready',
    busy: isFetching,
    retry: error === null ? null : refetch,
  };
  if (error !== null) return { ...base, face: accounts.length === 0 ? 'error' : 'stale' };
  if (data === undefined) return { ...base, face: fetchStatus === 'idle' ? 'idle' : 'loading' };
  if (data.status !== 'ready') return { ...base, face: accounts.length === 0 ? 'pending' : 'partial' };
  return { ...base, face: accounts.length === 0 ? 'empty' : 'ready' };
}

const quiet = { gaveUp: false, busy: false, retry: null };

// `Array.isArray` does not narrow a readonly array away from the other half of the union.
function isList(input: AccountsInput): input is readonly ConnectedAccount[] {
  return Array.isArray(input);
}
