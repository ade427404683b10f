import { type AccountsSnapshot, type Connection, FlinksKitError, type FlinksClient } from '@flinks-kit/core';
import { freshQueryClient, kitWrapper, renderHookWithKit, renderWithKit, testClient } from '#test';
import { onlineManager } from '@tanstack/react-query';
import { act, screen, waitFor } from '@testing-library/react';
import { memo, type ReactElement, Suspense } from 'react';
import { renderToString } from 'react-dom/server';
import { afterEach, describe, expect, it, vi } from 'vitest';
import { connected, snapshot } from '../../test/sampleAccounts.ts';
import { sampleConnection } from '../../test/sampleConnection.ts';
import { allAccountsQueryOptions } from '../query/accounts.ts';
import { connectionsQueryOptions } from '../query/connections.ts';
import { flinksKeys } from '../query/keys.ts';
import { type AllAccounts, useAllAccounts } from './useAllAccounts.ts';
import { useSuspenseAllAccounts } from './useSuspenseAllAccounts.ts';

describe('the accounts of all banks', () => {
  afterEach(() => {
    vi.restoreAllMocks();
    act(() => onlineManager.setOnline(true));
  });

  const bank = (id: string, identity: string | null, facts: Partial<AccountsSnapshot> = {}) =>
    snapshot({ accounts: [{ ...connected({ id: `account-${id}` }), connectionId: id, identity }], ...facts });

  type Answer = AccountsSnapshot | Error | Promise<AccountsSnapshot>;

  /** A client with these banks, each of which answers with a snapshot or an error. */
  function banks(answers: Readonly<Record<string, Answer>>, connections?: readonly Connection[]) {
    const listConnections = vi.fn(() =>
      Promise.resolve(connections ?? Object.keys(answers).map((id) => sampleConnection({ id }))),
    );
    const getAccounts = vi.fn<NonNullable<FlinksClient['getAccounts']>>(async (id) => {
      const answer = await answers[id];
      if (answer instanceof Error || answer === undefined) throw answer ?? new Error(id);
      return answer;
    });
    return { client: testClient({ listConnections, getAccounts }), listConnections, getAccounts };
  }

  async function read(...given: Parameters<typeof banks>): Promise<AllAccounts> {
    const { result } = renderHookWithKit(() => useAllAccounts(), { client: banks(...given).client });
    await waitFor(() => {
      expect(result.current.connections).not.toEqual([]);
      expect(result.current.connections.every(({ isFetching }) => !isFetching)).toBe(true);
    });
    return result.current;
  }

  const brief = ({ status, accounts, connections }: AllAccounts) => ({
    status,
    accounts: accounts.map(({ id }) => id),
    banks: Object.fromEntries(connections.map(({ connection, status: own }) => [connection.id, own])),
  });

  const refused = (code: string) => new FlinksKitError('Refused.', { code });

  describe('useAllAccounts', () => {
    it('reads every bank, and counts an account of two connections once', async () => {
      const all = await read({
        a: bank('a', 'same', { asOf: '2026-11-01T00:00:00Z' }),
        b: bank('b', 'same', { asOf: '2026-11-02T00:00:00Z' }),
        c: bank('c', null),
      });
      expect(brief(all)).toEqual({
        status: 'ready',
        accounts: ['account-b', 'account-c'],
        banks: { a: 'ready', b: 'ready', c: 'ready' },
      });
      expect(all.accounts[0]?.alsoIn.map(({ connectionId }) => connectionId)).toEqual(['a']);
    });

    it.each<[string, Answer, AllAccounts['connections'][number]['status']]>([
      ['fails', refused('internal'), 'error'],
      ['requires its user', refused('needs-user'), 'needs-user'],
      ['is not confirmed to be the user’s', refused('login-unconfirmed'), 'needs-user'],
      ['cannot be reached', refused('unavailable'), 'unavailable'],
      [
        'is still collected',
        bank('b', null, { status: 'pending', accounts: [], retryAfterMs: 1e6 }),
        'pending',
      ],
      [
        'has its Summary only',
        bank('b', null, { status: 'partial', accounts: [], retryAfterMs: 1e6 }),
        'partial',
      ],
    ])('a bank that %s leaves the others usable', async (_name, answer, status) => {
      expect(brief(await read({ a: bank('a', null), b: answer }))).toEqual({
        status: 'partial',
        accounts: ['account-a'],
        banks: { a: 'ready', b: status },
      });
    });

    it('a bank that fails leaves the page in place where the app throws errors by default', async () => {
      vi.spyOn(console, 'error').mockReturnValue();
      const queryClient = freshQueryClient();
      queryClient.setDefaultOptions({ queries: { retry: false, throwOnError: true } });
      const { client } = banks({ a: bank('a', null), b: refused('internal') });
      const { result } = renderHookWithKit(() => useAllAccounts(), { client, queryClient });
      await waitFor(() =>
        expect(brief(result.current)).toEqual({
          status: 'partial',
          accounts: ['account-a'],
          banks: { a: 'ready', b: 'error' },
        }),
      );
    });

    it.each(['needs-user', 'unavailable'] as const)(
      'a connection whose health is %s keeps its older accounts',
      async (status) => {
        const connection = sampleConnection({ id: 'a', health: { status, flinksCode: null } });
        const all = await read({ a: bank('a', null) }, [connection]);
        expect(brief(all)).toEqual({ status: 'ready', accounts: ['account-a'], banks: { a: status } });
      },
    );

    it('leaves out a connection that is being deleted, and asks nothing about it', async () => {
      const { client, getAccounts } = banks({ a: bank('a', null), b: bank('b', null) }, [
        sampleConnection({ id: 'a' }),
        sampleConnection({ id: 'b', health: { status: 'deleting', flinksCode: null } }),
      ]);
      const { result } = renderHookWithKit(() => useAllAccounts(), { client });
      await waitFor(() => expect(result.current.status).toBe('ready'));
      expect(brief(result.current)).toMatchObject({ accounts: ['account-a'], banks: { a: 'ready' } });
      expect(new Set(getAccounts.mock.calls.map(([id]) => id))).toEqual(new Set(['a']));
    });

    it('is pending, then ready and empty where there is no connection', async () => {
      const { result } = renderHookWithKit(() => useAllAccounts(), { client: banks({}).client });
      expect(result.current.status).toBe('pending');
      await waitFor(() =>
        expect(brief(result.current)).toEqual({ status: 'ready', accounts: [], banks: {} }),
      );
    });

    it('is idle while no user is signed in, and reports a list that could not be read', async () => {
      const idle = testClient({ userId: null });
      expect(renderHookWithKit(() => useAllAccounts(), { client: idle }).result.current.status).toBe('idle');
      const listConnections = () => Promise.reject(refused('internal'));
      const { result } = renderHookWithKit(() => useAllAccounts(), {
        client: testClient({ listConnections }),
      });
      await waitFor(() =>
        expect(result.current).toMatchObject({ status: 'error', error: { code: 'internal' } }),
      );
    });

    it('is paused offline while nothing was read, and a bank that is missing is paused beside the others', async () => {
      onlineManager.setOnline(false);
      const { client } = banks({ a: bank('a', null), b: bank('b', null) });
      const queryClient = freshQueryClient();
      const { result } = renderHookWithKit(() => useAllAccounts(), { client, queryClient });
      expect(result.current.status).toBe('paused');
      act(() => {
        queryClient.setQueryData(
          flinksKeys.connections(client),
          ['a', 'b'].map((id) => sampleConnection({ id })),
        );
      });
      await waitFor(() =>
        expect(brief(result.current)).toMatchObject({
          status: 'paused',
          banks: { a: 'paused', b: 'paused' },
        }),
      );
      act(() => {
        queryClient.setQueryData(flinksKeys.accounts(client, 'a'), bank('a', null));
      });
      await waitFor(() =>
        expect(brief(result.current)).toEqual({
          status: 'partial',
          accounts: ['account-a'],
          banks: { a: 'ready', b: 'paused' },
        }),
      );
    });

    it('renders again what changed, and nothing else', async () => {
      const rendered: string[] = [];
      const Row = memo(({ account }: { readonly account: AllAccounts['accounts'][number] }): ReactElement => {
        rendered.push(account.id);
        return <p>{account.title}</p>;
      });
      function Page(): ReactElement {
        return (
          <>
            {useAllAccounts().accounts.map((each) => (
              <Row key={each.connectionId} account={each} />
            ))}
          </>
        );
      }
      const { client } = banks({ a: bank('a', 'one'), b: bank('b', 'two') });
      const { queryClient } = renderWithKit(<Page />, { client, strict: false });
      await screen.findAllByText('Sample Chequing');
      await waitFor(() => expect(queryClient.isFetching()).toBe(0));
      rendered.length = 0;
      const changed = bank('b', 'two');
      act(() => {
        queryClient.setQueryData(flinksKeys.accounts(client, 'b'), {
          ...changed,
          accounts: changed.accounts.map((each) => ({ ...each, title: 'Renamed' })),
        });
      });
      await screen.findByText('Renamed');
      expect(rendered).toEqual(['account-b']);
    });

    it('reads the list and every bank again on refetch', async () => {
      const { client, listConnections, getAccounts } = banks({ a: bank('a', null), b: bank('b', null) });
      const { result } = renderHookWithKit(() => useAllAccounts(), { client, strict: false });
      await waitFor(() => expect(result.current.status).toBe('ready'));
      act(() => result.current.refetch());
      await waitFor(() => expect(listConnections).toHaveBeenCalledTimes(2));
      await waitFor(() => expect(getAccounts).toHaveBeenCalledTimes(4));
    });

    it('shows on the server what a loader read', async () => {
      const { client } = banks({ a: bank('a', null), b: bank('b', null) });
      const queryClient = freshQueryClient();
      const connections = await queryClient.fetchQuery(connectionsQueryOptions(client));
      await Promise.all(
        allAccountsQueryOptions(client, connections).map((each) => queryClient.prefetchQuery(each)),
      );
      const Page = (): ReactElement => <p>{brief(useAllAccounts()).accounts.join()}</p>;
      const Server = kitWrapper({ client, queryClient });
      expect(
        renderToString(
          <Server>
            <Page />
          </Server>,
        ),
      ).toBe('<p>account-a,account-b</p>');
    });
  });

  describe('useSuspenseAllAccounts', () => {
    it('waits for the list of connections only', async () => {
      const never = new Promise<AccountsSnapshot>(() => undefined);
      function Page(): ReactElement {
        const all = useSuspenseAllAccounts();
        return <p>{`${all.connections.length} banks, ${all.status}`}</p>;
      }
      renderWithKit(
        <Suspense fallback="waiting">
          <Page />
        </Suspense>,
        { client: banks({ a: never, b: never }).client },
      );
      expect(screen.getByText('waiting')).toBeInTheDocument();
      expect(await screen.findByText('2 banks, pending')).toBeInTheDocument();
    });
  });
});
