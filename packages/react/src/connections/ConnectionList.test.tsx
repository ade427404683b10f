import { type Connection, FlinksKitError, type RefreshOutcome } from '@flinks-kit/core';
import { chooseInMenu, renderWithKit, settled, testClient } from '#test';
import { act, screen, waitFor, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { describe, expect, it, vi } from 'vitest';
import { listedAccounts, sampleConnection, sampleNow } from '../../test/sampleConnection.ts';
import { useConnections } from './useConnections.ts';
import { ConnectionList } from './ConnectionList.tsx';

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

function list(methods: Parameters<typeof testClient>[0]) {
  const connections = [sampleConnection({ nightlyRefresh: false })];
  return renderWithKit(<Connections />, {
    client: testClient({ listConnections: () => Promise.resolve(connections), ...methods }),
  });
}

describe('ConnectionList', () => {
  it('shows a refresh as soon as it is sent, then the response, and keeps the focus', async () => {
    let answer: (outcome: RefreshOutcome) => void = () => {};
    const refreshConnection = vi.fn(() => new Promise<RefreshOutcome>((resolve) => (answer = resolve)));
    list({ refreshConnection });
    await chooseInMenu('Refresh');
    expect(await screen.findByText('Being updated')).toBeInTheDocument();
    const menu = screen.getByRole('button', { name: 'Options for Flinks Capital' });
    expect(menu).toHaveFocus();

    await userEvent.click(menu);
    expect(screen.queryByRole('menuitem', { name: 'Refresh' })).toBeNull();
    await userEvent.keyboard('{Escape}');
    expect(refreshConnection).toHaveBeenCalledExactlyOnceWith('connection-1');
    answer({
      status: 'done',
      connection: sampleConnection({ accounts: listedAccounts(5) }),
      retryAfterMs: null,
    });
    expect(await screen.findByText('+3')).toBeInTheDocument();
    expect(menu).toHaveFocus();
  });

  it('offers to reconnect when the bank requires the user, and to refresh afterwards', async () => {
    const connection = sampleConnection({ health: { status: 'needs-user', flinksCode: null } });
    const { queryClient } = list({
      refreshConnection: () =>
        Promise.resolve({ status: 'action-required', connection, retryAfterMs: null } as const),
    });
    await chooseInMenu('Refresh');
    expect(await screen.findByRole('button', { name: 'Reconnect' })).toBeInTheDocument();
    expect(screen.getByText('Your bank needs you to sign in again.')).toBeInTheDocument();

    await act(() => queryClient.invalidateQueries());
    await waitFor(() => expect(screen.queryByRole('button', { name: 'Reconnect' })).toBeNull());
    await chooseInMenu('Refresh');
  });

  it('shows the reason of a failed refresh by its health', async () => {
    let connection = sampleConnection();
    list({
      listConnections: () => Promise.resolve([connection]),
      refreshConnection: () => {
        connection = sampleConnection({ health: { status: 'unavailable', flinksCode: 'RETRY_LATER' } });
        return Promise.reject(
          new FlinksKitError('Down.', { code: 'unavailable', flinksCode: 'RETRY_LATER' }),
        );
      },
    });
    await chooseInMenu('Refresh');
    expect(await screen.findByText('Your bank can’t be reached')).toBeInTheDocument();
    expect(screen.queryByText(/could not be done/)).toBeNull();
  });

  it('shows that a refresh failed where its health gives no reason', async () => {
    list({ refreshConnection: () => Promise.reject(new FlinksKitError('Offline.', { code: 'network' })) });
    await chooseInMenu('Refresh');
    expect(await screen.findByText(/could not be done/)).toBeInTheDocument();
    expect(screen.getByText('Up to date')).toBeInTheDocument();
  });

  it('shows that a refresh failed while the bank was down before', async () => {
    const connection = sampleConnection({ health: { status: 'unavailable', flinksCode: 'RETRY_LATER' } });
    list({
      listConnections: () => Promise.resolve([connection]),
      refreshConnection: () =>
        Promise.reject(new FlinksKitError('Down.', { code: 'unavailable', flinksCode: 'RETRY_LATER' })),
    });
    await userEvent.click(await screen.findByRole('button', { name: 'Refresh' }));
    expect(await screen.findByText(/could not be done/)).toBeInTheDocument();
  });

  it.each(['Refresh', 'Delete'])(
    'removes a connection that was deleted elsewhere before: %s',
    async (name) => {
      const gone = () =>
        Promise.reject(new FlinksKitError('Gone.', { code: 'connection-not-found', status: 404 }));
      let kept = [sampleConnection()];
      list({
        listConnections: () => Promise.resolve(kept),
        refreshConnection: gone,
        deleteConnection: gone,
      });
      await screen.findByRole('article');
      kept = [];
      await chooseInMenu(name === 'Delete' ? 'Delete connection' : name);
      if (name === 'Delete') await userEvent.click(screen.getByRole('button', { name }));
      await waitFor(() => expect(screen.queryByRole('article')).toBeNull());
      expect(screen.queryByText(/could not be done/)).toBeNull();
    },
  );

  it('moves the nightly switch when the request is sent, and back when the server refuses', async () => {
    let refuse: (error: Error) => void = () => {};
    list({ setNightlyRefresh: () => new Promise((_, reject) => (refuse = reject)) });
    await chooseInMenu('Details');
    const nightly = screen.getByRole('switch', { name: 'Nightly refresh' });
    await userEvent.click(nightly);
    await waitFor(() => expect(nightly).toBeChecked());
    refuse(new FlinksKitError('Refused.', { code: 'refused' }));
    await waitFor(() => expect(nightly).not.toBeChecked());
    expect(screen.getByText(/could not be done/)).toBeInTheDocument();
  });

  it('states that nightly refresh is not offered where the server refuses to switch it on', async () => {
    const refusal = new FlinksKitError('Refused.', { code: 'nightly-refresh-off', status: 409 });
    list({ setNightlyRefresh: () => Promise.reject(refusal) });
    await chooseInMenu('Details');
    await userEvent.click(screen.getByRole('switch', { name: 'Nightly refresh' }));
    expect(await screen.findByText(/not offered here/)).toBeInTheDocument();
    expect(screen.queryByText(/could not be done/)).toBeNull();
  });

  it('asks before it deletes, and focuses the answer that loses nothing', async () => {
    const deleteConnection = vi.fn(() => Promise.resolve({ status: 'deleted' as const }));
    list({ deleteConnection });
    await chooseInMenu('Delete connection');
    const question = screen.getByRole('group', { name: 'Delete the connection to Flinks Capital?' });
    expect(within(question).getByRole('button', { name: 'Keep' })).toHaveFocus();
    expect(question).toHaveTextContent('At Flinks');
    await userEvent.keyboard('{Escape}');
    expect(screen.getByRole('button', { name: 'Options for Flinks Capital' })).toHaveFocus();
    expect(deleteConnection).not.toHaveBeenCalled();
  });

  it('shows a deletion as soon as it is sent, and removes the connection when the server confirms', async () => {
    let confirm: (outcome: { status: 'deleted' }) => void = () => {};
    let kept = [sampleConnection()];
    const { queryClient } = list({
      listConnections: () => Promise.resolve(kept),
      deleteConnection: () => new Promise((resolve) => (confirm = resolve)),
    });
    await chooseInMenu('Delete connection');
    await userEvent.click(screen.getByRole('button', { name: 'Delete' }));
    expect(await screen.findByText('Being deleted')).toBeInTheDocument();
    kept = [];
    confirm({ status: 'deleted' });
    expect(await screen.findByText('No bank is connected yet.')).toBeInTheDocument();
    expect(
      JSON.stringify(
        queryClient
          .getQueryCache()
          .getAll()
          .map(({ state }) => state.data),
      ),
    ).not.toContain('connection-1');
  });

  it.each([
    ['deleted', 'The connection is deleted, here and at Flinks.'],
    ['deleting', 'The connection is deleted here. Flinks is still deleting its copy.'],
    ['shared', /The sign-in stays at Flinks, because another user here uses it too/],
  ] as const)('shows the outcome of a deletion and moves the focus there: %s', async (status, sentence) => {
    let kept = [sampleConnection()];
    list({
      listConnections: () => Promise.resolve(kept),
      deleteConnection: () => {
        kept = [];
        return Promise.resolve({ status });
      },
    });
    await chooseInMenu('Delete connection');
    await userEvent.click(screen.getByRole('button', { name: 'Delete' }));
    const outcome = await screen.findByText(sentence);
    await waitFor(() => expect(outcome.closest('[data-flinks-notice]')).toHaveFocus());
  });

  it('shows no empty notice for an outcome that it has no words for', async () => {
    const outcome = Object.assign({ status: 'deleted' as const }, { status: 'archived' });
    list({ deleteConnection: () => Promise.resolve(outcome) });
    await chooseInMenu('Delete connection');
    await userEvent.click(screen.getByRole('button', { name: 'Delete' }));
    await screen.findByText('Up to date');
    await waitFor(() => expect(screen.queryByText('Being deleted')).toBeNull());
    await settled();
    expect(document.querySelector('[data-flinks-deleted]')).toBeNull();
  });

  it('shows a connection again that could not be deleted, with a message', async () => {
    list({ deleteConnection: () => Promise.reject(new FlinksKitError('Busy.', { code: 'busy' })) });
    await chooseInMenu('Delete connection');
    await userEvent.click(screen.getByRole('button', { name: 'Delete' }));
    expect(await screen.findByText(/could not be done/)).toBeInTheDocument();
    expect(screen.getByText('Up to date')).toBeInTheDocument();
  });

  it('shows the outcome of the last change only', async () => {
    const busy = new FlinksKitError('Busy.', { code: 'busy' });
    const done = { status: 'done', connection: sampleConnection(), retryAfterMs: null } as const;
    const refreshConnection = vi.fn<() => Promise<RefreshOutcome>>(() => Promise.resolve(done));
    let refuse: (error: Error) => void = () => {};
    const deleteConnection = vi.fn(() => new Promise<never>((_, reject) => (refuse = reject)));
    list({ refreshConnection, deleteConnection });
    const pressDelete = async () => {
      await chooseInMenu('Delete connection');
      await userEvent.click(screen.getByRole('button', { name: 'Delete' }));
      await screen.findByText('Being deleted');
    };
    await pressDelete();
    refuse(busy);
    expect(await screen.findByText(/could not be done/)).toBeInTheDocument();
    await chooseInMenu('Refresh');
    await waitFor(() => expect(screen.queryByText(/could not be done/)).toBeNull());

    refreshConnection.mockRejectedValueOnce(busy);
    await chooseInMenu('Refresh');
    expect(await screen.findByText(/could not be done/)).toBeInTheDocument();
    await pressDelete();
    expect(screen.queryByText(/could not be done/)).toBeNull();
  });

  it('shows that loading failed, and loads again', async () => {
    const listConnections = vi.fn<() => Promise<readonly Connection[]>>();
    listConnections.mockRejectedValue(new FlinksKitError('Unreachable.', { code: 'network' }));
    list({ listConnections });
    const again = await screen.findByRole('button', { name: 'Try again' });
    listConnections.mockResolvedValue([sampleConnection()]);
    await userEvent.click(again);
    expect(await screen.findByRole('article')).toBeInTheDocument();
  });

  it('shows that reading again failed, and reads again', async () => {
    const listConnections = vi.fn(() => Promise.resolve<readonly Connection[]>([sampleConnection()]));
    const { queryClient } = list({ listConnections });
    await screen.findByRole('article');
    listConnections.mockRejectedValueOnce(new FlinksKitError('Unreachable.', { code: 'network' }));
    await act(() => queryClient.invalidateQueries());
    expect(await screen.findByText('Your connections could not be loaded.')).toBeVisible();
    expect(screen.getByRole('article')).toBeVisible();
    await userEvent.click(screen.getByRole('button', { name: 'Try again' }));
    await waitFor(() => expect(screen.queryByText('Your connections could not be loaded.')).toBeNull());
  });

  it('states nothing, and is not busy, while no user is signed in', () => {
    const { container } = list({ userId: null });
    const shown = container.querySelector('[data-flinks-connections="idle"]');
    expect(shown).toBeInTheDocument();
    expect(shown).not.toHaveAttribute('aria-busy');
    expect(shown).toHaveTextContent(/^$/);
  });
});
