import { act, render, screen } from '@testing-library/react';
import { userEvent } from '@testing-library/user-event';
import { QueryClient } from '@tanstack/react-query';
import { Profiler, type ReactElement, useEffect, useLayoutEffect, useState, version } from 'react';
import { afterEach, describe, expect, test, vi } from 'vitest';
import {
  connectClient,
  postFromWidget,
  renderHookWithKit,
  renderWithKit,
  settled,
  testConnection,
  widgetFrame,
  widgetOrigin,
} from '#test';
import type { AccountsSnapshot } from '@flinks-kit/core';
import { connected, snapshot } from '../../test/sampleAccounts.ts';
import { useConnections } from '../connections/useConnections.ts';
import { flinksKeys } from '../query/keys.ts';
import { FlinksProvider } from '../provider/FlinksProvider.tsx';
import { FlinksConnect } from './FlinksConnect.tsx';
import {
  useFlinksConnect,
  type UseFlinksConnectOptions,
  type UseFlinksConnectResult,
} from './useFlinksConnect.ts';

const loginId = '11111111-2222-4333-8444-555555555555';
const redirect = { step: 'REDIRECT', url: `https://app.example/?loginId=${loginId}` };

let connect: UseFlinksConnectResult;

describe('useFlinksConnect', () => {
  // Whatever a test broke off in the middle, the next one starts afresh.
  afterEach(() => {
    vi.useRealTimers();
    vi.restoreAllMocks();
    history.replaceState(null, '', '/');
  });

  function App(options: UseFlinksConnectOptions): ReactElement {
    const own = useFlinksConnect(options);
    useEffect(() => {
      connect = own;
    });
    return (
      <>
        <button onClick={own.open}>Connect</button>
        <FlinksConnect connect={own} />
      </>
    );
  }

  async function enter(): Promise<void> {
    await userEvent.click(screen.getByRole('button', { name: 'Connect' }));
    await settled();
    postFromWidget({ step: 'APP_MOUNTED' });
  }

  test('this React is the one the suite names', () => {
    expect(version.split('.')[0]).toBe(process.env['EXPECT_REACT']);
  });

  test('every status is seen on the way from a click to a connection', async () => {
    const { client, links } = connectClient();
    const onConnected = vi.fn();
    renderWithKit(<App onConnected={onConnected} />, { client });
    const seen = [connect.session.status];
    connect.engine.subscribe(() => seen.push(connect.engine.getSnapshot().status));
    await enter();
    postFromWidget(redirect);
    await settled();
    expect(seen).toEqual(['idle', 'preparing', 'loading', 'active', 'linking', 'connected']);
    expect(links).toMatchObject([{ sessionId: 's1', loginId }]);
    expect(onConnected).toHaveBeenCalledExactlyOnceWith(
      testConnection,
      expect.objectContaining({ end: 'connected' }),
    );
    expect(document.querySelector('iframe')).toBeNull();
  });

  test('StrictMode and double clicks take one token and mount one frame', async () => {
    const { client, opened } = connectClient();
    renderWithKit(<App />, { client });
    await userEvent.dblClick(screen.getByRole('button', { name: 'Connect' }));
    await settled();
    expect(opened).toHaveLength(1);
    expect(document.querySelectorAll('iframe')).toHaveLength(1);
    expect(widgetFrame().src).toBe(`${widgetOrigin}/v2/?authorizeToken=t1`);
  });

  test('rendering again, with other callbacks or another language, does not touch the frame', async () => {
    const { client, opened } = connectClient();
    const stale = vi.fn();
    const fresh = vi.fn();
    const { rerender } = renderWithKit(<App onConnected={stale} />, { client });
    await enter();
    const frame = widgetFrame();
    rerender(<App onConnected={fresh} onEvent={() => undefined} />);
    expect(widgetFrame()).toBe(frame);
    postFromWidget(redirect);
    await settled();
    expect(opened).toHaveLength(1);
    expect(stale).not.toHaveBeenCalled();
    expect(fresh).toHaveBeenCalledOnce();
  });

  test('a callback that arrives late is called', async () => {
    const onExited = vi.fn();
    const { rerender } = renderWithKit(<App />, connectClient());
    await enter();
    rerender(<App onExited={onExited} />);
    postFromWidget({ step: 'COMPONENT_CLOSE_SESSION' });
    expect(onExited).toHaveBeenCalledExactlyOnceWith('closed', expect.objectContaining({ end: 'closed' }));
  });

  test('methods and the engine keep their identity, and `connect` changes only with the session', async () => {
    const { result, rerender } = renderHookWithKit(() => useFlinksConnect(), connectClient());
    const before = result.current;
    rerender();
    expect(result.current).toBe(before);
    act(() => result.current.open());
    const after = result.current;
    expect(after).not.toBe(before);
    for (const name of ['open', 'openAsync', 'close', 'reset', 'retry', 'engine'] as const) {
      expect(after[name]).toBe(before[name]);
    }
  });

  test('a foreign message renders nothing, a meaningful one renders once', async () => {
    const onRender = vi.fn();
    renderWithKit(
      <Profiler id="app" onRender={onRender}>
        <App />
      </Profiler>,
      connectClient(),
    );
    await enter();
    onRender.mockClear();
    postFromWidget({ step: 'APP_MOUNTED' });
    postFromWidget({ step: 'COMPONENT_CLOSE_SESSION' }, { origin: `${widgetOrigin}.evil.example` });
    postFromWidget({ step: 'COMPONENT_CLOSE_SESSION' }, { source: window });
    postFromWidget(null);
    expect(onRender).not.toHaveBeenCalled();
    postFromWidget({ step: 'COMPONENT_LOAD_CONSENT' });
    expect(onRender).toHaveBeenCalledOnce();
  });

  test('the login reaches our server, and nothing else of the page', async () => {
    const { client } = connectClient();
    const onEvent = vi.fn();
    const onConnected = vi.fn();
    const { container, queryClient } = renderWithKit(<App onEvent={onEvent} onConnected={onConnected} />, {
      client,
    });
    await enter();
    postFromWidget({ step: 'SESSION_TRACKED', userLogin: loginId });
    postFromWidget({ ...redirect, loginId });
    await settled();
    const everything = [
      onEvent.mock.calls,
      onConnected.mock.calls,
      connect.session,
      container.innerHTML,
      queryClient.getQueryCache().getAll(),
      Object.entries(localStorage),
      Object.entries(sessionStorage),
      location.href,
    ];
    expect(JSON.stringify(everything)).not.toContain(loginId);
  });

  test('a new connection makes the lists of connections stale', async () => {
    const queryClient = new QueryClient();
    queryClient.setQueryData(['flinks-kit', 'default', null, 'connections'], []);
    renderWithKit(<App />, { ...connectClient(), queryClient });
    await enter();
    postFromWidget(redirect);
    await settled();
    expect(queryClient.getQueryState(['flinks-kit', 'default', null, 'connections'])?.isInvalidated).toBe(
      true,
    );
  });

  test('unmounting ends the session as abandoned and leaves no listener', async () => {
    const added = vi.spyOn(window, 'addEventListener');
    const removed = vi.spyOn(window, 'removeEventListener');
    const onExited = vi.fn();
    const { unmount } = renderWithKit(<App onExited={onExited} />, connectClient());
    await enter();
    unmount();
    await settled();
    expect(onExited).toHaveBeenCalledExactlyOnceWith(
      'abandoned',
      expect.objectContaining({ end: 'abandoned' }),
    );
    for (const type of ['message', 'pagehide']) {
      const count = (calls: readonly (readonly unknown[])[]) =>
        calls.filter(([name]) => name === type).length;
      expect(count(added.mock.calls), type).toBe(1);
      expect(count(removed.mock.calls), type).toBe(1);
    }
    vi.restoreAllMocks();
  });

  test('200 mounts leave nothing behind: no listener, no timer, no frame', async () => {
    vi.useFakeTimers();
    const added = vi.spyOn(window, 'addEventListener');
    const removed = vi.spyOn(window, 'removeEventListener');
    const listeners = (): number => {
      const gone = new Set<unknown>(removed.mock.calls.map(([, listener]) => listener));
      return added.mock.calls.filter(([, listener]) => !gone.has(listener)).length;
    };
    const answer = () => act(() => vi.advanceTimersByTimeAsync(0));
    for (let time = 0; time < 200; time += 1) {
      const { unmount } = renderWithKit(<App />, connectClient());
      act(() => connect.open());
      // A frame is costly in this page that is none: every tenth session gets as far as one.
      if (time % 10 === 0) {
        // oxlint-disable-next-line no-await-in-loop -- one page after the other
        await answer();
        postFromWidget({ step: 'APP_MOUNTED' });
        postFromWidget({ step: 'COMPONENT_LOAD_MFA' });
      }
      expect(listeners(), 'a live session listens').toBeGreaterThan(0);
      expect(vi.getTimerCount(), 'a live session waits').toBeGreaterThan(0);
      unmount();
    }
    await answer();
    expect({ listeners: listeners(), timers: vi.getTimerCount() }).toEqual({ listeners: 0, timers: 0 });
    expect(document.querySelectorAll('iframe')).toHaveLength(0);
  }, 60_000);

  test("an app's own frame connects as ours does", async () => {
    const { client, links } = connectClient();
    function Own(): ReactElement {
      const own = useFlinksConnect();
      useEffect(() => {
        connect = own;
      });
      // oxlint-disable-next-line react/iframe-missing-sandbox -- the ref sets it: see `ConnectFrameProps`
      return <>{own.frameProps && <iframe {...own.frameProps} title="Mine" />}</>;
    }
    renderWithKit(<Own />, { client });
    expect(connect.frameProps).toBeNull();
    act(() => connect.open());
    await settled();
    expect(widgetFrame()).toHaveAccessibleName('Mine');
    expect(widgetFrame().src).toBe(`${widgetOrigin}/v2/?authorizeToken=t1`);
    expect(widgetFrame()).toHaveAttribute('sandbox', expect.stringContaining('allow-scripts'));
    postFromWidget({ step: 'APP_MOUNTED' });
    postFromWidget(redirect);
    await settled();
    expect(links).toHaveLength(1);
    expect(connect.frameProps).toBeNull();
  });

  test("the widget has the provider's language, and a reconnection its own", async () => {
    const { client, opened } = connectClient();
    renderWithKit(<App />, { client, locale: 'fr-CA' });
    await enter();
    act(() => connect.close());
    act(() => connect.open({ connectionId: 'c1' }));
    await settled();
    expect(opened).toEqual([{ language: 'fr' }, { connectionId: 'c1' }]);
  });

  test('a return by a full redirect is picked up once, and leaves the address clean', async () => {
    history.replaceState({ key: 'router' }, '', '/banks?tab=2&flinks_session=s9#top');
    const getSession = vi.fn(async () => ({ status: 'connected' as const, connection: testConnection }));
    const onConnected = vi.fn();
    renderWithKit(<App onConnected={onConnected} />, connectClient({ getSession }));
    expect(location.href).toMatch(/\/banks\?tab=2#top$/);
    expect(history.state).toEqual({ key: 'router' });
    await settled();
    expect(getSession).toHaveBeenCalledExactlyOnceWith('s9', expect.anything());
    expect(onConnected).toHaveBeenCalledOnce();
    expect(connect.session.status).toBe('connected');
  });

  test('a return that our server refused ends in a failure', async () => {
    history.replaceState(null, '', '/?flinks_error=return-refused');
    const onFailed = vi.fn();
    renderWithKit(<App onFailed={onFailed} />, connectClient());
    await settled();
    expect(onFailed).toHaveBeenCalledExactlyOnceWith(
      expect.objectContaining({ code: 'return-refused' }),
      expect.anything(),
    );
    expect(location.search).toBe('');
  });

  test.each([
    ['/?q=a%20b&flag&flinks_session=s9#/x?y=%20', '/?q=a%20b&flag#/x?y=%20'],
    ['/?flinks_session=s9', '/'],
    ['/?flinks_session=s9&a', '/?a'],
    ['/?a&flinks_session=s9&b', '/?a&b'],
    ['/?flinks_session=s9&flinks_session=s8&a', '/?a'],
    ['/?my_flinks_session=1&flinks_error=x', '/?my_flinks_session=1'],
  ])('a return to %s leaves every character of the app’s own: %s', async (from, to) => {
    history.replaceState(null, '', from);
    renderWithKit(<App />, connectClient({ getSession: () => new Promise(() => undefined) }));
    expect(location.pathname + location.search + location.hash).toBe(to);
    expect(connect.session.status).toBe('linking');
    await settled();
  });

  test('a return to a page that does not know its user yet is picked up when it does', async () => {
    history.replaceState(null, '', '/?flinks_session=s9');
    const onConnected = vi.fn();
    const { client } = connectClient({
      getSession: async () => ({ status: 'connected', connection: testConnection }),
    });
    const page = (userId: string | null) => (
      <FlinksProvider client={{ ...client, userId }}>
        <App onConnected={onConnected} />
      </FlinksProvider>
    );
    const { rerender } = render(page(null));
    await settled();
    rerender(page('ann'));
    await settled();
    expect(onConnected).toHaveBeenCalledOnce();
    expect(connect.session.status).toBe('connected');
    expect(location.search).toBe('');
  });

  test('a second hook can leave the return alone', async () => {
    history.replaceState(null, '', '/?flinks_session=s9');
    renderWithKit(<App handleRedirect={false} />, connectClient());
    await settled();
    expect(connect.session.status).toBe('idle');
    expect(location.search).toBe('?flinks_session=s9');
    history.replaceState(null, '', '/');
  });

  test('opening without a frame is a clear error', async () => {
    vi.useFakeTimers({ shouldAdvanceTime: true });
    const complaint = vi.spyOn(console, 'error').mockReturnValue();
    const onFailed = vi.fn();
    const { result } = renderHookWithKit(() => useFlinksConnect({ onFailed }), connectClient());
    act(() => result.current.open());
    await act(async () => {
      await vi.advanceTimersByTimeAsync(5_000);
    });
    expect(onFailed).toHaveBeenCalledExactlyOnceWith(
      expect.objectContaining({ code: 'frame-not-mounted', retry: false }),
      expect.anything(),
    );
    expect(complaint).toHaveBeenCalledWith(expect.stringContaining('<FlinksConnect connect={connect} />'));
    vi.useRealTimers();
    vi.restoreAllMocks();
  });

  test('outside a provider the error explains what to do', () => {
    vi.spyOn(console, 'error').mockReturnValue();
    expect(() => render(<App />)).toThrow('<FlinksProvider endpoint="/api/flinks" userId={…}>');
    vi.restoreAllMocks();
  });

  test('after a link no frame shows that no bank is connected', async () => {
    const { client } = connectClient({
      // The server answers slowly: what the page shows meanwhile comes from the cache.
      listConnections: () => new Promise(() => undefined),
    });
    const queryClient = new QueryClient({
      defaultOptions: { queries: { staleTime: Infinity, gcTime: Infinity } },
    });
    const key = flinksKeys.connections(client);
    queryClient.setQueryData(key, []);
    const frames: string[] = [];
    function Banks(): ReactElement {
      const connections = useConnections();
      const text =
        connections.data?.length === 0 ? 'No bank is connected' : `${connections.data?.length} banks`;
      useLayoutEffect(() => void frames.push(text));
      return <p>{text}</p>;
    }
    function Page(): ReactElement {
      const [isConnected, setConnected] = useState(false);
      return isConnected ? <Banks /> : <App onConnected={() => setConnected(true)} />;
    }
    renderWithKit(<Page />, { client, queryClient });
    await enter();
    postFromWidget(redirect);
    await settled();
    expect(frames.length).toBeGreaterThan(0);
    expect(new Set(frames)).toEqual(new Set(['1 banks']));
  });

  // The server lists the oldest first: at the end, the bank would jump back with the next read.
  test('a bank that is connected again keeps its one entry and its place in the cached list', async () => {
    const { client } = connectClient({ listConnections: () => new Promise(() => undefined) });
    const { queryClient } = renderWithKit(<App />, { client });
    const other = { ...testConnection, id: 'connection-2' };
    queryClient.setQueryData(flinksKeys.connections(client), [
      { ...testConnection, health: { status: 'needs-user', flinksCode: null } },
      other,
    ]);
    await enter();
    postFromWidget(redirect);
    await settled();
    expect(queryClient.getQueryData(flinksKeys.connections(client))).toEqual([testConnection, other]);
  });

  test.each<[string, readonly unknown[] | object, object]>([
    ['a list of another shape', { data: [] }, snapshot()],
    ['a list with nothing in it', [null], snapshot()],
    ['accounts of an older version', [], {}],
  ])('the app learns of its bank also where the cache holds %s', async (_name, list, accounts) => {
    const surfaced: unknown[] = [];
    const surface = (error: unknown) => surfaced.push(error);
    const others = process.listeners('unhandledRejection');
    process.removeAllListeners('unhandledRejection').on('unhandledRejection', surface);
    const onConnected = vi.fn();
    const { client } = connectClient({ listConnections: () => new Promise(() => undefined) });
    const { queryClient } = renderWithKit(<App onConnected={onConnected} />, { client });
    queryClient.setQueryData(flinksKeys.connections(client), list);
    queryClient.setQueryData(flinksKeys.accounts(client, testConnection.id), accounts);
    const shared = { ...testConnection, accounts: [] };
    client.linkConnection = () => Promise.resolve(shared);
    await enter();
    postFromWidget(redirect);
    await settled();
    process.removeAllListeners('unhandledRejection');
    for (const other of others) process.on('unhandledRejection', other);
    expect(onConnected).toHaveBeenCalledExactlyOnceWith(shared, expect.anything());
    expect(surfaced).toMatchObject([{ name: 'TypeError' }]);
  });

  test('a widget that is taken away in one commit and put back in a later one continues its session', async () => {
    vi.useFakeTimers({ shouldAdvanceTime: true });
    const onExited = vi.fn();
    const { client, opened } = connectClient();
    function Toggling(): ReactElement {
      const own = useFlinksConnect({ onExited });
      const [place, setPlace] = useState<'here' | 'nowhere' | 'there'>('here');
      return (
        <>
          <button onClick={own.open}>Connect</button>
          <button onClick={() => setPlace('nowhere')}>Away</button>
          <button onClick={() => setPlace('there')}>Back</button>
          <output>{own.session.status}</output>
          {place !== 'nowhere' && <FlinksConnect key={place} connect={own} />}
        </>
      );
    }
    renderWithKit(<Toggling />, { client });
    await enter();
    act(() => screen.getByRole('button', { name: 'Away' }).click());
    await act(() => vi.advanceTimersByTimeAsync(500));
    expect(document.querySelector('iframe')).toBeNull();
    act(() => screen.getByRole('button', { name: 'Back' }).click());
    await settled();
    await act(() => vi.advanceTimersByTimeAsync(3_000));
    expect(opened).toHaveLength(2);
    postFromWidget({ step: 'APP_MOUNTED' });
    expect(document.querySelector('output')).toHaveTextContent('active');

    act(() => screen.getByRole('button', { name: 'Away' }).click());
    await act(() => vi.advanceTimersByTimeAsync(1_000));
    expect(onExited).toHaveBeenCalledExactlyOnceWith('abandoned', expect.anything());
  });

  test('accounts that the user shares no longer are shown no longer, before the app learns of the new choice', async () => {
    const kept = { id: 'account-1', title: 'Chequing', mask: '•••• 1000', category: 'Operations' } as const;
    const { client } = connectClient({
      linkConnection: () => Promise.resolve({ ...testConnection, accounts: [kept] }),
      getAccounts: () => new Promise(() => undefined),
    });
    const queryClient = new QueryClient();
    const key = flinksKeys.accounts(client, testConnection.id);
    const shown: unknown[] = [];
    const onConnected = (): void => {
      shown.push(queryClient.getQueryData<AccountsSnapshot>(key)?.accounts.map(({ id }) => id));
    };
    queryClient.setQueryData(
      key,
      snapshot({ accounts: ['account-1', 'account-2'].map((id) => connected({ id })) }),
    );
    renderWithKit(<App onConnected={onConnected} />, { client, queryClient });
    await enter();
    postFromWidget(redirect);
    await settled();
    expect(shown).toEqual([['account-1']]);
  });
});
