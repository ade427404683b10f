import { type Connection, FlinksKitError } from '@flinks-kit/core';
import { chooseInMenu, connectClient, postFromWidget, renderWithKit, settled, testClient } from '#test';
import {
  keepPreviousData,
  QueryClient,
  type QueryClientConfig,
  QueryClientProvider,
} from '@tanstack/react-query';
import { act, render, screen, waitFor } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { Component, type ReactElement, type ReactNode } from 'react';
import { describe, expect, it, vi } from 'vitest';
import { connected, snapshot } from '../../test/sampleAccounts.ts';
import { sampleConnection } from '../../test/sampleConnection.ts';
import { AccountList } from '../accounts/AccountList.tsx';
import { useAccounts } from '../accounts/useAccounts.ts';
import { useAllAccounts } from '../accounts/useAllAccounts.ts';
import { ConnectionList } from '../connections/ConnectionList.tsx';
import { useConnections } from '../connections/useConnections.ts';
import { useInstitutions } from '../connections/useInstitutions.ts';
import { FlinksProvider } from '../provider/FlinksProvider.tsx';
import { FlinksConnect } from '../session/FlinksConnect.tsx';
import { useFlinksConnect } from '../session/useFlinksConnect.ts';

// An app's own defaults of TanStack Query apply to the kit's queries, too. None of them may show one user's or one bank's
// data as another's, end the wait for Flinks, or turn a state of the kit into a crash.

type Defaults = NonNullable<QueryClientConfig['defaultOptions']>;
type Queries = NonNullable<Defaults['queries']>;
type Mutations = NonNullable<Defaults['mutations']>;

const clientOf = (queries: Queries) => new QueryClient({ defaultOptions: { queries } });

const accountsOf = (id: string) =>
  snapshot({ accounts: [connected({ id: `of-${id}`, title: `Account of ${id}` })] });

function Accounts({ of }: { readonly of: string }): ReactElement {
  return <AccountList accounts={useAccounts(of)} />;
}

describe('placeholderData: keepPreviousData', () => {
  it('shows no account of one connection under another', async () => {
    const client = testClient({
      getAccounts: (id) => (id === 'c1' ? Promise.resolve(accountsOf(id)) : new Promise(() => undefined)),
    });
    const { rerender } = renderWithKit(<Accounts of="c1" />, {
      client,
      queryClient: clientOf({ placeholderData: keepPreviousData }),
    });
    await screen.findByText('Account of c1');
    rerender(<Accounts of="c2" />);
    expect(screen.queryByText('Account of c1')).toBeNull();
  });

  it.each(['connections', 'accounts', 'all accounts'] as const)(
    'shows no %s of one user to the next',
    async (what) => {
      const clientFor = (userId: string) => {
        const never = new Promise<never>(() => undefined);
        const isAda = userId === 'ada';
        return testClient({
          userId,
          listConnections: () =>
            isAda ? Promise.resolve([sampleConnection({ institutionName: 'Bank of ada' })]) : never,
          getAccounts: () => (isAda ? Promise.resolve(accountsOf('ada')) : never),
        });
      };
      const page = {
        connections: <Connections />,
        accounts: <Accounts of="connection-1" />,
        'all accounts': <AllAccounts />,
      }[what];
      const queryClient = clientOf({ placeholderData: keepPreviousData });
      const tree = (userId: string) => (
        <QueryClientProvider client={queryClient}>
          <FlinksProvider client={clientFor(userId)}>{page}</FlinksProvider>
        </QueryClientProvider>
      );
      const { rerender } = render(tree('ada'));
      expect((await screen.findAllByText(/of ada/)).length).toBeGreaterThan(0);
      rerender(tree('bob'));
      await settled();
      expect(screen.queryByText(/of ada/)).toBeNull();
    },
  );
});

function Connections(): ReactElement {
  return <ConnectionList connections={useConnections()} connect={{ open: () => undefined }} />;
}

function AllAccounts(): ReactElement {
  return <AccountList accounts={useAllAccounts()} />;
}

// Whatever else an app sets: the journey of a user must work.
const ofQueries: Readonly<Record<string, Queries>> = {
  'staleTime: Infinity': { staleTime: Infinity },
  "staleTime: 'static'": { staleTime: 'static' },
  'refetchOnMount: false': { refetchOnMount: false, refetchOnWindowFocus: false, refetchOnReconnect: false },
  'gcTime: 0': { gcTime: 0 },
  'structuralSharing: false': { structuralSharing: false },
  "networkMode: 'always'": { networkMode: 'always' },
  "networkMode: 'offlineFirst'": { networkMode: 'offlineFirst' },
  queryKeyHashFn: { queryKeyHashFn: (key) => `app:${JSON.stringify(key)}` },
  'throwOnError: true': { throwOnError: true },
  'refetchInterval: 1': { refetchInterval: 1 },
  'retryOnMount: false': { retryOnMount: false },
  'notifyOnChangeProps: data': { notifyOnChangeProps: ['data'] },
  'placeholderData: keepPreviousData': { placeholderData: keepPreviousData },
};
const ofMutations: Readonly<Record<string, Mutations>> = {
  'retry: 3': { retry: 3, retryDelay: 1 },
  'gcTime: 0': { gcTime: 0 },
  "networkMode: 'always'": { networkMode: 'always' },
  'throwOnError: true': { throwOnError: true },
  'scope of its own': { scope: { id: 'app' } },
};
const defaults = [
  ...Object.entries(ofQueries).map(([name, queries]) => [`queries, ${name}`, { queries }] as const),
  ...Object.entries(ofMutations).map(([name, mutations]) => [`mutations, ${name}`, { mutations }] as const),
];

describe.each(defaults)('%s', (_name, defaultOptions) => {
  it('connects a bank, completes its accounts by itself, updates and deletes it', async () => {
    let connections: readonly Connection[] = [];
    const linked = sampleConnection({ id: 'connection-1', institutionName: 'Sample Bank' });
    let isComplete = false;
    const { client } = connectClient({
      listConnections: () => Promise.resolve(connections),
      linkConnection: async () => {
        connections = [linked];
        return linked;
      },
      getConnection: async () => linked,
      getAccounts: async () =>
        isComplete
          ? accountsOf('complete')
          : snapshot({ ...accountsOf('summary'), status: 'partial', retryAfterMs: 250 }),
      refreshConnection: async () => {
        connections = [{ ...linked, lastRefreshAt: '2026-11-20T15:00:00Z' }];
        return { status: 'done', connection: connections[0] ?? linked, retryAfterMs: null };
      },
      deleteConnection: async () => {
        connections = [];
        return { status: 'deleted' };
      },
    });
    renderWithKit(<Page />, { client, queryClient: new QueryClient({ defaultOptions }), strict: false });
    await act(async () => screen.getByRole('button', { name: 'Connect' }).click());
    await settled();
    postFromWidget({ step: 'REDIRECT', loginId: 'l' });
    expect(await screen.findByText('Sample Bank')).toBeVisible();
    expect(await screen.findByText('Account of summary')).toBeVisible();
    isComplete = true;
    expect(await screen.findByText('Account of complete')).toBeVisible();
    await chooseInMenu('Refresh');
    await waitFor(() => expect(screen.getByRole('article')).toHaveAttribute('data-flinks-connection', 'ok'));
    await chooseInMenu('Delete connection');
    await userEvent.click(screen.getByRole('button', { name: 'Delete' }));
    expect(await screen.findByText('The connection is deleted, here and at Flinks.')).toBeVisible();
    expect(screen.queryByText('Sample Bank')).toBeNull();
  });
});

function Page(): ReactElement {
  const connect = useFlinksConnect();
  const connections = useConnections();
  return (
    <>
      <button onClick={connect.open}>Connect</button>
      <FlinksConnect connect={connect} />
      <ConnectionList connections={connections} connect={connect} />
      <Accounts of="connection-1" />
    </>
  );
}

class Boundary extends Component<{ readonly children: ReactNode }> {
  override state = { message: '' };
  static getDerivedStateFromError(error: Error) {
    return { message: error.message };
  }
  override render(): ReactNode {
    return this.state.message === '' ? this.props.children : <p>{`caught: ${this.state.message}`}</p>;
  }
}

describe('throwOnError: true', () => {
  it('hands a failed reading to the app’s boundary, and nothing else', async () => {
    vi.spyOn(console, 'error').mockReturnValue();
    const refused = new FlinksKitError('No.', { code: 'internal' });
    renderWithKit(
      <Boundary>
        <Accounts of="c1" />
      </Boundary>,
      {
        client: testClient({ getAccounts: () => Promise.reject(refused) }),
        queryClient: clientOf({ throwOnError: true }),
      },
    );
    expect(await screen.findByText('caught: No.')).toBeVisible();
    vi.restoreAllMocks();
  });
});

describe('select', () => {
  it('changes nothing that the kit reads', async () => {
    const client = testClient({
      listConnections: () => Promise.resolve([sampleConnection({ institutionName: 'Sample Bank' })]),
      getAccounts: (id) => Promise.resolve(accountsOf(id)),
      listInstitutions: () => Promise.resolve([]),
    });
    const Banks = () => <p>{JSON.stringify(useInstitutions().data)}</p>;
    renderWithKit(
      <>
        <Connections />
        <AllAccounts />
        <Banks />
      </>,
      { client, queryClient: clientOf({ select: () => 'selected by the app' }) },
    );
    expect(await screen.findByText('Sample Bank')).toBeVisible();
    expect(await screen.findByText('Account of connection-1')).toBeVisible();
    expect(await screen.findByText('[]')).toBeVisible();
  });
});
