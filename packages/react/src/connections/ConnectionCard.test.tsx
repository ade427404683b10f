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
  it('shows the bank, when it was read and the number of its accounts', () => {
    card(sampleConnection());
    const article = screen.getByRole('article', { name: 'FlinksCapital' });
    expect(article).toHaveTextContent('Up to date');
    expect(article).toHaveTextContent('Last updated Nov 20, 2026, 9:05');
    expect(article).toHaveTextContent('3 accounts');
  });

  it('shows the age of the data', () => {
    card(sampleConnection(), sampleNow + 3 * day);
    expect(screen.getByText('Data is 3 days old')).toBeInTheDocument();
  });

  it.each([
    ['ok', null, 'Refresh'],
    ['pending', null, null],
    ['unavailable', 'RETRY_LATER', 'Refresh'],
    ['needs-user', 'QUESTION_NOT_FOUND', 'Reconnect'],
    ['needs-user', null, 'Reconnect'],
    ['needs-user', 'DISABLED_LOGIN', 'Reconnect after contacting your bank'],
    ['deleting', null, null],
  ] as const)('has one button for %s %s: %s', (status, flinksCode, button) => {
    card(health(status, flinksCode));
    const offered = screen.queryAllByRole('button').filter(({ textContent }) => !/Delete/.test(textContent));
    expect(offered.map(({ textContent }) => textContent)).toEqual(button === null ? [] : [button]);
  });

  it('prefers the name of the app, then that of the server', () => {
    const named = sampleConnection({ institutionName: 'Sample Bank' });
    card(named);
    expect(screen.getByRole('article', { name: 'Sample Bank' })).toBeInTheDocument();
    renderWithKit(<ConnectionCard connection={named} institutionName={() => 'My bank'} />);
    expect(screen.getByRole('article', { name: 'My bank' })).toBeInTheDocument();
  });

  it('shows that the user must sign in, also without a code of Flinks', () => {
    card(health('needs-user'));
    expect(screen.getByText('Your bank needs you to sign in again.')).toBeInTheDocument();
  });

  it.each([
    ['en', undefined, 'Sign in at your bank once more to confirm that it is you.', 'Reconnect'],
    ['fr-CA', frCA, 'Connectez-vous encore une fois à votre banque', 'Se reconnecter'],
  ])(
    'asks the user of an unconfirmed login to sign in once more, in %s',
    async (locale, labels, words, button) => {
      const connect = { open: vi.fn() };
      const connection = { ...health('needs-user'), verification: 'unverified' } as const;
      renderWithKit(<ConnectionCard connection={connection} connect={connect} />, {
        locale,
        ...(labels && { labels }),
      });
      expect(screen.getByRole('article')).toHaveTextContent(words);
      expect(screen.getByRole('article')).not.toHaveTextContent('still being confirmed');
      await userEvent.click(screen.getByRole('button', { name: button }));
      expect(connect.open).toHaveBeenCalledExactlyOnceWith({ connectionId: 'connection-1' });
    },
  );

  it('announces its health only when it changes, with the name of the bank', () => {
    const { rerender } = renderWithKit(<ConnectionCard connection={health('pending')} now={sampleNow} />);
    const announced = () =>
      screen
        .getAllByRole('status')
        .map(({ textContent }) => textContent)
        .join('');
    expect(announced()).toBe('');
    rerender(<ConnectionCard connection={health('ok')} now={sampleNow} />);
    expect(announced()).toBe('FlinksCapital: Up to date');
  });

  it('marks the conditions that stop the nightly refresh now', () => {
    card({ ...health('needs-user', 'INVALID_PASSWORD'), nightlyRefresh: true }, sampleNow + 8 * day);
    const now = screen
      .getAllByText('This applies now.')
      .map(({ parentElement }) => parentElement?.textContent);
    expect(now).toEqual([
      expect.stringContaining('seven days'),
      expect.stringContaining('only you can resolve'),
    ]);
    expect(screen.getByText('Nightly refresh has stopped: see why')).toBeInTheDocument();
  });

  it('marks no condition while the nightly refresh is off', () => {
    card(sampleConnection({ nightlyRefresh: false }), sampleNow + 8 * day);
    expect(screen.queryByText('This applies now.')).toBeNull();
    expect(screen.getByText('When nightly refresh stops')).toBeInTheDocument();
  });

  it('reconnects this connection, with the reason', async () => {
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

  describe('during the cooldown', () => {
    afterEach(() => {
      vi.useRealTimers();
    });

    it.each([
      ['the page’s clock', undefined, sampleNow],
      ['a clock of the app’s', sampleNow, sampleNow + 9 * day],
    ])(
      'counts the minutes until a refresh is possible again, and offers it then, by %s',
      async (_, now, clock) => {
        vi.useFakeTimers({ now: clock });
        const connection = sampleConnection({ refreshableAt: '2026-11-20T15:10:00Z' });
        renderWithKit(<ConnectionCard connection={connection} now={now} />, { timeZone: 'America/Toronto' });
        const button = screen.getByRole('button', { name: /Refresh/ });
        expect(button).toHaveTextContent('Refresh again in 5 min');
        expect(button).toHaveAttribute('aria-disabled', 'true');
        await act(() => vi.advanceTimersByTimeAsync(60_000));
        expect(button).toHaveTextContent('Refresh again in 4 min');
        for (let minute = 0; minute < 3; minute += 1) await act(() => vi.advanceTimersByTimeAsync(60_000));
        expect(button).toHaveTextContent('Refresh again in a moment');
        await act(() => vi.advanceTimersByTimeAsync(60_000));
        expect(button).toHaveTextContent(/^Refresh$/);
        expect(button).not.toHaveAttribute('aria-disabled');
      },
    );
  });
});
