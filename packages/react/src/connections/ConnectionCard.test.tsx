import type { Connection } from '@flinks-kit/core';
import { chooseInMenu, renderWithKit, settled, testClient } from '#test';
import { act, cleanup, fireEvent, screen } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { afterEach, describe, expect, it, vi } from 'vitest';
import { listedAccounts, sampleConnection, sampleNow } from '../../test/sampleConnection.ts';
import { frCA } from '../labels/frCA.ts';
import { ConnectionCard, type ConnectionCardProps } from './ConnectionCard.tsx';

const day = 86_400_000;
const health = (status: Connection['health']['status'], flinksCode: string | null = null) =>
  sampleConnection({ health: { status, flinksCode } });

function card(connection: Connection, now = sampleNow, props: Partial<ConnectionCardProps> = {}) {
  const connect = { open: vi.fn() };
  renderWithKit(<ConnectionCard {...props} connection={connection} connect={connect} now={now} />, {
    timeZone: 'America/Toronto',
  });
  return connect;
}

describe('ConnectionCard', () => {
  it('shows the bank, the ends of its account numbers, and when it was updated', () => {
    card(sampleConnection());
    const article = screen.getByRole('article', { name: 'Flinks Capital' });
    expect(article).toHaveTextContent('Up to date');
    expect(article).toHaveTextContent('•••• 1000•••• 1001+1');
    const updated = screen.getByText('Updated 1 hour ago');
    expect(updated).toHaveAttribute('datetime', '2026-11-20T14:05:00Z');
    expect(updated).toHaveAttribute('title', expect.stringMatching(/Nov 20, 2026, 9:05/));
  });

  it('shows Flinks’ key of the bank nowhere while its name is not known', () => {
    card(sampleConnection({ institutionName: null }));
    const article = screen.getByRole('article', { name: 'Connected bank' });
    expect(article).not.toHaveTextContent('FlinksCapital');
    // The letters and the colour are those that the name will have.
    expect(article.querySelector('[data-flinks-logo]')).toHaveTextContent('FC');
  });

  it.each(['', ' '])('is a connected bank where its name is %j', (institutionName) => {
    card(sampleConnection({ institutionName }));
    expect(screen.getByRole('article', { name: 'Connected bank' })).toBeVisible();
  });

  it('shows the number of accounts where no account has a number, and nothing before they were read', () => {
    const accounts = listedAccounts(3).map((account) => ({ ...account, mask: null }));
    card(sampleConnection({ accounts }));
    expect(screen.getByRole('article')).toHaveTextContent('3 accounts');
    cleanup();
    card(sampleConnection({ accounts: null }));
    expect(screen.getByRole('article')).not.toHaveTextContent(/account|••••/);
  });

  it('shows the age of the data', () => {
    card(sampleConnection(), sampleNow + 3 * day);
    expect(screen.getByText('Data is 3 days old')).toBeInTheDocument();
  });

  it.each([
    ['ok', null, null],
    ['pending', null, null],
    ['unavailable', 'RETRY_LATER', 'Refresh'],
    ['needs-user', 'QUESTION_NOT_FOUND', 'Reconnect'],
    ['needs-user', null, 'Reconnect'],
    ['needs-user', 'DISABLED_LOGIN', 'Reconnect after contacting your bank'],
    ['deleting', null, null],
  ] as const)('opens for %s %s with one button: %s', (status, flinksCode, button) => {
    card(health(status, flinksCode));
    const offered = screen
      .queryAllByRole('button')
      .filter((each) => !each.hasAttribute('data-flinks-menu-button'));
    expect(offered.map(({ textContent }) => textContent)).toEqual(button === null ? [] : [button]);
  });

  it.each([
    ['ok', null, ['Refresh', 'Details', 'Choose accounts', 'Delete connection']],
    ['pending', null, ['Details', 'Delete connection']],
    ['unavailable', 'RETRY_LATER', ['Details', 'Delete connection']],
    ['needs-user', 'QUESTION_NOT_FOUND', ['Details', 'Delete connection']],
    ['deleting', null, null],
  ] as const)('has a menu for %s %s: %j', async (status, flinksCode, items) => {
    card(health(status, flinksCode));
    const menu = screen.queryByRole('button', { name: 'Options for Flinks Capital' });
    if (items === null) return expect(menu).toBeNull();
    await userEvent.click(menu!);
    expect(screen.getAllByRole('menuitem').map(({ textContent }) => textContent)).toEqual(items);
  });

  it('shows and hides its details by the menu', async () => {
    card(sampleConnection());
    await chooseInMenu('Details');
    const article = screen.getByRole('article');
    expect(article).toHaveTextContent(/Last updatedNov 20, 2026, 9:05/);
    expect(article).toHaveTextContent(/ConnectedNov 1, 2026/);
    expect(article).toHaveTextContent('Sample account 3 •••• 1002');
    await chooseInMenu('Hide details');
    expect(article).not.toHaveTextContent('Sample account 3');
  });

  it.each([
    [true, false, 1],
    [false, false, 0],
    [false, true, 1],
    [null, true, 0],
  ])('has the nightly switch where it is %s and the prop is %s: %d', async (isOn, prop, switches) => {
    card(sampleConnection({ nightlyRefresh: isOn }), sampleNow, { nightlyRefresh: prop });
    expect(screen.queryByRole('switch')).toBeNull();
    await chooseInMenu('Details');
    expect(screen.queryAllByRole('switch')).toHaveLength(switches);
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
    expect(announced()).toBe('Flinks Capital: Up to date');
  });

  it('marks the conditions that stop the nightly refresh now', async () => {
    card({ ...health('needs-user', 'INVALID_PASSWORD'), nightlyRefresh: true }, sampleNow + 8 * day);
    await chooseInMenu('Details');
    const now = screen
      .getAllByText('This applies now.')
      .map(({ parentElement }) => parentElement?.textContent);
    expect(now).toEqual([
      expect.stringContaining('seven days'),
      expect.stringContaining('only you can resolve'),
    ]);
    expect(screen.getByText('Nightly refresh has stopped: see why')).toBeInTheDocument();
  });

  it('marks no condition while the nightly refresh is off', async () => {
    card(sampleConnection({ nightlyRefresh: false }), sampleNow + 8 * day, { nightlyRefresh: true });
    await chooseInMenu('Details');
    expect(screen.queryByText('This applies now.')).toBeNull();
    expect(screen.getByText('When nightly refresh stops')).toBeInTheDocument();
  });

  it('reconnects this connection, with the reason', async () => {
    const connect = card(health('needs-user', 'QUESTION_NOT_FOUND'));
    expect(screen.getByText('Your bank has a question')).toBeInTheDocument();
    await userEvent.click(screen.getByRole('button', { name: 'Reconnect' }));
    expect(connect.open).toHaveBeenCalledExactlyOnceWith({ connectionId: 'connection-1' });
  });

  it.each([
    ['en', undefined, 'Options for Flinks Capital', 'Choose accounts'],
    ['fr-CA', frCA, 'Options pour Flinks Capital', 'Choisir les comptes'],
  ])('lets the user choose the accounts again by the menu, in %s', async (locale, labels, menu, item) => {
    const connect = { open: vi.fn() };
    renderWithKit(<ConnectionCard connection={sampleConnection()} connect={connect} now={sampleNow} />, {
      locale,
      ...(labels && { labels }),
    });
    await userEvent.click(screen.getByRole('button', { name: menu }));
    await userEvent.click(screen.getByRole('menuitem', { name: item }));
    expect(connect.open).toHaveBeenCalledExactlyOnceWith({
      connectionId: 'connection-1',
      chooseAccounts: true,
    });
  });

  it.each([
    ['without a session to open', {}, undefined],
    ['before the accounts were read', { accounts: null }, { open: vi.fn() }],
  ])('offers no choice of accounts %s', async (_, facts, connect) => {
    renderWithKit(<ConnectionCard connection={sampleConnection(facts)} connect={connect} now={sampleNow} />);
    await userEvent.click(screen.getByRole('button', { name: /^Options/ }));
    expect(screen.getByRole('menuitem', { name: 'Details' })).toBeVisible();
    expect(screen.queryByRole('menuitem', { name: 'Choose accounts' })).toBeNull();
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
        act(() => screen.getByRole('button', { name: /^Options/ }).click());
        const button = screen.getByRole('menuitem', { name: /Refresh/ });
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

  it('keeps the age of its data true while it is shown', async () => {
    vi.useFakeTimers({ now: sampleNow });
    renderWithKit(
      <ConnectionCard connection={sampleConnection({ lastRefreshAt: '2026-11-20T15:04:30Z' })} />,
    );
    expect(screen.getByText('Updated just now')).toBeVisible();
    await act(() => vi.advanceTimersByTimeAsync(30_000));
    expect(screen.getByText('Updated 1 minute ago')).toBeVisible();
    await act(() => vi.advanceTimersByTimeAsync(60_000));
    expect(screen.getByText('Updated 2 minutes ago')).toBeVisible();
    vi.useRealTimers();
  });
});

describe('ConnectionCard: an account that the user chose is missing', () => {
  const missing = (facts: Parameters<typeof sampleConnection>[0] = {}) =>
    sampleConnection({ hasMissingAccounts: true, ...facts });

  it.each([
    ['en', {}, 'Choose accounts'],
    ['fr-CA', frCA, 'Choisir les comptes'],
  ] as const)('states it and lets the user choose again: %s', async (locale, labels, name) => {
    const open = vi.fn();
    renderWithKit(<ConnectionCard connection={missing()} connect={{ open }} />, { locale, labels });
    await userEvent.click(screen.getByRole('button', { name }));
    expect(open).toHaveBeenCalledExactlyOnceWith({ connectionId: 'connection-1', chooseAccounts: true });
  });

  it('is not mentioned where the user must sign in first, or could not choose', () => {
    card(missing({ health: { status: 'needs-user', flinksCode: null } }));
    renderWithKit(<ConnectionCard connection={missing()} />);
    expect(screen.getAllByRole('article')).toHaveLength(2);
    expect(screen.queryByText(/no longer shows an account that you chose/)).not.toBeInTheDocument();
  });

  it.each([0, 1, '', 'no', null, {}, []])('is not taken from %o in place of a boolean', (odd) => {
    const without = renderWithKit(
      <ConnectionCard connection={sampleConnection()} connect={{ open: vi.fn() }} />,
    );
    const words = without.container.textContent;
    without.unmount();
    const connection = Object.assign(sampleConnection(), { hasMissingAccounts: odd });
    const { container } = renderWithKit(
      <ConnectionCard connection={connection} connect={{ open: vi.fn() }} />,
    );
    expect(container.textContent).toBe(words);
  });

  it('is announced politely when it appears', () => {
    const draw = (connection: Connection) => (
      <ConnectionCard connection={connection} connect={{ open: vi.fn() }} />
    );
    const { rerender } = renderWithKit(draw(sampleConnection()));
    rerender(draw(missing()));
    const announced = screen.getAllByRole('status').map(({ textContent }) => textContent);
    expect(announced.join()).toContain('no longer shows an account that you chose');
  });

  it('leaves the focus in the card also when it is resolved while the window is in the background', () => {
    const draw = (connection: Connection) => (
      <ConnectionCard connection={connection} connect={{ open: vi.fn() }} />
    );
    const { rerender } = renderWithKit(draw(missing()));
    const button = screen.getByRole('button', { name: 'Choose accounts' });
    act(() => button.focus());
    // The element that has the focus keeps it while its window has none.
    fireEvent.blur(button);
    rerender(draw(sampleConnection()));
    expect(screen.getByRole('button', { name: /Options for/ })).toHaveFocus();
  });

  it('takes no focus from the page around the card', () => {
    const draw = (connection: Connection) => (
      <>
        <button>Elsewhere</button>
        <ConnectionCard connection={connection} connect={{ open: vi.fn() }} />
      </>
    );
    const { rerender } = renderWithKit(draw(missing()));
    act(() => screen.getByRole('button', { name: 'Choose accounts' }).focus());
    const elsewhere = screen.getByRole('button', { name: 'Elsewhere' });
    act(() => elsewhere.focus());
    rerender(draw(sampleConnection()));
    expect(elsewhere).toHaveFocus();
    act(() => elsewhere.blur());
    rerender(draw(missing()));
    expect(document.body).toHaveFocus();
  });

  it('takes no focus once the user has left a part of the card that has gone', () => {
    const draw = (connection: Connection) => (
      <>
        <button>Elsewhere</button>
        <ConnectionCard connection={connection} />
      </>
    );
    const { rerender } = renderWithKit(draw(sampleConnection()));
    act(() => screen.getByRole('button', { name: /Options for/ }).focus());
    rerender(draw(health('deleting')));
    const elsewhere = screen.getByRole('button', { name: 'Elsewhere' });
    act(() => elsewhere.focus());
    act(() => elsewhere.blur());
    rerender(draw(sampleConnection()));
    expect(document.body).toHaveFocus();
  });

  it('leaves the focus in the card when it is resolved', async () => {
    const draw = (connection: Connection) => (
      <ConnectionCard connection={connection} connect={{ open: vi.fn() }} />
    );
    const { rerender } = renderWithKit(draw(missing()));
    rerender(draw(sampleConnection()));
    expect(document.body).toHaveFocus();
    rerender(draw(missing()));
    await userEvent.click(screen.getByRole('button', { name: 'Choose accounts' }));
    rerender(draw(sampleConnection()));
    expect(screen.getByRole('button', { name: /Options for/ })).toHaveFocus();
  });

  it.each(['ok', 'unavailable'] as const)('refreshes once when pressed twice while %s', async (status) => {
    const refreshConnection = vi.fn(() => new Promise<never>(() => undefined));
    // As an app renders it that keeps connections itself: nothing shows the refresh as running.
    renderWithKit(<ConnectionCard connection={health(status)} now={sampleNow} />, {
      client: testClient({ refreshConnection }),
    });
    if (status === 'ok') {
      await chooseInMenu('Refresh');
      await chooseInMenu('Refresh');
    } else {
      const button = screen.getByRole('button', { name: 'Refresh' });
      act(() => {
        button.click();
        button.click();
      });
      await settled();
      expect(button).toHaveAttribute('aria-disabled', 'true');
    }
    await settled();
    expect(refreshConnection).toHaveBeenCalledTimes(1);
  });
});
