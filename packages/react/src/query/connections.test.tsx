import { type Connection, FlinksKitError } from '@flinks-kit/core';
import { pass, renderHookWithKit, testClient } from '#test';
import { focusManager, QueryClient } from '@tanstack/react-query';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { snapshot } from '../../test/sampleAccounts.ts';
import { sampleConnection } from '../../test/sampleConnection.ts';
import { useAccounts } from '../accounts/useAccounts.ts';
import { useConnection } from '../connections/useConnection.ts';
import { useConnections } from '../connections/useConnections.ts';
import { useDeleteConnection } from '../connections/useDeleteConnection.ts';
import { useNightlyRefresh } from '../connections/useNightlyRefresh.ts';
import { flinksKeys } from './keys.ts';

describe('queries of connections', () => {
  beforeEach(() => {
    vi.useFakeTimers();
  });
  afterEach(() => {
    focusManager.setFocused(undefined);
    vi.useRealTimers();
  });

  // These count calls, and the rehearsal of StrictMode under React 18 aborts and repeats the first one.
  const strict = false;

  const comeBack = async () => {
    focusManager.setFocused(false);
    focusManager.setFocused(true);
    await pass(0);
  };

  // As an app that finds a minute fresh enough.
  const withRetries = () =>
    new QueryClient({ defaultOptions: { queries: { staleTime: 60_000, retry: false, gcTime: Infinity } } });

  const underWay = sampleConnection({ health: { status: 'pending', flinksCode: null } });
  const gone = () =>
    Promise.reject(new FlinksKitError('Gone.', { code: 'connection-not-found', status: 404 }));

  it('wait while the id is empty', async () => {
    const getConnection = vi.fn(() => Promise.resolve(sampleConnection()));
    renderHookWithKit(() => useConnection(''), { strict, client: testClient({ getConnection }) });
    await pass(0);
    expect(getConnection).not.toHaveBeenCalled();
  });

  describe('connections', () => {
    it.each([
      ['pending', underWay],
      ['deleting', sampleConnection({ health: { status: 'deleting', flinksCode: null } })],
    ])('are asked for again while one is %s, and no longer', async (_, busy) => {
      const listConnections = vi
        .fn<() => Promise<readonly Connection[]>>()
        .mockResolvedValueOnce([busy, sampleConnection({ id: 'c2' })])
        .mockResolvedValue([sampleConnection()]);
      renderHookWithKit(() => useConnections(), { strict, client: testClient({ listConnections }) });
      await pass(0);
      expect(listConnections).toHaveBeenCalledTimes(1);
      await pass(5_000);
      expect(listConnections).toHaveBeenCalledTimes(2);
      await pass(60 * 60_000);
      expect(listConnections).toHaveBeenCalledTimes(2);
    });

    it('read the accounts again when an update came to its end, and only of that connection', async () => {
      const other = sampleConnection({ id: 'c2' });
      let kept = [underWay, other];
      const getAccounts = vi.fn((_id: string) => Promise.resolve(snapshot()));
      const client = testClient({ listConnections: () => Promise.resolve(kept), getAccounts });
      renderHookWithKit(() => [useConnections(), useAccounts('connection-1'), useAccounts('c2')], {
        strict,
        client,
        queryClient: withRetries(),
      });
      await pass(0);
      expect(getAccounts).toHaveBeenCalledTimes(2);
      kept = [sampleConnection({ lastRefreshAt: '2026-11-20T15:00:00Z' }), other];
      await pass(5_000);
      expect(getAccounts.mock.calls.slice(2).map(([id]) => id)).toEqual(['connection-1']);
    });

    it('leave accounts alone that are as new already', async () => {
      const done = sampleConnection({ lastRefreshAt: '2026-11-20T14:05:00Z' });
      const listConnections = vi
        .fn<() => Promise<readonly Connection[]>>()
        .mockResolvedValueOnce([underWay])
        .mockResolvedValue([done]);
      const getAccounts = vi.fn(() => Promise.resolve(snapshot({ asOf: '2026-11-20T14:05:00Z' })));
      renderHookWithKit(() => [useConnections(), useAccounts('connection-1')], {
        strict,
        client: testClient({ listConnections, getAccounts }),
      });
      await pass(5_000);
      expect(listConnections).toHaveBeenCalledTimes(2);
      expect(getAccounts).toHaveBeenCalledTimes(1);
    });

    it('that another tab deleted leave the list when this one is looked at', async () => {
      let kept: readonly Connection[] = [sampleConnection()];
      const client = testClient({ listConnections: () => Promise.resolve(kept) });
      const { result } = renderHookWithKit(() => useConnections(), { client, queryClient: withRetries() });
      await pass(0);
      expect(result.current.data).toHaveLength(1);
      kept = [];
      await comeBack();
      expect(result.current.data).toEqual([]);
      expect(result.current.error).toBeNull();
    });

    it.each([
      ['accounts', () => useAccounts('connection-1')],
      ['the connection', () => useConnection('connection-1')],
    ])('leave the list as soon as %s are asked for and gone', async (_, useOther) => {
      const queryClient = withRetries();
      const client = testClient({
        listConnections: () => Promise.resolve([sampleConnection(), sampleConnection({ id: 'c2' })]),
        getAccounts: gone,
        getConnection: gone,
      });
      queryClient.setQueryData(flinksKeys.connections(client), [
        sampleConnection(),
        sampleConnection({ id: 'c2' }),
      ]);
      const { result } = renderHookWithKit(() => [useConnections(), useOther()] as const, {
        client,
        queryClient,
      });
      await pass(0);
      expect(result.current[0].data?.map(({ id }) => id)).toEqual(['c2']);
    });
  });

  describe('a change', () => {
    const setUp = (methods: Parameters<typeof testClient>[0]) => {
      const listConnections = vi.fn(() =>
        Promise.resolve([
          sampleConnection({ nightlyRefresh: false }),
          sampleConnection({ id: 'c2', nightlyRefresh: false }),
        ]),
      );
      const getAccounts = vi.fn((_id: string) => Promise.resolve(snapshot()));
      const client = testClient({ listConnections, getAccounts, ...methods });
      const { result } = renderHookWithKit(
        () => ({
          connections: useConnections(),
          other: useAccounts('c2'),
          nightly: useNightlyRefresh(),
          remove: useDeleteConnection(),
        }),
        { strict, client },
      );
      return { result, listConnections, getAccounts };
    };

    it('reads the list again after a deletion, and no accounts of others', async () => {
      const { result, listConnections, getAccounts } = setUp({
        deleteConnection: () => Promise.resolve({ status: 'deleted' }),
      });
      await pass(0);
      result.current.remove.mutate({ connectionId: 'connection-1' });
      await pass(0);
      expect(listConnections).toHaveBeenCalledTimes(2);
      expect(getAccounts).toHaveBeenCalledTimes(1);
    });

    it('that is refused takes back itself alone, not what came true meanwhile', async () => {
      let refuse: (error: Error) => void = () => {};
      const { result, listConnections } = setUp({
        setNightlyRefresh: (id, enabled) =>
          id === 'c2'
            ? Promise.resolve(sampleConnection({ id, nightlyRefresh: enabled }))
            : new Promise((_, reject) => (refuse = reject)),
      });
      await pass(0);
      result.current.nightly.mutate({ connectionId: 'connection-1', enabled: true });
      await pass(0);
      result.current.nightly.mutate({ connectionId: 'c2', enabled: true });
      await pass(0);
      // What is requested again after the refusal must not be what mends it.
      listConnections.mockReturnValue(new Promise(() => {}));
      refuse(new FlinksKitError('Refused.', { code: 'refused' }));
      await pass(0);
      expect(result.current.connections.data?.map(({ nightlyRefresh }) => nightlyRefresh)).toEqual([
        false,
        true,
      ]);
    });

    it('is not undone by a list that was asked for before it', async () => {
      let answer: (list: Connection[]) => void = () => {};
      const { result, listConnections } = setUp({
        setNightlyRefresh: (id, enabled) =>
          Promise.resolve(sampleConnection({ id, nightlyRefresh: enabled })),
      });
      await pass(0);
      listConnections.mockReturnValueOnce(new Promise((resolve) => (answer = resolve)));
      void result.current.connections.refetch();
      await pass(0);
      result.current.nightly.mutate({ connectionId: 'connection-1', enabled: true });
      await pass(0);
      answer([sampleConnection({ nightlyRefresh: false })]);
      await pass(0);
      expect(result.current.connections.data?.[0]?.nightlyRefresh).toBe(true);
    });
  });
});
