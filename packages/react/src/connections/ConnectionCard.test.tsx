import type { Connection } from '@flinks-kit/core';
import { renderWithKit } from '#test';
import { act, screen } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { afterEach, describe, expect, it, vi } from 'vitest';
import { sampleConnection, sampleNow } from '../../test/sampleConnection.ts';
import { frCA } from '../labels/frCA.ts';
import { ConnectionCard } from './ConnectionCard.tsx';

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
    ['needs-user', null, 'Reconnect'],
    ['needs-user', 'DISABLED_LOGIN', 'My bank has settled it, reconnect'],
    ['deleting', null, null],
  ] as const)('offers the one right button for %s %s: %s', (status, flinksCode, button) => {
    card(health(status, flinksCode));
    const offered = screen.queryAllByRole('button').filter(({ textContent }) => !/Delete/.test(textContent));
    expect(offered.map(({ textContent }) => textContent)).toEqual(button === null ? [] : [button]);
  });

  it('prefers the name that the app gives, then the one that the server knows', () => {
    const named = sampleConnection({ institutionName: 'Sample Bank' });
    card(named);
    expect(screen.getByRole('article', { name: 'Sample Bank' })).toBeInTheDocument();
    renderWithKit(<ConnectionCard connection={named} institutionName={() => 'My bank'} />);
    expect(screen.getByRole('article', { name: 'My bank' })).toBeInTheDocument();
  });

  it('says why the person is wanted, also where Flinks gave no code', () => {
    card(health('needs-user'));
    expect(screen.getByText('Your bank wants to see you first.')).toBeInTheDocument();
  });

  it('marks what stops the nightly refresh now', () => {
    card({ ...health('needs-user', 'INVALID_PASSWORD'), nightlyRefresh: true }, sampleNow + 8 * day);
    const now = screen.getAllByText('This is so now.').map(({ parentElement }) => parentElement?.textContent);
    expect(now).toEqual([
      expect.stringContaining('seven days'),
      expect.stringContaining('only you can mend'),
    ]);
    expect(screen.getByText('It has stopped: see why')).toBeInTheDocument();
  });

  it('says nothing of what would stop a nightly refresh that is off', () => {
    card(sampleConnection({ nightlyRefresh: false }), sampleNow + 8 * day);
    expect(screen.queryByText('This is so now.')).toBeNull();
    expect(screen.getByText('What stops it')).toBeInTheDocument();
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

  describe('that was refreshed a moment ago', () => {
    afterEach(() => {
      vi.useRealTimers();
    });

    it.each([
      ['the page’s clock', undefined, sampleNow],
      ['a clock of the app’s', sampleNow, sampleNow + 9 * day],
    ])('tells from when on it may be refreshed again, and offers it then, by %s', async (_, now, clock) => {
      vi.useFakeTimers({ now: clock });
      const connection = sampleConnection({ refreshableAt: '2026-11-20T15:10:00Z' });
      renderWithKit(<ConnectionCard connection={connection} now={now} />, { timeZone: 'America/Toronto' });
      const button = screen.getByRole('button', { name: /Refresh/ });
      expect(button).toHaveTextContent('Refresh again from 10:10');
      expect(button).toHaveAttribute('aria-disabled', 'true');
      await act(() => vi.advanceTimersByTimeAsync(5 * 60_000));
      expect(button).toHaveTextContent(/^Refresh$/);
      expect(button).not.toHaveAttribute('aria-disabled');
    });
  });
});
