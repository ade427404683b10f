'use client';

import {
  type AccountsSnapshot,
  combineAccounts,
  type CombinedAccount,
  type Connection,
  type FlinksClient,
} from '@flinks-kit/core';
import { useQueries, type UseQueryResult } from '@tanstack/react-query';
import { useCallback } from 'react';
import { useConnections } from '../connections/useConnections.ts';
import { useFlinks } from '../provider/useFlinks.ts';
import { allAccountsQueryOptions, isKept } from '../query/accounts.ts';

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
  const connections = useConnections();
  return useAccountsOf(client, connections);
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
  /** Why the list of connections, or a bank of it, could not be read; a bank that requires its user comes last. */
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

/** The accounts of the connections in a list. */
export function useAccountsOf(
  client: FlinksClient,
  { data: list, error: listError, fetchStatus: listFetchStatus, refetch: refetchList }: ListResult,
): AllAccounts {
  return useQueries({
    queries: allAccountsQueryOptions(client, list ?? []),
    combine: useCallback(
      (results: readonly AccountsResult[]): AllAccounts => {
        const kept = (list ?? []).filter(isKept);
        const connections = kept.flatMap((connection, index): ConnectionAccounts[] => {
          const result = results[index];
          return !result
            ? []
            : [
                {
                  connection,
                  status: connectionStatus(connection, result),
                  snapshot: result.data,
                  error: result.error,
                  isFetching: result.isFetching,
                  refetch: result.refetch,
                },
              ];
        });
        const snapshots = connections.flatMap(({ snapshot }) => snapshot ?? []);
        const accounts = combineAccounts(snapshots);
        const some = accounts[0] ? 'partial' : undefined;
        const waiting = (['paused', 'pending', 'partial'] as const).find((wanted) =>
          connections.some(({ status }) => status === wanted),
        );
        const isFetching = listFetchStatus === 'fetching' || connections.some(({ isFetching: own }) => own);
        return {
          connections,
          accounts,
          isFetching,
          fetchStatus: waiting === 'paused' ? waiting : isFetching ? 'fetching' : listFetchStatus,
          status: list
            ? connections.some(({ snapshot }) => snapshot?.status !== 'ready')
              ? (some ?? waiting ?? 'partial')
              : 'ready'
            : listError
              ? 'error'
              : isFetching
                ? 'pending'
                : listFetchStatus,
          // Not while the accounts of another bank may still be the first.
          error:
            waiting && !some
              ? null
              : (listError ??
                connections.find((each) => each.error && each.status !== 'needs-user')?.error ??
                connections.find((each) => each.error)?.error ??
                null),
          // `undefined` until a bank has answered; that one failed is an error beside the others.
          data: (connections[0] ? snapshots[0] : list) && {
            status: waiting ? (some ?? 'pending') : 'ready',
            accounts,
            asOf: snapshots.flatMap(({ asOf }) => asOf ?? []).sort()[0] ?? null,
            retryAfterMs: null,
          },
          refetch() {
            void refetchList();
            for (const each of results) void each.refetch();
          },
        };
      },
      [list, listError, listFetchStatus, refetchList],
    ),
  });
}

function connectionStatus(
  { health }: Connection,
  { data, error, fetchStatus }: AccountsResult,
): ConnectionAccounts['status'] {
  if (fetchStatus === 'paused' && data?.status !== 'ready') return 'paused';
  const trouble: unknown = error ? Object(error).code : data && health.status;
  if (trouble === 'needs-user' || trouble === 'login-unconfirmed') return 'needs-user';
  if (trouble === 'unavailable') return trouble;
  return error ? 'error' : (data?.status ?? 'pending');
}
