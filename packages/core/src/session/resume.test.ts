import { describe, expect, test, vi } from 'vitest';
import { expectNothingLeft, installPage, setVisibility } from '../../test/page.ts';
import { connection, settled, createConnectHarness } from '../../test/connectHarness.ts';
import type { SessionStatus } from './connectClient.ts';

installPage();

describe('resume', () => {
  test('a user who returns connected is connected, without a frame or a token', async () => {
    const asked: string[] = [];
    const harness = createConnectHarness({
      getSession: async (id) => {
        asked.push(id);
        return { status: 'connected', connection };
      },
    });
    harness.engine.resume('s9');
    expect(harness.session()).toMatchObject({ status: 'linking' });
    await settled();
    expect(asked).toEqual(['s9']);
    expect(harness.ends).toMatchObject([{ status: 'connected', connection, report: { sessionId: 's9' } }]);
    expect(harness.opened).toEqual([]);
    expect(harness.frames).toEqual([]);
    expectNothingLeft(harness.clock);
  });

  test('the report that was sent with the page is not overwritten', async () => {
    const harness = createConnectHarness({ getSession: async () => ({ status: 'connected', connection }) });
    harness.engine.resume('s9');
    await settled();
    expect(harness.reports).toEqual([]);
  });

  test.each<[string, SessionStatus]>([
    ['failed', { status: 'failed', code: 'login-not-fresh' }],
    ['is still open', { status: 'open', expiresAt: '2026-11-22T13:00:00Z' }],
    ['expired', { status: 'expired' }],
  ])('a return whose session %s is refused, once', async (_what, status) => {
    let asked = 0;
    const harness = createConnectHarness({
      getSession: async () => {
        asked += 1;
        return status;
      },
    });
    harness.engine.resume('s9');
    await settled();
    harness.clock.advance(60_000);
    await settled();
    expect(asked).toBe(1);
    expect(harness.ends).toMatchObject([
      { status: 'failed', error: { code: 'return-refused', retry: true } },
    ]);
  });

  test('a return that our server refused is refused here', async () => {
    const harness = createConnectHarness();
    harness.engine.resume(null);
    await settled();
    expect(harness.ends).toMatchObject([{ error: { code: 'return-refused' } }]);
  });

  test('a lost answer is requested again', async () => {
    let tries = 0;
    const harness = createConnectHarness({
      getSession: () => {
        tries += 1;
        return tries === 1
          ? Promise.reject(new TypeError('lost'))
          : Promise.resolve({ status: 'connected', connection });
      },
    });
    harness.engine.resume('s9');
    await harness.passSeconds(1);
    expect(harness.ends).toMatchObject([{ status: 'connected' }]);
  });

  test('a login that our server is still storing is awaited', async () => {
    const statuses: SessionStatus[] = [
      { status: 'linking' },
      { status: 'linking' },
      { status: 'connected', connection },
    ];
    const harness = createConnectHarness({
      getSession: async () => statuses.shift() ?? { status: 'expired' },
    });
    harness.engine.resume('s9');
    await settled();
    expect(harness.session().status).toBe('linking');
    harness.clock.advance(1_000);
    await settled();
    expect(harness.session().status).toBe('linking');
    harness.clock.advance(4_000);
    await settled();
    expect(harness.ends).toMatchObject([{ status: 'connected', connection }]);
    expectNothingLeft(harness.clock);
  });

  test('a login that is never stored fails after a minute', async () => {
    let asked = 0;
    const harness = createConnectHarness({
      getSession: async () => {
        asked += 1;
        return { status: 'linking' };
      },
    });
    harness.engine.resume('s9');
    await harness.passSeconds(59);
    expect(harness.ends).toEqual([]);
    await harness.passSeconds(1);
    expect(asked).toBe(6);
    expect(harness.ends).toMatchObject([{ error: { code: 'return-refused', retry: true } }]);
    expectNothingLeft(harness.clock);
  });

  test('a tab that is shown again finds out that another tab finished its session', async () => {
    const statuses: SessionStatus[] = [{ status: 'linking' }, { status: 'connected', connection }];
    const harness = createConnectHarness({
      getSession: async () => statuses.shift() ?? { status: 'expired' },
    });
    await harness.openAndMount();
    harness.step('COMPONENT_LOAD_INSTITUTION_SELECTOR', { institution: 'FlinksCapital' });
    setVisibility('hidden');
    setVisibility('visible');
    await settled();
    // The widget of this tab has nothing left to do, whatever it posts.
    harness.step('REDIRECT', { loginId: 'x' });
    await settled();
    expect(harness.seen.slice(-2)).toMatchObject([
      { status: 'linking' },
      { status: 'connected', connection },
    ]);
    expect(harness.ends).toHaveLength(1);
    expect(harness.links).toEqual([]);
    expectNothingLeft(harness.clock);
  });

  test.each<[string, () => Promise<SessionStatus>]>([
    ['is open still', async () => ({ status: 'open', expiresAt: '2026-11-22T13:00:00Z' })],
    ['expired', async () => ({ status: 'expired' })],
    ['failed elsewhere', async () => ({ status: 'failed', code: 'login-not-fresh' })],
    ['gave no answer', () => Promise.reject(new TypeError('lost'))],
    [
      'could not even be asked',
      () => {
        throw new TypeError('no such method');
      },
    ],
  ])('a tab that is shown again continues when its session %s', async (_what, getSession) => {
    const harness = createConnectHarness({ getSession });
    await harness.openAndMount();
    const before = harness.session();
    setVisibility('visible');
    await settled();
    expect(harness.session()).toBe(before);
    harness.step('REDIRECT', { loginId: 'x' });
    await settled();
    expect(harness.ends).toMatchObject([{ status: 'connected' }]);
  });

  test('a session that another tab finished counts also after a retry in this one', async () => {
    let answer = (_status: SessionStatus): void => undefined;
    const getSession = vi.fn((id: string): Promise<SessionStatus> => {
      if (id !== 's1') return Promise.resolve({ status: 'open', expiresAt: '2026-11-22T13:00:00Z' });
      return new Promise((resolve) => (answer = resolve));
    });
    const harness = createConnectHarness({ getSession });
    await harness.openAndMount();
    setVisibility('visible');
    harness.engine.retry();
    await settled();
    answer({ status: 'linking' });
    await settled();
    answer({ status: 'connected', connection });
    await settled();
    expect(getSession.mock.calls.map(([id]) => id)).toEqual(['s1', 's1']);
    expect(harness.ends).toMatchObject([{ status: 'connected' }]);
    expectNothingLeft(harness.clock);
  });

  test('without a network a return waits for it', async () => {
    vi.stubGlobal('navigator', { onLine: false });
    let hasNetwork = false;
    const harness = createConnectHarness({
      getSession: () =>
        hasNetwork
          ? Promise.resolve({ status: 'connected', connection })
          : Promise.reject(new TypeError('no network')),
    });
    harness.engine.resume('s9');
    await harness.passSeconds(120);
    expect(harness.session()).toMatchObject({ status: 'linking', offline: true });
    hasNetwork = true;
    vi.unstubAllGlobals();
    await harness.passSeconds(1);
    expect(harness.ends).toMatchObject([{ status: 'connected' }]);
  });

  test('an answer of our server counts as a try, whatever the browser reports about the network', async () => {
    vi.stubGlobal('navigator', { onLine: false });
    const getSession = vi.fn(async () => ({ status: 'linking' as const }));
    const harness = createConnectHarness({ getSession });
    harness.engine.resume('s9');
    await harness.passSeconds(70);
    vi.unstubAllGlobals();
    expect(getSession).toHaveBeenCalledTimes(6);
    expect(harness.ends).toMatchObject([{ error: { code: 'return-refused' } }]);
  });

  test('a session that another tab finished does not end a newer one', async () => {
    let answer: (status: SessionStatus) => void = () => undefined;
    const harness = createConnectHarness({ getSession: () => new Promise((resolve) => (answer = resolve)) });
    await harness.openAndMount();
    setVisibility('visible');
    harness.engine.close();
    await harness.openAndMount();
    answer({ status: 'connected', connection });
    await settled();
    expect(harness.session()).toMatchObject({ status: 'active' });
  });

  test('resume does nothing while a session is live', async () => {
    const harness = createConnectHarness();
    await harness.openAndMount();
    harness.engine.resume('s9');
    expect(harness.session().status).toBe('active');
  });
});
