import { QueryClient } from '@tanstack/react-query';
import { act, cleanup, screen } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import type { ReactElement } from 'react';
import { afterEach, describe, expect, it, vi } from 'vitest';
import { renderWithKit } from '#test';
import { AccountList } from '../accounts/AccountList.tsx';
import { useAccounts } from '../accounts/useAccounts.ts';
import { FlinksConnect } from '../session/FlinksConnect.tsx';
import { useFlinksConnect } from '../session/useFlinksConnect.ts';
import {
  createFakeFlinks,
  fakeAccount,
  fakeConnection,
  fakeDelay,
  fakeSequence,
  fakeSnapshot,
} from './index.ts';

// Tests of apps, written by people who have not read how the fake works.

const create = (options: object): unknown => Reflect.apply(createFakeFlinks, undefined, [options]);

function Bank(): ReactElement {
  const connect = useFlinksConnect();
  return (
    <>
      <button onClick={connect.open}>Connect</button>
      <output>{connect.session.status}</output>
      <FlinksConnect connect={connect} />
      {connect.session.status === 'connected' && <Accounts id={connect.session.connection.id} />}
    </>
  );
}

function Accounts({ id }: { readonly id: string }): ReactElement {
  return <AccountList accounts={useAccounts(id)} />;
}

const status = () => document.querySelector('output')?.textContent;

describe('createFakeFlinks', () => {
  afterEach(() => {
    vi.useRealTimers();
  });

  it.each<[string, object, string]>([
    ['a function as an answer', { getAccounts: () => fakeSnapshot() }, 'getAccounts is a function'],
    ['a mock as an answer', { listConnections: vi.fn() }, 'listConnections is a function'],
    ['accounts of null', { accounts: null }, 'accounts is null. Give a list'],
    ['one account in place of a list', { accounts: fakeAccount() }, 'accounts is an object. Give a list'],
    ['a promise of accounts', { accounts: Promise.resolve([]) }, 'accounts is a promise'],
    ['connections of null', { connections: null }, 'connections is null. Give a list'],
    ['an unknown scenario', { scenario: 'hapy' }, 'no scenario "hapy"'],
    ['a misspelled option', { account: [] }, 'no option "account"'],
    [
      'an empty sequence',
      { getAccounts: fakeSequence() },
      'getAccounts is an empty fakeSequence(). Give it at least one answer',
    ],
  ])('refuses %s at once, with a sentence', (_name, options, sentence) => {
    expect(() => create(options)).toThrow(sentence);
  });

  it('takes options that are undefined as left out', async () => {
    const fake = createFakeFlinks({
      scenario: undefined,
      accounts: undefined,
      connections: undefined,
      getAccounts: undefined,
      connectUrl: undefined,
    });
    renderWithKit(<Bank />, { client: fake.client });
    await userEvent.click(screen.getByRole('button', { name: 'Connect' }));
    await fake.run();
    expect(status()).toBe('connected');
  });

  it('answers with an empty list in a sequence, and with its last answer from then on', async () => {
    const fake = createFakeFlinks({ listConnections: fakeSequence([], [fakeConnection()]) });
    const counts = [];
    // oxlint-disable-next-line no-await-in-loop -- one call after the other
    for (let call = 0; call < 3; call += 1) counts.push((await fake.client.listConnections?.())?.length);
    expect(counts).toEqual([0, 1, 1]);
  });

  it.each([undefined, { toFake: ['setTimeout', 'setInterval', 'Date', 'setImmediate'] as const }])(
    'plays a session while the timers of the test stand still (%j)',
    async (config) => {
      vi.useFakeTimers(config && { toFake: [...config.toFake] });
      const fake = createFakeFlinks({ accounts: [fakeAccount({ title: 'Mine' })] });
      renderWithKit(<Bank />, { client: fake.client });
      act(() => screen.getByRole('button', { name: 'Connect' }).click());
      await fake.run('mfa');
      await act(() => vi.advanceTimersByTimeAsync(100));
      expect(status()).toBe('connected');
      expect(screen.getByText('Mine')).toBeVisible();
    },
  );

  it('plays a session with user-event that advances the timers', async () => {
    vi.useFakeTimers({ shouldAdvanceTime: true });
    const user = userEvent.setup({ advanceTimers: (ms) => vi.advanceTimersByTime(ms) });
    const fake = createFakeFlinks({ accounts: [fakeAccount({ title: 'Mine' })] });
    renderWithKit(<Bank />, { client: fake.client });
    await user.click(screen.getByRole('button', { name: 'Connect' }));
    await fake.run();
    expect(status()).toBe('connected');
  });

  it('goes on where timers were faked before it was imported, as a setup file does', async () => {
    vi.useFakeTimers();
    vi.resetModules();
    const late = await import('./createFakeFlinks.ts');
    // No frame is mounted, which it finds out in tasks of its own.
    await expect(late.createFakeFlinks().emit({ step: 'APP_MOUNTED' })).rejects.toThrow(/frame/);
    vi.useRealTimers();
  });

  it('plays a session in a document whose frames have no windows, such as that of happy-dom', async () => {
    const own = Object.getOwnPropertyDescriptor(HTMLIFrameElement.prototype, 'contentWindow');
    Object.defineProperty(HTMLIFrameElement.prototype, 'contentWindow', { configurable: true, value: null });
    // As happy-dom does, and unlike jsdom, which takes a window for a source only.
    vi.stubGlobal(
      'MessageEvent',
      class extends Event {
        readonly data: unknown;
        readonly origin: unknown;
        readonly source: unknown;
        constructor(
          type: string,
          init: { readonly data: unknown; readonly origin: string; readonly source: object },
        ) {
          super(type);
          this.data = init.data;
          this.origin = init.origin;
          this.source = init.source;
        }
      },
    );
    try {
      const fake = createFakeFlinks({ scenario: 'token-used' });
      renderWithKit(<Bank />, { client: fake.client });
      await userEvent.click(screen.getByRole('button', { name: 'Connect' }));
      await fake.run();
      expect(status()).toBe('connected');
    } finally {
      vi.unstubAllGlobals();
      if (own) Object.defineProperty(HTMLIFrameElement.prototype, 'contentWindow', own);
    }
  });

  it('states what is missing when the page was taken away in the middle', async () => {
    const fake = createFakeFlinks();
    renderWithKit(<Bank />, { client: fake.client });
    await userEvent.click(screen.getByRole('button', { name: 'Connect' }));
    await fake.emit({ step: 'APP_MOUNTED' });
    cleanup();
    await expect(fake.run()).rejects.toThrow('no frame to send from');
  });

  it('states what is missing when nothing was opened', async () => {
    const fake = createFakeFlinks();
    renderWithKit(<Bank />, { client: fake.client });
    await expect(fake.emit({ step: 'APP_MOUNTED' })).rejects.toThrow('no frame to send from');
  });

  it('serves two fakes side by side, each with its own messages', async () => {
    const first = createFakeFlinks({ connectUrl: 'https://one.flinks-kit.invalid/v2/' });
    const second = createFakeFlinks({ connectUrl: 'https://two.flinks-kit.invalid/v2/', userId: 'bob' });
    renderWithKit(<Bank />, { client: first.client });
    renderWithKit(<Bank />, { client: second.client });
    for (const button of screen.getAllByRole('button', { name: 'Connect' })) {
      // oxlint-disable-next-line no-await-in-loop -- one after the other
      await userEvent.click(button);
    }
    await second.run();
    expect([...document.querySelectorAll('output')].map(({ textContent }) => textContent)).toEqual([
      'loading',
      'connected',
    ]);
    await first.end('closed');
    expect(status()).toBe('exited');
  });

  it('connects the same page twice in one test', async () => {
    const fake = createFakeFlinks();
    renderWithKit(<Bank />, { client: fake.client });
    for (let time = 0; time < 2; time += 1) {
      // oxlint-disable-next-line no-await-in-loop -- one after the other
      await userEvent.click(screen.getByRole('button', { name: 'Connect' }));
      // oxlint-disable-next-line no-await-in-loop
      await fake.run();
      expect(status()).toBe('connected');
    }
    expect(await fake.client.listConnections?.()).toHaveLength(2);
  });

  it('answers late without a timer that outlives the test', async () => {
    const fake = createFakeFlinks({ listConnections: fakeDelay(60_000, [fakeConnection()]) });
    const { unmount } = renderWithKit(<Bank />, { client: fake.client, queryClient: new QueryClient() });
    unmount();
    expect(fake.calls).toEqual([]);
  });

  describe('keeps what an answer changed', () => {
    const td = fakeConnection({ id: 'td' });

    it('lists a connection that the test links, and serves its accounts', async () => {
      const { client } = createFakeFlinks({ linkConnection: fakeDelay(1, td), accounts: [fakeAccount()] });
      await client.linkConnection({ loginId: 'login', accountIds: [] });
      expect(await client.listConnections?.()).toEqual([td]);
      expect((await client.getAccounts?.('td'))?.accounts).toHaveLength(1);
    });

    it('serves the accounts of a connection that the test lists', async () => {
      const { client } = createFakeFlinks({ listConnections: [td], accounts: [fakeAccount()] });
      await client.listConnections?.();
      expect((await client.getAccounts?.('td'))?.accounts).toHaveLength(1);
    });

    it.each(['deleted', 'deleting', 'shared'] as const)('lists no connection after %s', async (deleted) => {
      const { client } = createFakeFlinks({ connections: [td], deleteConnection: { status: deleted } });
      await client.deleteConnection?.('td');
      expect(await client.listConnections?.()).toEqual([]);
    });

    it('keeps a connection whose deletion fails', async () => {
      const { client } = createFakeFlinks({ connections: [td], deleteConnection: new Error('Down.') });
      await expect(client.deleteConnection?.('td')).rejects.toThrow('Down.');
      expect(await client.listConnections?.()).toEqual([td]);
    });

    it('keeps what the test answers to the nightly refresh and to a refresh', async () => {
      const switched = { ...td, nightlyRefresh: true };
      const refreshed = { ...switched, lastRefreshAt: '2026-03-02T12:00:00.000Z' };
      const { client } = createFakeFlinks({
        connections: [td],
        setNightlyRefresh: switched,
        refreshConnection: { status: 'done', connection: refreshed, retryAfterMs: null },
      });
      await client.setNightlyRefresh?.('td', true);
      expect(await client.getConnection?.('td')).toEqual(switched);
      await client.refreshConnection?.('td');
      expect(await client.getConnection?.('td')).toEqual(refreshed);
    });

    it('reconnects the connection that the session was opened for', async () => {
      const { client } = createFakeFlinks({
        connections: [{ ...td, health: { status: 'needs-user', flinksCode: null } }],
      });
      const { sessionId } = await client.openSession({ connectionId: 'td' });
      await client.linkConnection({ sessionId, loginId: 'login', accountIds: [] });
      expect(await client.listConnections?.()).toMatchObject([{ id: 'td', health: { status: 'ok' } }]);
    });

    it('never gives a new connection the id of another', async () => {
      const { client } = createFakeFlinks();
      const link = () => client.linkConnection({ loginId: 'login', accountIds: [] });
      const [first] = [await link(), await link()];
      await client.deleteConnection?.(first.id);
      await link();
      expect(await client.listConnections?.()).toHaveLength(2);
    });
  });

  it('begins a sequence within a sequence with its first answer', async () => {
    const { client } = createFakeFlinks({
      listConnections: fakeSequence(
        [],
        fakeSequence([fakeConnection({ id: 'b' })], [fakeConnection({ id: 'c' })]),
      ),
    });
    const ids = async () => (await client.listConnections?.())?.map(({ id }) => id);
    expect([await ids(), await ids(), await ids(), await ids()]).toEqual([[], ['b'], ['c'], ['c']]);
  });
});
