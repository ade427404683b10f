'use client';

import {
  type AccountsSnapshot,
  combineAccounts,
  type CombinedAccount,
  type Connection,
  type FlinksClient,
  FlinksKitError,
} from '@flinks-kit/core';
import { useQueries, useQuery, type UseQueryResult, useSuspenseQuery } from '@tanstack/react-query';
import { useCallback, useMemo } from 'react';
import { useFlinks } from '../provider/useFlinks.ts';
import { allAccountsQueryOptions, isKept } from '../query/accounts.ts';
import { connectionsQueryOptions, fetchConnections } from '../query/connections.ts';

/**
 * The accounts of all of the user's connections as one list, in which no account stands twice. Each connection has a
 * status of its own, so that one bank that fails leaves the others usable. Reads the list of connections, then what
 * `useAccounts` reads for each.
 *
 * @example
 * const { accounts, connections } = useAllAccounts();
 * const total = sumAccounts(accounts);
 */
export function useAllAccounts(): AllAccounts {
  const { client } = useFlinks();
  return useAccountsOf(client, useQuery(connectionsQueryOptions(client)));
}

/** `useAllAccounts` for a tree under `<Suspense>`, which waits for the list of connections only. */
export function useSuspenseAllAccounts(): AllAccounts {
  const { client } = useFlinks();
  const list = useSuspenseQuery({
    ...connectionsQueryOptions(client),
    queryFn: fetchConnections(client),
  });
  return useAccountsOf(client, list);
}

/** All accounts of a user. Accounts and connections that did not change keep their identity between two renders. */
export interface AllAccounts {
  /**
   * `idle`: no user is signed in · `pending`: nothing is there yet · `paused`: the same, while the browser is offline ·
   * `partial`: accounts of some connection are missing or incomplete, see `connections` · `ready`: every connection's
   * accounts are complete, or there is no connection · `error`: the list of connections could not be read.
   */
  readonly status: 'idle' | 'pending' | 'paused' | 'partial' | 'ready' | 'error';
  /** Each account once. `sumAccounts` over them counts no money twice. */
  readonly accounts: readonly CombinedAccount[];
  /** Oldest first. A connection that is being deleted is left out. */
  readonly connections: readonly ConnectionAccounts[];
  /** Why the list of connections could not be read; where there is no account at all, why a bank could not be. */
  readonly error: Error | null;
  /** Reads the list of connections and all accounts again. */
  readonly refetch: () => void;
  /** The accounts as one snapshot, as old as the oldest: with the next two, what `AccountList` and `AccountPicker` take. */
  readonly data: AccountsSnapshot | undefined;
  readonly isFetching: boolean;
  readonly fetchStatus: string;
}

/** One connection of a user, and what was read of its accounts. */
export interface ConnectionAccounts {
  readonly connection: Connection;
  /**
   * `pending`: nothing was read yet, or Flinks is still collecting · `paused`: the browser is offline, and something is
   * missing · `partial`: the Summary is there, the Detail is not · `ready` · `needs-user`: only the user can continue, by
   * `open({ connectionId })` · `unavailable`: the bank or Flinks cannot be reached · `error`: anything else. The last
   * three may still have a snapshot, which is older.
   */
  readonly status: 'pending' | 'paused' | 'partial' | 'ready' | 'needs-user' | 'unavailable' | 'error';
  readonly snapshot: AccountsSnapshot | undefined;
  readonly error: Error | null;
  readonly isFetching: boolean;
  readonly refetch: () => unknown;
}

type ListResult = Pick<UseQueryResult<readonly Connection[]>, 'data' | 'error' | 'fetchStatus' | 'refetch'>;
type AccountsResult = Pick<
  UseQueryResult<AccountsSnapshot>,
  'data' | 'error' | 'fetchStatus' | 'isFetching' | 'refetch'
>;

function useAccountsOf(
  client: FlinksClient,
  { data, error, fetchStatus, refetch: refetchList }: ListResult,
): AllAccounts {
  const kept = useMemo(() => (data ?? []).filter(isKept), [data]);
  const { accounts, connections } = useQueries({
    queries: allAccountsQueryOptions(client, kept),
    combine: useCallback((results: readonly AccountsResult[]) => combine(kept, results), [kept]),
  });
  return useMemo(
    () => ({
      ...(data ? withList(accounts, connections) : withoutList(error, fetchStatus)),
      accounts,
      connections,
      refetch() {
        void refetchList();
        for (const each of connections) each.refetch();
      },
    }),
    [data, error, fetchStatus, refetchList, accounts, connections],
  );
}

function combine(kept: readonly Connection[], results: readonly AccountsResult[]) {
  const connections = kept.flatMap((connection, index): ConnectionAccounts[] => {
    const result = results[index];
    if (!result) return [];
    const { data: snapshot, error, isFetching, refetch } = result;
    return [
      { connection, status: connectionStatus(connection, result), snapshot, error, isFetching, refetch },
    ];
  });
  const snapshots = connections.flatMap(({ snapshot }) => snapshot ?? []);
  return { connections, accounts: combineAccounts(snapshots) };
}

function connectionStatus(
  { health: { status } }: Connection,
  { data, error, fetchStatus }: AccountsResult,
): ConnectionAccounts['status'] {
  if (fetchStatus === 'paused' && data?.status !== 'ready') return 'paused';
  if (error) return (error instanceof FlinksKitError && troubles.get(error.code)) || 'error';
  if (!data) return 'pending';
  return status === 'needs-user' || status === 'unavailable' ? status : data.status;
}

const troubles: ReadonlyMap<string, ConnectionAccounts['status']> = new Map([
  ['needs-user', 'needs-user'],
  ['login-unconfirmed', 'needs-user'],
  ['unavailable', 'unavailable'],
]);

type Summary = Omit<AllAccounts, 'accounts' | 'connections' | 'refetch'>;

function withoutList(error: Error | null, fetchStatus: string): Summary {
  const waiting = fetchStatus === 'fetching' ? 'pending' : 'idle';
  const status = fetchStatus === 'paused' ? fetchStatus : error ? 'error' : waiting;
  return { status, error, data: undefined, isFetching: false, fetchStatus };
}

function withList(accounts: AllAccounts['accounts'], connections: readonly ConnectionAccounts[]): Summary {
  const has = (wanted: string) => connections.some(({ status }) => status === wanted);
  const isFetching = connections.some(({ isFetching: fetches }) => fetches);
  const isComplete = connections.every(({ snapshot }) => snapshot?.status === 'ready');
  const waiting = (['pending', 'paused', 'partial'] as const).find(has);
  const [asOf = null] = connections.flatMap(({ snapshot }) => snapshot?.asOf ?? []).sort();
  return {
    status: isComplete ? 'ready' : accounts[0] ? 'partial' : (waiting ?? 'partial'),
    // Where no bank gave an account, a list has to state why.
    error: accounts[0] || waiting ? null : (connections.find(({ error }) => error)?.error ?? null),
    // `undefined` until a bank has answered; that one failed is its own status, and makes the others no less ready.
    data:
      !connections[0] || connections.some(({ snapshot }) => snapshot)
        ? {
            status: !waiting ? 'ready' : accounts[0] ? 'partial' : 'pending',
            accounts,
            asOf,
            retryAfterMs: null,
          }
        : undefined,
    isFetching,
    fetchStatus: has('paused') ? 'paused' : isFetching ? 'fetching' : 'idle',
  };
}
