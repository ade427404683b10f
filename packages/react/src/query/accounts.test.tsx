import { type AccountsSnapshot, type FlinksClient, FlinksKitError } from '@flinks-kit/core';
import { pass, renderHookWithKit, testClient } from '#test';
import { act, waitFor } from '@testing-library/react';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { snapshot } from '../../test/sampleAccounts.ts';
import { useAccounts } from '../accounts/useAccounts.ts';
import { useConnections } from '../connections/useConnections.ts';
import { accountsQueryOptions } from './accounts.ts';
import { flinksKeys } from './keys.ts';

const minute = 60_000;
const pending = snapshot({ status: 'pending', accounts: [], retryAfterMs: 10_000 });

describe('queries of accounts', () => {
  beforeEach(() => {
    vi.useFakeTimers({ shouldAdvanceTime: false });
  });
  afterEach(() => {
    vi.useRealTimers();
  });

  // These count calls, and the rehearsal of StrictMode under React 18 aborts and repeats the first one.
  const strict = false;

  function watch(getAccounts: NonNullable<FlinksClient['getAccounts']>) {
    const rendered = renderHookWithKit(() => useAccounts('c1'), {
      strict,
      client: testClient({ getAccounts }),
    });
    return { ...rendered, query: () => rendered.result.current };
  }

  describe('accountsQueryOptions', () => {
    it('asks again in the rhythm the server names, and stops when all is there', async () => {
      const getAccounts = vi
        .fn<() => Promise<AccountsSnapshot>>()
        .mockResolvedValueOnce(pending)
        .mockResolvedValueOnce(snapshot({ status: 'partial', retryAfterMs: 4000 }))
        .mockResolvedValue(snapshot());
      const { query } = watch(getAccounts);
      await pass(0);
      expect(query().data?.status).toBe('pending');
      await pass(9900);
      expect(getAccounts).toHaveBeenCalledTimes(1);
      await pass(100);
      expect(query().data?.status).toBe('partial');
      await pass(4000);
      expect(query().data?.status).toBe('ready');
      await pass(60 * minute);
      expect(getAccounts).toHaveBeenCalledTimes(3);
    });

    it('asks again after a day at most, whatever the server names', async () => {
      const getAccounts = vi
        .fn<() => Promise<AccountsSnapshot>>()
        .mockResolvedValue(snapshot({ status: 'pending', retryAfterMs: 30 * 24 * 60 * minute }));
      watch(getAccounts);
      await pass(23 * 60 * minute);
      expect(getAccounts).toHaveBeenCalledTimes(1);
      await pass(60 * minute);
      expect(getAccounts).toHaveBeenCalledTimes(2);
    });

    it('reads the connection again when its accounts are all there, and the accounts no second time', async () => {
      const getAccounts = vi
        .fn<() => Promise<AccountsSnapshot>>()
        .mockResolvedValueOnce(pending)
        .mockResolvedValue(snapshot());
      const listConnections = vi.fn(() => Promise.resolve([]));
      const client = testClient({ getAccounts, listConnections });
      renderHookWithKit(() => [useAccounts('c1'), useConnections()], { strict, client });
      await pass(0);
      expect(listConnections).toHaveBeenCalledTimes(1);
      await pass(10_000);
      expect(listConnections).toHaveBeenCalledTimes(2);
      expect(getAccounts).toHaveBeenCalledTimes(2);
    });

    it('gives up after 30 minutes with a typed error, keeps what was read, and starts again on refetch', async () => {
      const partial = snapshot({ status: 'partial', retryAfterMs: minute });
      const getAccounts = vi.fn(() => Promise.resolve(partial));
      const { query } = watch(getAccounts);
      await pass(29 * minute);
      expect(query().status).toBe('success');
      await pass(minute);
      expect(query().error).toBeInstanceOf(FlinksKitError);
      expect(query().error).toMatchObject({ code: 'accounts-not-ready' });
      expect(query().data).toEqual(partial);

      const asked = getAccounts.mock.calls.length;
      await pass(10 * minute);
      expect(getAccounts).toHaveBeenCalledTimes(asked);

      await act(() => query().refetch());
      await pass(0);
      expect(query().error).toBeNull();
      await pass(minute);
      expect(getAccounts).toHaveBeenCalledTimes(asked + 2);
    });

    it('pauses while the page is hidden', async () => {
      const getAccounts = vi.fn(() => Promise.resolve(pending));
      watch(getAccounts);
      await pass(0);
      const visibility = vi.spyOn(document, 'visibilityState', 'get').mockReturnValue('hidden');
      await pass(5 * minute);
      expect(getAccounts).toHaveBeenCalledTimes(1);
      visibility.mockRestore();
    });

    it.each([undefined, ''])('waits while there is no connection: %j', async (id) => {
      const getAccounts = vi.fn(() => Promise.resolve(snapshot()));
      const { result } = renderHookWithKit(() => useAccounts(id), {
        strict,
        client: testClient({ getAccounts }),
      });
      await pass(minute);
      expect(result.current.fetchStatus).toBe('idle');
      expect(getAccounts).not.toHaveBeenCalled();
    });

    it('does not repeat a call that cannot succeed', async () => {
      const refused = new FlinksKitError('No such connection.', { code: 'not-found', status: 404 });
      const getAccounts = vi.fn(() => Promise.reject(refused));
      expect(accountsQueryOptions(testClient(), 'c1').retry).toBeTypeOf('function');
      const { query } = watch(getAccounts);
      await pass(minute);
      expect(query().error).toBe(refused);
      expect(getAccounts).toHaveBeenCalledTimes(1);
    });

    it('forgets accounts that were read, once the server no longer knows whose login it is', async () => {
      const unconfirmed = new FlinksKitError('Sign in again.', { code: 'login-unconfirmed', status: 409 });
      const getAccounts = vi
        .fn<() => Promise<AccountsSnapshot>>()
        .mockResolvedValueOnce(snapshot())
        .mockRejectedValue(unconfirmed);
      const { query, queryClient } = watch(getAccounts);
      await pass(0);
      expect(query().data?.accounts).not.toHaveLength(0);
      void query().refetch();
      await pass(0);
      expect(query()).toMatchObject({ data: undefined, error: unconfirmed, status: 'error' });
      expect(
        JSON.stringify(
          queryClient
            .getQueryCache()
            .getAll()
            .map(({ state }) => state.data ?? null),
        ),
      ).toBe('[null]');
    });

    it('names the method that a home-made client lacks', async () => {
      const { result } = renderHookWithKit(() => useAccounts('c1'), { client: testClient() });
      await pass(minute);
      expect(result.current.error).toMatchObject({ code: 'client-method-missing' });
      expect(result.current.error?.message).toContain('getAccounts()');
    });

    it('keeps what the app selects', async () => {
      const client = testClient({ getAccounts: () => Promise.resolve(snapshot()) });
      const count = (answer: AccountsSnapshot) => answer.accounts.length;
      const { result } = renderHookWithKit(() => useAccounts('c1', { select: count }), { client });
      await pass(0);
      await pass(0);
      expect(result.current.data).toBe(snapshot().accounts.length);
    });

    it('aborts a request that no component waits for', async () => {
      const signals: AbortSignal[] = [];
      const getAccounts: FlinksClient['getAccounts'] = (_, options) => {
        if (options?.signal) signals.push(options.signal);
        return new Promise(() => {});
      };
      const { unmount } = watch(getAccounts);
      await pass(0);
      unmount();
      expect(signals.at(-1)?.aborted).toBe(true);
    });
  });

  describe('flinksKeys', () => {
    it('separates back ends and users, and nests so that one invalidation reaches all', () => {
      expect(flinksKeys.accounts({ scope: 'ca', userId: 'ada' }, 'c1')).toEqual([
        'flinks-kit',
        'ca',
        'ada',
        'connections',
        'c1',
        'accounts',
      ]);
      expect(flinksKeys.connections({ userId: 'ada' })).toEqual([
        'flinks-kit',
        'default',
        'ada',
        'connections',
      ]);
      expect(flinksKeys.connections({ userId: 'ada' })).not.toEqual(
        flinksKeys.connections({ userId: 'bob' }),
      );
    });

    it('shares no cache between two scopes', async () => {
      vi.useRealTimers();
      const clientOf = (scope: string) =>
        testClient({
          scope,
          listConnections: () => Promise.resolve([]),
          getAccounts: () => Promise.resolve(snapshot({ asOf: scope })),
        });
      const first = renderHookWithKit(() => useAccounts('c1'), { client: clientOf('ada') });
      await waitFor(() => expect(first.result.current.data?.asOf).toBe('ada'));
      const second = renderHookWithKit(() => useAccounts('c1'), {
        client: clientOf('bob'),
        queryClient: first.queryClient,
      });
      expect(second.result.current.data).toBeUndefined();
      await waitFor(() => expect(second.result.current.data?.asOf).toBe('bob'));
      expect(first.result.current.data?.asOf).toBe('ada');
    });
  });
});
