import type { Connection } from '@flinks-kit/core';
import { connectClient, freshQueryClient, postFromWidget, settled, StatusPage, testClient } from '#test';
import { dehydrate, hydrate, onlineManager, QueryClient, QueryClientProvider } from '@tanstack/react-query';
import { act, render, screen, waitFor } from '@testing-library/react';
import { type ReactElement, startTransition, Suspense, useState } from 'react';
import { afterEach, describe, expect, it, vi } from 'vitest';
import { sampleConnection } from '../../test/sampleConnection.ts';
import { useSuspenseAllAccounts } from '../accounts/useSuspenseAllAccounts.ts';
import { ConnectionList } from '../connections/ConnectionList.tsx';
import { useConnections } from '../connections/useConnections.ts';
import { useDeleteConnection } from '../connections/useDeleteConnection.ts';
import { FlinksProvider } from '../provider/FlinksProvider.tsx';
import type { UseFlinksConnectOptions } from '../session/useFlinksConnect.ts';
import { flinksKeys } from './keys.ts';

describe('another user in the same tab', () => {
  afterEach(() => {
    onlineManager.setOnline(true);
  });

  const bankOf = (userId: string) =>
    sampleConnection({ id: `of-${userId}`, institutionName: `Bank of ${userId}` });

  /** A client of one user whose server knows one bank of theirs. */
  const clientOf = (userId: string | null, methods: Parameters<typeof testClient>[0] = {}) =>
    testClient({
      userId,
      listConnections: () => Promise.resolve(userId === null ? [] : [bankOf(userId)]),
      ...methods,
    });

  type Client = ReturnType<typeof testClient>;

  function start(first: Client, page: ReactElement, queryClient = freshQueryClient()) {
    const tree = (client: Client) => (
      <QueryClientProvider client={queryClient}>
        <FlinksProvider client={client}>{page}</FlinksProvider>
      </QueryClientProvider>
    );
    const { rerender, unmount } = render(tree(first));
    return { queryClient, unmount, signIn: (client: Client) => rerender(tree(client)) };
  }

  /** A page on which Ada deletes her connection. */
  function DeletablePage(): ReactElement {
    const { mutate } = useDeleteConnection();
    return (
      <>
        <button onClick={() => mutate({ connectionId: 'of-ada' })}>Delete Ada’s</button>
        <Banks />
      </>
    );
  }

  function Banks(): ReactElement {
    return <ConnectionList connections={useConnections()} />;
  }

  const cached = (queryClient: QueryClient) => JSON.stringify(dehydrate(queryClient));

  describe('useUserCache', () => {
    it('shows nothing of the former user, and removes it from the cache', async () => {
      const { queryClient, signIn } = start(clientOf('ada'), <Banks />);
      expect(await screen.findByText('Bank of ada')).toBeVisible();
      signIn(clientOf('bob'));
      expect(screen.queryByText('Bank of ada')).toBeNull();
      expect(await screen.findByText('Bank of bob')).toBeVisible();
      expect(cached(queryClient)).not.toContain('ada');
    });

    it('is idle and empty while no user is signed in', async () => {
      const listConnections = vi.fn(() => Promise.resolve([bankOf('no-user')]));
      const { queryClient, signIn } = start(clientOf('ada'), <Banks />);
      await screen.findByText('Bank of ada');
      signIn(clientOf(null, { listConnections }));
      await settled();
      expect(screen.queryByRole('article')).toBeNull();
      expect(cached(queryClient)).not.toContain('ada');
      expect(listConnections).not.toHaveBeenCalled();
    });

    it('shows nothing of the former user while the browser is offline', async () => {
      const { signIn } = start(clientOf('ada'), <Banks />);
      await screen.findByText('Bank of ada');
      onlineManager.setOnline(false);
      signIn(clientOf('bob'));
      await settled();
      expect(screen.queryByText('Bank of ada')).toBeNull();
      expect(screen.getByText(/You are offline/)).toBeVisible();
    });

    it('never sends a change that the former user made offline', async () => {
      const deleteConnection = vi.fn(() => Promise.resolve({ status: 'deleted' as const }));
      const { queryClient, signIn } = start(clientOf('ada', { deleteConnection }), <DeletablePage />);
      await screen.findByText('Bank of ada');
      onlineManager.setOnline(false);
      act(() => screen.getByRole('button', { name: 'Delete Ada’s' }).click());
      await settled();
      signIn(clientOf('bob', { deleteConnection }));
      await settled();
      await act(async () => {
        onlineManager.setOnline(true);
        await queryClient.resumePausedMutations();
      });
      await settled();
      expect(deleteConnection).not.toHaveBeenCalled();
    });

    it('removes what a persisted cache restores of another user', async () => {
      const before = start(clientOf('ada'), <Banks />);
      await screen.findByText('Bank of ada');
      const persisted = dehydrate(before.queryClient);
      before.unmount();

      const { queryClient } = start(clientOf('bob'), <Banks />);
      await screen.findByText('Bank of bob');
      act(() => hydrate(queryClient, persisted));
      await settled();
      expect(screen.queryByText('Bank of ada')).toBeNull();
      await waitFor(() => expect(cached(queryClient)).not.toContain('ada'));
    });

    it('removes a change that a persisted cache restores of another user', async () => {
      const { queryClient } = start(clientOf('bob'), <Banks />);
      await screen.findByText('Bank of bob');
      const saved = freshQueryClient();
      for (const userId of ['ada', 'bob'])
        saved.getMutationCache().build(saved, { mutationKey: flinksKeys.deletions({ userId }) });
      const all = dehydrate(saved, { shouldDehydrateMutation: () => true });
      act(() => hydrate(queryClient, all));
      const kept = queryClient.getMutationCache().getAll();
      expect(kept.map(({ options }) => options.mutationKey)).toEqual([
        flinksKeys.deletions({ userId: 'bob' }),
      ]);
    });

    it('keeps what a persisted cache restores of the same user', async () => {
      const persisted = freshQueryClient();
      persisted.setQueryData(flinksKeys.connections({ userId: 'ada' }), [bankOf('ada')]);
      const { queryClient } = start(
        clientOf('ada', { listConnections: () => new Promise(() => {}) }),
        <Banks />,
      );
      act(() => hydrate(queryClient, dehydrate(persisted)));
      expect(await screen.findByText('Bank of ada')).toBeVisible();
    });

    it('reads everything again on a page that comes back from the back-forward cache', async () => {
      let currentUser = 'ada';
      const client = testClient({
        userId: 'ada',
        listConnections: () => Promise.resolve([bankOf(currentUser)]),
      });
      start(client, <Banks />);
      await screen.findByText('Bank of ada');
      currentUser = 'bob';
      act(() => {
        window.dispatchEvent(Object.assign(new Event('pageshow'), { persisted: true }));
      });
      await settled();
      expect(screen.queryByText('Bank of ada')).toBeNull();
      expect(await screen.findByText('Bank of bob')).toBeVisible();
    });

    it('lets the next user’s page be prepared while the former user’s is shown', async () => {
      const listOf = (userId: string) => vi.fn(() => Promise.resolve([bankOf(userId)]));
      const ada = clientOf('ada', { listConnections: listOf('ada') });
      const bob = clientOf('bob', { listConnections: listOf('bob') });
      const queryClient = freshQueryClient();
      const app: { signIn?: (client: Client) => void } = {};
      const BanksInSuspense = (): ReactElement => {
        const { connections } = useSuspenseAllAccounts();
        return <p>{connections.map(({ connection }) => connection.institutionName)}</p>;
      };
      function App(): ReactElement {
        const [client, setClient] = useState(ada);
        app.signIn = setClient;
        return (
          <QueryClientProvider client={queryClient}>
            <FlinksProvider client={client}>
              <Suspense fallback="Loading">
                <BanksInSuspense />
              </Suspense>
            </FlinksProvider>
          </QueryClientProvider>
        );
      }
      render(<App />);
      await screen.findByText(/Bank of ada/);
      act(() => startTransition(() => app.signIn?.(bob)));
      await screen.findByText(/Bank of bob/);
      await settled();
      expect(bob.listConnections).toHaveBeenCalledOnce();
      expect(cached(queryClient)).not.toContain('ada');
    });

    it('tries no change of the former user again', async () => {
      let refuse: (error: Error) => void = () => {};
      const deleteConnection = vi.fn(() => new Promise<never>((_, reject) => (refuse = reject)));
      // An app's own defaults: the kit has no retry of a change.
      const queryClient = new QueryClient({ defaultOptions: { mutations: { retry: 3, retryDelay: 0 } } });
      const { signIn } = start(clientOf('ada', { deleteConnection }), <DeletablePage />, queryClient);
      await screen.findByText('Bank of ada');
      act(() => screen.getByRole('button', { name: 'Delete Ada’s' }).click());
      await settled();
      signIn(clientOf('bob', { deleteConnection }));
      await screen.findByText('Bank of bob');
      refuse(new Error('The network is gone.'));
      await settled();
      await settled();
      expect(deleteConnection).toHaveBeenCalledOnce();
    });

    it('drops a response that arrives for the former user', async () => {
      let answer: (list: readonly Connection[]) => void = () => {};
      const slow = clientOf('ada', { listConnections: () => new Promise((resolve) => (answer = resolve)) });
      const { queryClient, signIn } = start(slow, <Banks />);
      await settled();
      signIn(clientOf('bob'));
      await screen.findByText('Bank of bob');
      answer([bankOf('ada')]);
      await settled();
      expect(screen.queryByText('Bank of ada')).toBeNull();
      expect(cached(queryClient)).not.toContain('ada');
    });
  });

  describe('a live session of the former user', () => {
    const redirect = {
      step: 'REDIRECT',
      url: 'https://app.example/?loginId=11111111-2222-4333-8444-555555555555',
    };

    async function open(options: UseFlinksConnectOptions, methods: Parameters<typeof connectClient>[0] = {}) {
      const page = start({ ...connectClient(methods).client, userId: 'ada' }, <StatusPage {...options} />);
      act(() => screen.getByRole('button', { name: 'Connect' }).click());
      await settled();
      postFromWidget({ step: 'APP_MOUNTED' });
      return page;
    }

    it('ends as abandoned, and its frame is removed', async () => {
      const onExited = vi.fn();
      const { signIn } = await open({ onExited });
      signIn(clientOf('bob'));
      await settled();
      expect(onExited).toHaveBeenCalledExactlyOnceWith('abandoned', expect.anything());
      expect(document.querySelector('iframe')).toBeNull();
      expect(document.querySelector('output')).toHaveTextContent('idle');
    });

    it('that is being linked reports its connection to no other user', async () => {
      const onConnected = vi.fn();
      let link: (connection: Connection) => void = () => {};
      const { signIn } = await open(
        { onConnected },
        { linkConnection: () => new Promise((resolve) => (link = resolve)) },
      );
      postFromWidget(redirect);
      await settled();
      signIn(clientOf('bob'));
      await settled();
      link(bankOf('ada'));
      await settled();
      expect(onConnected).not.toHaveBeenCalled();
      expect(document.querySelector('output')).toHaveTextContent('idle');
    });
  });
});
