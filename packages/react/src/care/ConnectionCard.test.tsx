import { type Connection, FlinksKitError } from '@flinks-kit/core';
import { renderWithKit, testClient } from '#test';
import { screen, waitFor, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { describe, expect, it, vi } from 'vitest';
import { sampleConnection, sampleNow } from '../../test/sampleConnection.ts';
import { useConnections } from '../accounts/useConnections.ts';
import { frCA } from '../labels/frCA.ts';
import { ConnectionCard } from './ConnectionCard.tsx';
import { ConnectionList } from './ConnectionList.tsx';

const day = 86_400_000;
const health = (status: Connection['health']['status'], flinksCode: string | null = null) =>
  sampleConnection({ health: { status, flinksCode } });

function card(connection: Connection, now = sampleNow) {
  const connect = { open: vi.fn() };
  renderWithKit(<ConnectionCard connection={connection} connect={connect} now={now} />, {
    timeZone: 'America/Toronto',
  });
  return connect;
}

describe('ConnectionCard', () => {
  it('names the bank, when it was read and how much it shares', () => {
    card(sampleConnection());
    const article = screen.getByRole('article', { name: 'FlinksCapital' });
    expect(article).toHaveTextContent('Up to date');
    expect(article).toHaveTextContent('Last read Nov 20, 2026, 9:05');
    expect(article).toHaveTextContent('3 accounts');
  });

  it('says how old the data is', () => {
    card(sampleConnection(), sampleNow + 3 * day);
    expect(screen.getByText('Data is 3 days old')).toBeInTheDocument();
  });

  it.each([
    ['ok', null, 'Refresh'],
    ['pending', null, null],
    ['unavailable', 'RETRY_LATER', 'Refresh'],
    ['needs-user', 'QUESTION_NOT_FOUND', 'Reconnect'],
    ['needs-user', 'INVALID_PASSWORD', 'Reconnect'],
    ['needs-user', null, 'Reconnect'],
    ['needs-user', 'DISABLED_LOGIN', null],
    ['deleting', null, null],
  ] as const)('offers the one right button for %s %s: %s', (status, flinksCode, button) => {
    card(health(status, flinksCode));
    const offered = screen.queryAllByRole('button', { name: /Refresh|Reconnect|Try/ });
    expect(offered.map(({ textContent }) => textContent)).toEqual(button === null ? [] : [button]);
  });

  it('reconnects this connection, and says why', async () => {
    const connect = card(health('needs-user', 'QUESTION_NOT_FOUND'));
    expect(screen.getByText('Your bank has a question')).toBeInTheDocument();
    await userEvent.click(screen.getByRole('button', { name: 'Reconnect' }));
    expect(connect.open).toHaveBeenCalledExactlyOnceWith({ connectionId: 'connection-1' });
  });

  it('explains in French', () => {
    renderWithKit(<ConnectionCard connection={health('needs-user', 'DISABLED_LOGIN')} />, {
      locale: 'fr-CA',
      labels: frCA,
    });
    expect(screen.getByText('Votre banque a bloqué l’accès en ligne')).toBeInTheDocument();
  });
});

function Connections() {
  return <ConnectionList connections={useConnections()} connect={{ open: () => {} }} now={sampleNow} />;
}

function list(methods: Parameters<typeof testClient>[0]) {
  const connections = [sampleConnection({ scheduledRefresh: false })];
  return renderWithKit(<Connections />, {
    client: testClient({ listConnections: () => Promise.resolve(connections), ...methods }),
  });
}

describe('ConnectionList', () => {
  it('refreshes: busy meanwhile, then as the server says', async () => {
    const outcome = {
      status: 'pending' as const,
      connection: health('pending'),
      retryAfterMs: 10_000,
    };
    const refreshConnection = vi.fn(() => Promise.resolve(outcome));
    list({ refreshConnection });
    await userEvent.click(await screen.findByRole('button', { name: 'Refresh' }));
    expect(await screen.findByText('Being updated')).toBeInTheDocument();
    expect(refreshConnection).toHaveBeenCalledExactlyOnceWith('connection-1');
  });

  it('turns to the person when only they can go on', async () => {
    const outcome = {
      status: 'action-required' as const,
      connection: sampleConnection(),
      retryAfterMs: null,
    };
    list({ refreshConnection: () => Promise.resolve(outcome) });
    await userEvent.click(await screen.findByRole('button', { name: 'Refresh' }));
    expect(await screen.findByRole('button', { name: 'Reconnect' })).toBeInTheDocument();
    expect(screen.getByText('Your bank wants to see you first.')).toBeInTheDocument();
  });

  it('moves the nightly switch at once, and back when the server refuses', async () => {
    let refuse: (error: Error) => void = () => {};
    list({ setScheduledRefresh: () => new Promise((_, reject) => (refuse = reject)) });
    const nightly = await screen.findByRole('switch', { name: 'Refresh every night' });
    await userEvent.click(nightly);
    await waitFor(() => expect(nightly).toBeChecked());
    refuse(new FlinksKitError('Refused.', { code: 'refused' }));
    await waitFor(() => expect(nightly).not.toBeChecked());
    expect(screen.getByText(/did not work/)).toBeInTheDocument();
  });

  it('asks before it deletes, with the focus on the harmless answer', async () => {
    const removeConnection = vi.fn(() => Promise.resolve({ status: 'deleted' as const }));
    list({ removeConnection });
    const opener = await screen.findByRole('button', { name: 'Delete connection' });
    await userEvent.click(opener);
    const question = screen.getByRole('group', { name: 'Delete the connection to FlinksCapital?' });
    expect(within(question).getByRole('button', { name: 'Keep' })).toHaveFocus();
    expect(question).toHaveTextContent('At Flinks');
    await userEvent.keyboard('{Escape}');
    expect(screen.getByRole('button', { name: 'Delete connection' })).toHaveFocus();
    expect(removeConnection).not.toHaveBeenCalled();
  });

  it('deletes: being deleted at once, gone when confirmed', async () => {
    let confirm: (outcome: { status: 'deleted' }) => void = () => {};
    let kept = [sampleConnection()];
    const { queryClient } = list({
      listConnections: () => Promise.resolve(kept),
      removeConnection: () => new Promise((resolve) => (confirm = resolve)),
    });
    await userEvent.click(await screen.findByRole('button', { name: 'Delete connection' }));
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

  it('brings a connection back that could not be deleted', async () => {
    list({ removeConnection: () => Promise.reject(new FlinksKitError('Busy.', { code: 'busy' })) });
    await userEvent.click(await screen.findByRole('button', { name: 'Delete connection' }));
    await userEvent.click(screen.getByRole('button', { name: 'Delete' }));
    expect(await screen.findByText('Up to date')).toBeInTheDocument();
  });

  it('says that loading failed, and tries again', async () => {
    const listConnections = vi.fn<() => Promise<readonly Connection[]>>();
    listConnections.mockRejectedValue(new FlinksKitError('Unreachable.', { code: 'network' }));
    list({ listConnections });
    const again = await screen.findByRole('button', { name: 'Try again' });
    listConnections.mockResolvedValue([sampleConnection()]);
    await userEvent.click(again);
    expect(await screen.findByRole('article')).toBeInTheDocument();
  });
});
