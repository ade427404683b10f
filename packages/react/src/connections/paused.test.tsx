import type { Connection } from '@flinks-kit/core';
import { chooseInMenu, renderWithKit, settled, testClient } from '#test';
import { dehydrate, hydrate, onlineManager, QueryClient } from '@tanstack/react-query';
import { act, screen, waitFor } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { afterEach, describe, expect, it, vi } from 'vitest';
import { snapshot } from '../../test/sampleAccounts.ts';
import { sampleConnection, sampleNow } from '../../test/sampleConnection.ts';
import { AccountList } from '../accounts/AccountList.tsx';
import { useAccounts } from '../accounts/useAccounts.ts';
import { flinksKeys } from '../query/keys.ts';
import { deleteConnectionMutationOptions } from '../query/mutations.ts';
import { ConnectionList } from './ConnectionList.tsx';
import { useConnections } from './useConnections.ts';

function Connections() {
  return (
    <ConnectionList
      connections={useConnections()}
      connect={{ open: () => {} }}
      nightlyRefresh
      now={sampleNow}
    />
  );
}

async function listThenOffline(methods: Parameters<typeof testClient>[0]) {
  let connections: readonly Connection[] = [sampleConnection({ nightlyRefresh: false })];
  renderWithKit(<Connections />, {
    client: testClient({ listConnections: () => Promise.resolve(connections), ...methods }),
  });
  await screen.findByRole('article');
  act(() => onlineManager.setOnline(false));
  return { deleteAll: () => (connections = []) };
}

const never = () => new Promise<never>(() => undefined);

const goOnline = () => act(async () => onlineManager.setOnline(true));

describe('while the browser is offline', () => {
  afterEach(() => {
    act(() => onlineManager.setOnline(true));
  });

  it('a deletion is not shown as running, is shown as waiting, and is sent afterwards', async () => {
    const deleteConnection = vi.fn(() => Promise.resolve({ status: 'deleted' as const }));
    const { deleteAll } = await listThenOffline({ deleteConnection });
    await chooseInMenu('Delete connection');
    await userEvent.click(screen.getByRole('button', { name: 'Delete' }));
    expect(await screen.findByText(/nothing is deleted yet/)).toBeVisible();
    expect(screen.queryByText('Being deleted')).toBeNull();
    expect(screen.getByText('Up to date')).toBeVisible();
    expect(deleteConnection).not.toHaveBeenCalled();

    deleteAll();
    await goOnline();
    expect(await screen.findByText('The connection is deleted, here and at Flinks.')).toBeVisible();
    expect(deleteConnection).toHaveBeenCalledExactlyOnceWith('connection-1');
  });

  it('a deletion that waits can be taken back', async () => {
    const deleteConnection = vi.fn(() => Promise.resolve({ status: 'deleted' as const }));
    await listThenOffline({ deleteConnection });
    await chooseInMenu('Delete connection');
    await userEvent.click(screen.getByRole('button', { name: 'Delete' }));
    await userEvent.click(await screen.findByRole('button', { name: 'Cancel' }));
    expect(screen.queryByText(/nothing is deleted yet/)).toBeNull();
    expect(screen.getByRole('button', { name: /^Options/ })).toHaveFocus();
    await goOnline();
    expect(deleteConnection).not.toHaveBeenCalled();
  });

  it('a refresh is not shown as running, and is sent once afterwards', async () => {
    const refreshConnection = vi.fn(() =>
      Promise.resolve({ status: 'done', connection: sampleConnection(), retryAfterMs: null } as const),
    );
    await listThenOffline({ refreshConnection });
    await chooseInMenu('Refresh');
    expect(await screen.findByText(/The refresh starts when you are back online/)).toBeVisible();
    expect(screen.queryByText('Being updated')).toBeNull();
    await chooseInMenu('Refresh');
    expect(refreshConnection).not.toHaveBeenCalled();
    await goOnline();
    await waitFor(() => expect(refreshConnection).toHaveBeenCalledTimes(1));
  });

  it('a connection that waits for its deletion is not refreshed', async () => {
    const refreshConnection = vi.fn(never);
    await listThenOffline({ refreshConnection, deleteConnection: never });
    await chooseInMenu('Delete connection');
    await userEvent.click(screen.getByRole('button', { name: 'Delete' }));
    await screen.findByText(/nothing is deleted yet/);
    await chooseInMenu('Refresh');
    await goOnline();
    expect(refreshConnection).not.toHaveBeenCalled();
  });

  it('the nightly switch sends one change, however often it is pressed', async () => {
    const setNightlyRefresh = vi.fn(never);
    await listThenOffline({ setNightlyRefresh });
    await chooseInMenu('Details');
    const nightly = screen.getByRole('switch', { name: 'Nightly refresh' });
    await userEvent.dblClick(nightly);
    await goOnline();
    expect(setNightlyRefresh).toHaveBeenCalledExactlyOnceWith('connection-1', true);
  });

  it('a deletion that a persister restored is not promised unless it is sent', async () => {
    const deleteConnection = vi.fn(never);
    const client = testClient({
      listConnections: () => Promise.resolve([sampleConnection()]),
      deleteConnection,
    });
    const before = new QueryClient();
    onlineManager.setOnline(false);
    const options = deleteConnectionMutationOptions(client, before);
    void before.getMutationCache().build(before, options).execute({ connectionId: 'connection-1' });
    const stored = dehydrate(before);
    expect(stored.mutations).toHaveLength(1);
    before.clear();

    const restore = async (queryClient: QueryClient) => {
      queryClient.setQueryData(flinksKeys.connections(client), [sampleConnection()]);
      hydrate(queryClient, stored);
      const { unmount } = renderWithKit(<Connections />, { client, queryClient });
      await screen.findByRole('article');
      return unmount;
    };
    const unmount = await restore(new QueryClient());
    expect(screen.queryByText(/nothing is deleted yet/)).toBeNull();
    unmount();

    const queryClient = new QueryClient();
    queryClient.setMutationDefaults(
      flinksKeys.deletions(client),
      deleteConnectionMutationOptions(client, queryClient),
    );
    await restore(queryClient);
    expect(screen.getByText(/nothing is deleted yet/)).toBeVisible();
    await goOnline();
    // A persister does this when it has restored everything.
    void queryClient.resumePausedMutations();
    await settled();
    expect(deleteConnection).toHaveBeenCalledExactlyOnceWith('connection-1');
  });

  it('the nightly switch does not move before its request is sent', async () => {
    const setNightlyRefresh = vi.fn((_: string, nightlyRefresh: boolean) =>
      Promise.resolve(sampleConnection({ nightlyRefresh })),
    );
    await listThenOffline({ setNightlyRefresh });
    await chooseInMenu('Details');
    const nightly = screen.getByRole('switch', { name: 'Nightly refresh' });
    await userEvent.click(nightly);
    expect(await screen.findByText(/This changes when you are back online/)).toBeVisible();
    expect(nightly).not.toBeChecked();
    await goOnline();
    await waitFor(() => expect(setNightlyRefresh).toHaveBeenCalledWith('connection-1', true));
  });

  it('a list and its accounts show it instead of loading for ever, and go on by themselves', async () => {
    onlineManager.setOnline(false);
    const Accounts = () => <AccountList accounts={useAccounts('connection-1')} />;
    renderWithKit(
      <>
        <Connections />
        <Accounts />
      </>,
      {
        client: testClient({
          listConnections: () => Promise.resolve([sampleConnection()]),
          getAccounts: () => Promise.resolve(snapshot()),
        }),
      },
    );
    expect(await screen.findByText(/Your connections are loaded when/)).toBeVisible();
    expect(screen.getByText(/Your accounts load when/)).toBeVisible();
    expect(screen.getAllByRole('button', { name: 'Try again' })).toHaveLength(2);
    expect(document.querySelector('[data-flinks-account-list]')).toHaveAttribute(
      'data-flinks-account-list',
      'paused',
    );
    await goOnline();
    expect(await screen.findByRole('article')).toBeVisible();
    expect(await screen.findAllByText(/Sample Chequing/)).not.toHaveLength(0);
  });

  it('the button reads where only TanStack takes the browser to be offline', async () => {
    onlineManager.setOnline(false);
    renderWithKit(<Connections />, {
      client: testClient({ listConnections: () => Promise.resolve([sampleConnection()]) }),
    });
    await userEvent.click(await screen.findByRole('button', { name: 'Try again' }));
    expect(await screen.findByRole('article')).toBeVisible();
  });
});
