import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import { expectNothingLeft, installPage, setVisibility } from '../../test/page.ts';
import {
  connection,
  loginId,
  settled,
  createConnectHarness,
  widgetOrigin,
} from '../../test/connectHarness.ts';
import { FlinksKitError } from '../codes/FlinksKitError.ts';

installPage();

const redirect = { url: `https://app.example/?loginId=${loginId}&institution=FlinksCapital` };

describe('createConnect', () => {
  test('a user connects a bank, and subscribers see every state', async () => {
    const harness = createConnectHarness();
    await harness.openAndMount();
    harness.step('COMPONENT_LOAD_CONSENT');
    harness.step('COMPONENT_LOAD_INSTITUTION_SELECTOR');
    harness.step('INSTITUTION_SELECTED', { institution: 'FlinksCapital' });
    harness.step('COMPONENT_LOAD_CREDENTIAL');
    harness.step('SUBMIT_CREDENTIAL');
    harness.post({ flinksCode: 'INVALID_PASSWORD', requestId: 'r', institution: 'FlinksCapital' });
    harness.step('COMPONENT_LOAD_CREDENTIAL_RETRY');
    harness.step('SUBMIT_CREDENTIAL');
    harness.step('COMPONENT_LOAD_MFA', { mfaTypes: ['QuestionAndAnswer'] });
    harness.step('SUBMIT_MFA');
    harness.step('COMPONENT_LOAD_ACCOUNT_SELECTION');
    harness.step('ACCOUNT_SELECTED', { accountId: ['a1', 'a2'] });
    harness.step('REDIRECT', redirect);
    await settled();

    expect(
      harness.seen.map((session) =>
        'stage' in session ? `${session.status}:${session.stage}` : session.status,
      ),
    ).toMatchInlineSnapshot(`
      [
        "preparing",
        "loading",
        "active:null",
        "active:consent",
        "active:institution",
        "active:institution",
        "active:credentials",
        "active:verifying",
        "active:verifying",
        "active:credentials",
        "active:verifying",
        "active:mfa",
        "active:verifying",
        "active:accounts",
        "linking",
        "connected",
      ]
    `);
    expect(harness.links).toEqual([
      { sessionId: 's1', loginId, accountIds: ['a1', 'a2'], requestId: undefined, tag: undefined },
    ]);
    expect(harness.ends).toMatchObject([
      {
        status: 'connected',
        connection,
        report: { end: 'connected', retries: 1, flinksCodes: ['INVALID_PASSWORD'] },
      },
    ]);
    expectNothingLeft(harness.clock);
  });

  test.each([
    ['COMPONENT_CLOSE_SESSION', { status: 'exited', reason: 'closed' }],
    ['COMPONENT_DENY_CONSENT', { status: 'exited', reason: 'consent-denied' }],
    ['MAXIMUM_RETRY_REACHED', { status: 'exited', reason: 'maximum-retries' }],
  ])('%s ends the session, once', async (step, end) => {
    const harness = createConnectHarness();
    await harness.openAndMount();
    harness.step(step);
    harness.step(step);
    harness.step('REDIRECT', redirect);
    expect(harness.ends).toMatchObject([end]);
    expect(harness.session()).toBe(harness.ends[0]);
    expectNothingLeft(harness.clock);
  });

  test('success comes once, however often the widget posts it', async () => {
    const harness = createConnectHarness();
    await harness.openAndMount();
    for (let time = 0; time < 3; time += 1) harness.step('REDIRECT', redirect);
    await settled();
    harness.step('REDIRECT', redirect);
    await settled();
    expect(harness.links).toHaveLength(1);
    expect(harness.ends).toHaveLength(1);
  });

  test('a REDIRECT without a login is a failure, never a success', async () => {
    const harness = createConnectHarness();
    await harness.openAndMount();
    harness.step('REDIRECT', { url: 'https://app.example/?institution=FlinksCapital' });
    expect(harness.ends).toMatchObject([
      { status: 'failed', error: { code: 'redirect-without-login', retry: true } },
    ]);
  });

  test('the app cancels, and a late answer of the server changes nothing', async () => {
    const harness = createConnectHarness();
    harness.engine.open();
    harness.engine.close();
    await settled();
    expect(harness.seen.map(({ status }) => status)).toEqual(['preparing', 'exited']);
    expect(harness.ends).toMatchObject([{ status: 'exited', reason: 'cancelled' }]);
    expectNothingLeft(harness.clock);
  });

  test('a session that our server refuses fails with the reason and whether to retry', async () => {
    const cause = new FlinksKitError('Sign in first.', { code: 'unauthenticated', retry: false });
    const harness = createConnectHarness({ openSession: () => Promise.reject(cause) });
    harness.engine.open();
    await settled();
    expect(harness.ends).toMatchObject([
      { status: 'failed', error: { code: 'session-refused', retry: false, cause } },
    ]);
  });

  test.each(['not an address', 'javascript:alert(1)', 'data:text/html,x'])(
    'an address such as "%s" never reaches a frame',
    async (connectUrl) => {
      const harness = createConnectHarness({ openSession: async () => ({ connectUrl }) });
      harness.engine.open();
      await settled();
      expect(harness.ends).toMatchObject([{ status: 'failed', error: { code: 'session-refused' } }]);
      expect(harness.frames).toEqual([]);
    },
  );

  test('a frame that the page moves loads its address again, and that is no refused token', async () => {
    const harness = createConnectHarness();
    await harness.openAndMount();
    const move = async () => {
      Object.assign(harness.frames.at(-1) ?? {}, { contentWindow: { moved: harness.opened.length } });
      harness.step('TOKEN_INVALID');
      await settled();
    };
    for (let times = 0; times < 5; times += 1) {
      // oxlint-disable-next-line no-await-in-loop -- one after the other
      await move();
    }
    expect(harness.session()).toMatchObject({ status: 'loading', attempt: 6 });
    expect(harness.opened).toHaveLength(6);
    await move();
    expect(harness.ends).toMatchObject([{ error: { code: 'frame-replaced-too-often' } }]);
  });

  test('a refused token is replaced once, in a frame of its own; the second refusal is the end', async () => {
    const harness = createConnectHarness();
    await harness.openAndMount();
    harness.step('TOKEN_INVALID');
    await settled();
    expect(harness.frames.map(({ src }) => src)).toEqual([
      `${widgetOrigin}/v2/?authorizeToken=t1`,
      `${widgetOrigin}/v2/?authorizeToken=t2`,
    ]);
    expect(harness.session()).toMatchObject({ status: 'loading', attempt: 2 });
    harness.step('APP_MOUNTED', {});
    harness.step('TOKEN_INVALID');
    expect(harness.ends).toMatchObject([{ status: 'failed', error: { code: 'token-refused', retry: true } }]);
  });

  test('a message of the first frame does not count for the second', async () => {
    const harness = createConnectHarness();
    await harness.openAndMount();
    harness.step('TOKEN_INVALID');
    await settled();
    harness.post({ step: 'TOKEN_INVALID' }, { source: harness.frames[0]?.contentWindow });
    expect(harness.session()).toMatchObject({ status: 'loading', attempt: 2 });
  });

  test('repeated calls of open use one token', async () => {
    const harness = createConnectHarness();
    harness.engine.open();
    harness.engine.open();
    void harness.engine.openAsync();
    await settled();
    harness.engine.open();
    expect(harness.opened).toHaveLength(1);
    expect(harness.frames).toHaveLength(1);
  });

  test('a frame that is attached twice is loaded once; another one uses another token', async () => {
    const harness = createConnectHarness();
    await harness.openAndMount();
    const [frame] = harness.frames;
    harness.engine.attachFrame(null);
    harness.engine.attachFrame(frame ?? null);
    await settled();
    expect(harness.opened).toHaveLength(1);
    harness.engine.attachFrame({ src: '', contentWindow: {} });
    await settled();
    expect(harness.opened).toHaveLength(2);
  });

  test('openAsync resolves with the end for every caller, and never rejects', async () => {
    const harness = createConnectHarness({ openSession: () => Promise.reject(new Error('down')) });
    const ends = await Promise.all([
      harness.engine.openAsync(),
      harness.engine.openAsync({ institution: 'National' }),
    ]);
    expect(ends[0]).toBe(ends[1]);
    expect(ends[0]).toMatchObject({ status: 'failed' });
  });

  test('openAsync resolves also when a subscriber ends the session at once', async () => {
    const harness = createConnectHarness({}, {}, false);
    harness.engine.subscribe(() => {
      if (harness.session().status === 'preparing') harness.engine.close();
    });
    await expect(harness.engine.openAsync()).resolves.toMatchObject({ status: 'exited' });
    expect(harness.opened).toEqual([]);
    expectNothingLeft(harness.clock);
  });

  test('an aborted signal cancels, before the first request or later', async () => {
    const harness = createConnectHarness();
    expect(await harness.engine.openAsync({ signal: AbortSignal.abort() })).toMatchObject({
      reason: 'cancelled',
    });
    expect(harness.opened).toEqual([]);

    const controller = new AbortController();
    const removed = vi.spyOn(controller.signal, 'removeEventListener');
    const ended = harness.engine.openAsync({ signal: controller.signal });
    await settled();
    controller.abort();
    expect(await ended).toMatchObject({ status: 'exited', reason: 'cancelled' });
    expect(removed).toHaveBeenCalledOnce();
  });

  test('a signal of an old session does not end a new one', async () => {
    const harness = createConnectHarness();
    const controller = new AbortController();
    void harness.engine.openAsync({ signal: controller.signal });
    harness.engine.close();
    harness.engine.open();
    controller.abort();
    expect(harness.session().status).toBe('preparing');
  });

  test('a handler may pass its event, and only what identifies a session is sent', async () => {
    const harness = createConnectHarness({}, { language: () => 'fr' });
    harness.engine.open({ type: 'click' });
    harness.engine.close({ type: 'click' });
    harness.engine.open({ institution: 'National', language: 'en' });
    await settled();
    harness.engine.close('closed');
    harness.engine.open({ connectionId: 'c1', chooseAccounts: true });
    await settled();
    harness.engine.retry();
    await settled();
    expect(harness.opened).toEqual([
      { language: 'fr' },
      { institution: 'National', language: 'en' },
      // A reconnection keeps the language it was made in: our server knows it.
      { connectionId: 'c1', chooseAccounts: true },
      { connectionId: 'c1', chooseAccounts: true },
    ]);
    expect(harness.ends).toMatchObject([{ reason: 'cancelled' }, { reason: 'closed' }]);
  });

  test('linking is repeated until our server answers', async () => {
    let tries = 0;
    const harness = createConnectHarness({
      linkConnection: () => {
        tries += 1;
        return tries < 3 ? Promise.reject(new TypeError('lost')) : Promise.resolve(connection);
      },
    });
    await harness.openAndMount();
    harness.step('REDIRECT', redirect);
    await settled();
    harness.clock.advance(1_000);
    await settled();
    expect(harness.session().status).toBe('linking');
    harness.clock.advance(4_000);
    await settled();
    expect(harness.ends).toMatchObject([{ status: 'connected' }]);
  });

  test('a link without an answer is repeated, and fails after three tries', async () => {
    const signals: (AbortSignal | undefined)[] = [];
    const harness = createConnectHarness({
      linkConnection: (_, call) => {
        signals.push(call?.signal);
        return new Promise(() => undefined);
      },
    });
    await harness.openAndMount();
    harness.step('REDIRECT', redirect);
    for (let time = 0; time < 5; time += 1) {
      harness.clock.advance(60_000);
      await settled();
    }
    expect(signals.map((signal) => signal?.aborted)).toEqual([true, true, true]);
    expect(harness.ends).toMatchObject([{ status: 'failed', error: { code: 'link-refused', retry: true } }]);
    expectNothingLeft(harness.clock);
  });

  test('without a network a link waits for it, however long, and is made when it is back', async () => {
    let hasNetwork = false;
    const harness = createConnectHarness({
      linkConnection: () =>
        hasNetwork
          ? Promise.resolve(connection)
          : Promise.reject(new FlinksKitError('No answer.', { code: 'unreachable', retry: true })),
    });
    await harness.openAndMount();
    vi.stubGlobal('navigator', { onLine: false });
    globalThis.dispatchEvent(new Event('offline'));
    harness.step('REDIRECT', redirect);
    await harness.passSeconds(120);
    expect(harness.session()).toMatchObject({ status: 'linking' });
    hasNetwork = true;
    vi.unstubAllGlobals();
    await harness.passSeconds(1);
    expect(harness.ends).toMatchObject([{ status: 'connected' }]);
    expectNothingLeft(harness.clock);
  });

  test.each<[string, () => Promise<typeof connection>, object]>([
    [
      'throws at once',
      () => {
        throw new FlinksKitError('No.', { code: 'x', retry: false });
      },
      { status: 'failed', error: { code: 'link-refused' } },
    ],
    // As JavaScript may write it, past the types.
    ['returns no promise', () => JSON.parse(JSON.stringify(connection)), { status: 'connected', connection }],
  ])('a client that %s has answered, and leaves no timer', async (_name, linkConnection, end) => {
    const harness = createConnectHarness({ linkConnection });
    await harness.openAndMount();
    harness.step('REDIRECT', redirect);
    await settled();
    expect(harness.ends).toMatchObject([end]);
    expectNothingLeft(harness.clock);
  });

  test('a refused link is not repeated', async () => {
    let tries = 0;
    const harness = createConnectHarness({
      linkConnection: () => {
        tries += 1;
        return Promise.reject(new FlinksKitError('Taken.', { code: 'session-taken', retry: false }));
      },
    });
    await harness.openAndMount();
    harness.step('REDIRECT', redirect);
    await settled();
    expect(tries).toBe(1);
    expect(harness.ends).toMatchObject([{ status: 'failed', error: { code: 'link-refused', retry: true } }]);
  });

  test('a login that is being linked is not dropped by closing, resetting or leaving', async () => {
    const harness = createConnectHarness();
    const release = harness.engine.retain();
    await harness.openAndMount();
    harness.step('REDIRECT', redirect);
    harness.engine.close();
    harness.engine.reset();
    release();
    harness.engine.destroy();
    expect(harness.session().status).toBe('linking');
    await settled();
    expect(harness.ends).toMatchObject([{ status: 'connected' }]);
  });

  test('releasing for good is `abandoned`; a remount of StrictMode is not', async () => {
    const harness = createConnectHarness();
    const rehearsal = harness.engine.retain();
    await harness.openAndMount();
    rehearsal();
    const release = harness.engine.retain();
    await settled();
    expect(harness.session().status).toBe('active');
    release();
    expect(harness.session().status).toBe('active');
    await settled();
    expect(harness.ends).toMatchObject([{ status: 'exited', reason: 'abandoned' }]);
    expectNothingLeft(harness.clock);
  });

  describe('without a network', () => {
    const goOnline = (onLine: boolean): void => {
      Object.defineProperty(globalThis, 'navigator', { value: { onLine }, configurable: true });
      globalThis.dispatchEvent(new Event(onLine ? 'online' : 'offline'));
    };
    let own: PropertyDescriptor | undefined;
    beforeEach(() => {
      own = Object.getOwnPropertyDescriptor(globalThis, 'navigator');
    });
    afterEach(() => {
      if (own) Object.defineProperty(globalThis, 'navigator', own);
      else Reflect.deleteProperty(globalThis, 'navigator');
    });

    test('a session waits, and asks for its address when the network is back', async () => {
      goOnline(false);
      let calls = 0;
      const harness = createConnectHarness({
        openSession: async () => {
          calls += 1;
          if (calls === 1) throw new TypeError('Failed to fetch');
          return { connectUrl: 'https://example-iframe.private.fin.ag/v2/' };
        },
      });
      harness.engine.open();
      await settled();
      harness.clock.advance(600_000);
      expect(harness.session()).toMatchObject({ status: 'preparing', offline: true });
      goOnline(true);
      await settled();
      expect(harness.session()).toMatchObject({ status: 'loading', offline: false, attempt: 1 });
      expect(calls).toBe(2);
      harness.engine.close();
      expectNothingLeft(harness.clock);
    });

    test('what one session waited for is not asked in the next', async () => {
      const openSession = vi.fn(() => Promise.reject(new TypeError('no network')));
      const getSession = vi.fn(() => new Promise<never>(() => undefined));
      const harness = createConnectHarness({ openSession, getSession });
      harness.engine.open();
      await settled();
      harness.engine.close();
      harness.engine.resume('s9');
      globalThis.dispatchEvent(new Event('online'));
      await settled();
      expect(openSession).toHaveBeenCalledOnce();
      expect(harness.session().status).toBe('linking');
    });

    test('it can be cancelled while it waits, and does not ask later', async () => {
      goOnline(false);
      let calls = 0;
      const harness = createConnectHarness({
        openSession: () => {
          calls += 1;
          return Promise.reject(new TypeError('Failed to fetch'));
        },
      });
      harness.engine.open();
      await settled();
      harness.engine.close('closed');
      goOnline(true);
      await settled();
      expect(harness.ends).toMatchObject([{ status: 'exited', reason: 'closed' }]);
      expect(calls).toBe(1);
      expectNothingLeft(harness.clock);
    });

    test('an answer of our server is a refusal, whatever the browser reports about the network', async () => {
      goOnline(false);
      const refusal = Object.assign(new Error('Busy.'), { status: 503, retry: true });
      const harness = createConnectHarness({ openSession: () => Promise.reject(refusal) });
      harness.engine.open();
      await settled();
      expect(harness.ends).toMatchObject([{ status: 'failed', error: { code: 'session-refused' } }]);
    });
  });

  describe('attachFrame', () => {
    test('a frame that stays out of the document for a second ends the session', async () => {
      const harness = createConnectHarness();
      await harness.openAndMount();
      harness.removeFrame();
      await settled();
      harness.clock.advance(999);
      expect(harness.ends).toEqual([]);
      harness.clock.advance(1);
      expect(harness.ends).toMatchObject([{ reason: 'abandoned' }]);
      expectNothingLeft(harness.clock);
    });

    test('a hidden frame keeps its session, and continues when it is shown', async () => {
      const harness = createConnectHarness();
      await harness.openAndMount();
      harness.hideFrame();
      await settled();
      harness.clock.advance(60_000);
      harness.step('COMPONENT_LOAD_MFA');
      expect(harness.session()).toMatchObject({ status: 'active', stage: 'mfa' });
      harness.showFrame();
      harness.step('REDIRECT', { loginId });
      await settled();
      expect(harness.ends).toMatchObject([{ status: 'connected' }]);
      expect(harness.opened).toHaveLength(1);
      expectNothingLeft(harness.clock);
    });

    test('a hidden frame that is taken out later ends the session then', async () => {
      const harness = createConnectHarness();
      await harness.openAndMount();
      harness.hideFrame();
      await settled();
      for (const frame of harness.frames) frame.isConnected = false;
      harness.clock.advance(2_000);
      expect(harness.ends).toMatchObject([{ reason: 'abandoned' }]);
      expectNothingLeft(harness.clock);
    });

    test('a frame that leaves in one commit and is back in a later one continues, with a new address', async () => {
      const harness = createConnectHarness();
      await harness.openAndMount();
      harness.removeFrame();
      await settled();
      harness.clock.advance(900);
      await settled();
      harness.replaceFrame();
      await settled();
      harness.clock.advance(5_000);
      expect(harness.session()).toMatchObject({ status: 'loading', attempt: 2 });
      harness.step('APP_MOUNTED');
      harness.step('REDIRECT', { loginId });
      await settled();
      expect(harness.ends).toMatchObject([{ status: 'connected' }]);
      expectNothingLeft(harness.clock);
    });

    test('another element gets a new address, at most five times, and that is no refused token', async () => {
      const harness = createConnectHarness();
      await harness.openAndMount();
      for (let times = 1; times <= 5; times++) {
        harness.replaceFrame();
        await settled();
        expect(harness.session()).toMatchObject({ status: 'loading', attempt: times + 1 });
      }
      harness.step('TOKEN_INVALID');
      await settled();
      expect(harness.session()).toMatchObject({ status: 'loading', attempt: 7 });
      harness.replaceFrame();
      expect(harness.ends).toMatchObject([{ status: 'failed', error: { code: 'frame-replaced-too-often' } }]);
      expect(harness.opened).toHaveLength(7);
      await settled();
      expectNothingLeft(harness.clock);
    });

    test('an element that was taken out and put back has another window, and gets a new address', async () => {
      const harness = createConnectHarness();
      await harness.openAndMount();
      const [frame] = harness.frames;
      harness.hideFrame();
      if (frame) frame.contentWindow = { frame: 'again' };
      harness.showFrame();
      await settled();
      expect(harness.opened).toHaveLength(2);
    });

    describe('that got its address outside the document', () => {
      async function openDetached() {
        const harness = createConnectHarness({}, {}, false);
        const frame = { src: '', contentWindow: null as object | null };
        harness.engine.attachFrame(frame);
        harness.engine.open();
        await settled();
        const step = async (name: string) => {
          harness.post({ step: name }, { source: frame.contentWindow });
          await settled();
        };
        // Only now it loads.
        frame.contentWindow = { frame: 'shown' };
        return { ...harness, frame, step };
      }

      test('has a refused token replaced once', async () => {
        const { step, session, opened, ends } = await openDetached();
        await step('TOKEN_INVALID');
        expect(session()).toMatchObject({ status: 'loading', attempt: 2 });
        expect(opened).toHaveLength(2);
        await step('TOKEN_INVALID');
        expect(ends).toMatchObject([{ error: { code: 'token-refused' } }]);
      });

      test('gets a new address when it is moved, and that is no refused token', async () => {
        const { step, frame, session, opened } = await openDetached();
        await step('APP_MOUNTED');
        for (let times = 1; times <= 2; times += 1) {
          frame.contentWindow = { moved: times };
          // oxlint-disable-next-line no-await-in-loop -- one after the other
          await step('TOKEN_INVALID');
          expect(session()).toMatchObject({ status: 'loading', attempt: times + 1 });
          expect(opened).toHaveLength(times + 1);
        }
      });
    });

    test('a web view, which is in no document, is gone when it is detached', async () => {
      const harness = createConnectHarness({}, {}, false);
      harness.engine.attachFrame({ src: '', contentWindow: null });
      harness.engine.open();
      await settled();
      harness.engine.attachFrame(null);
      await settled();
      expect(harness.ends).toMatchObject([{ reason: 'abandoned' }]);
    });
  });

  describe('an answer that is not what it should be', () => {
    const others: readonly unknown[] = [null, undefined, '<!doctype html>', 0, {}, [], { id: 7 }];
    const answering = (answer: unknown) => async () => JSON.parse(JSON.stringify(answer ?? null));

    test.each(others)('of openSession: %j ends the session as unreadable', async (answer) => {
      const harness = createConnectHarness({ openSession: answering(answer) });
      harness.engine.open();
      await settled();
      expect(harness.ends).toMatchObject([{ status: 'failed', error: { code: 'answer-unreadable' } }]);
    });

    test.each(others)('of linkConnection: %j is never a connection', async (answer) => {
      const harness = createConnectHarness({ linkConnection: answering(answer) });
      await harness.openAndMount();
      harness.step('REDIRECT', { loginId });
      await settled();
      expect(harness.ends).toMatchObject([
        { status: 'failed', error: { code: 'answer-unreadable', retry: true } },
      ]);
    });
  });

  test('an error of ours with a foreign cause does not carry the login out', async () => {
    const harness = createConnectHarness({
      linkConnection: (link) =>
        Promise.reject(
          new FlinksKitError('no', { code: 'x', retry: false, cause: Object.assign(new Error(), { link }) }),
        ),
    });
    await harness.openAndMount();
    harness.step('REDIRECT', { loginId });
    await settled();
    expect(harness.ends).toMatchObject([
      { status: 'failed', error: { code: 'link-refused', cause: undefined } },
    ]);
  });

  test('the first answer ends the offline state of a browser that reports no network', async () => {
    vi.stubGlobal('navigator', { onLine: false });
    const harness = createConnectHarness();
    harness.engine.open();
    expect(harness.session()).toMatchObject({ status: 'preparing', offline: true });
    await settled();
    expect(harness.session()).toMatchObject({ status: 'loading', offline: false });
    vi.unstubAllGlobals();
    harness.engine.destroy();
  });

  test('opening again after an end is a new session with its own report', async () => {
    const harness = createConnectHarness();
    await harness.openAndMount();
    harness.step('COMPONENT_CLOSE_SESSION');
    harness.engine.retry();
    await settled();
    expect(harness.session()).toEqual({ status: 'loading', attempt: 1, offline: false, slow: null });
    harness.engine.reset();
    expect(harness.session()).toEqual({ status: 'idle' });
    expect(harness.ends.map(({ report }) => report.sessionId)).toEqual(['s1', 's2']);
  });

  test("an error of the app's callback surfaces, and the session continues", async () => {
    const onEvent = () => {
      throw new Error('analytics are down');
    };
    const harness = createConnectHarness({}, { onEvent });
    harness.engine.open();
    await settled();
    expect(() => harness.engine.receive({ step: 'APP_MOUNTED' })).toThrow('analytics are down');
    expect(harness.session().status).toBe('active');
  });

  test('an event in whose middle the app opens another session is none of that session', async () => {
    let isFirst = true;
    const onEvent = () => {
      if (!isFirst) return;
      isFirst = false;
      harness.engine.reset();
      harness.engine.open();
    };
    const harness = createConnectHarness({}, { onEvent });
    harness.engine.open();
    await settled();
    harness.step('COMPONENT_LOAD_MFA');
    expect(harness.session()).toMatchObject({ status: 'preparing', attempt: 1 });
    await settled();
    harness.step('APP_MOUNTED');
    harness.engine.close();
    expect(harness.ends).toMatchObject([{ report: { stage: 'mfa' } }, { report: { stage: null } }]);
  });

  test('a subscriber may open another session at the end of one', async () => {
    const harness = createConnectHarness();
    await harness.openAndMount();
    const unsubscribe = harness.engine.subscribe(() => {
      if (harness.session().status !== 'exited') return;
      unsubscribe();
      harness.engine.open();
    });
    harness.engine.close();
    await settled();
    harness.step('COMPONENT_LOAD_MFA');
    harness.engine.close();
    expect(harness.ends).toMatchObject([
      { report: { sessionId: 's1', stage: null } },
      { report: { sessionId: 's2', stage: 'mfa' } },
    ]);
    expectNothingLeft(harness.clock);
  });

  test('a client that closes once more while it sends the report gets one end', async () => {
    const harness = createConnectHarness({ sendReport: () => harness.engine.close() });
    await harness.openAndMount();
    harness.engine.close();
    expect(harness.ends).toHaveLength(1);
  });

  test('the app may end the session in the middle of an event', async () => {
    const harness = createConnectHarness({}, { onEvent: () => harness.engine.close() });
    await harness.openAndMount();
    expect(harness.session()).toMatchObject({ status: 'exited', reason: 'cancelled' });
  });

  test('a web view passes its messages without a window', async () => {
    const harness = createConnectHarness();
    await harness.openAndMount();
    harness.engine.receive(JSON.stringify({ step: 'COMPONENT_LOAD_CONSENT' }));
    expect(harness.session()).toMatchObject({ stage: 'consent' });
  });

  test('pagehide sends the report and ends nothing', async () => {
    const harness = createConnectHarness();
    await harness.openAndMount();
    harness.step('SUBMIT_CREDENTIAL');
    globalThis.dispatchEvent(new Event('pagehide'));
    expect(harness.reports).toMatchObject([{ sessionId: 's1', end: null, stage: 'verifying' }]);
    harness.step('COMPONENT_CLOSE_SESSION');
    expect(harness.reports).toMatchObject([{ end: null }, { end: 'closed' }]);
  });

  test('a hidden tab sends its report, and the session continues', async () => {
    const harness = createConnectHarness();
    await harness.openAndMount();
    harness.step('SUBMIT_CREDENTIAL');
    setVisibility('hidden');
    expect(harness.reports).toMatchObject([{ sessionId: 's1', end: null, stage: 'verifying' }]);
    setVisibility('visible');
    await settled();
    expect(harness.reports).toHaveLength(1);
    expect(harness.session()).toMatchObject({ status: 'active', stage: 'verifying' });
  });

  test('a foreign error that carries the request does not carry the login out', async () => {
    const harness = createConnectHarness({
      linkConnection: (link) =>
        Promise.reject(Object.assign(new Error('refused'), { request: link, retry: false })),
    });
    await harness.openAndMount();
    harness.step('REDIRECT', redirect);
    await settled();
    expect(harness.ends).toMatchObject([
      { status: 'failed', error: { code: 'link-refused', cause: undefined } },
    ]);
  });

  test('accounts chosen in one frame are not taken for the choice in the next', async () => {
    const harness = createConnectHarness();
    await harness.openAndMount();
    harness.step('ACCOUNT_SELECTED', { accountId: 'old' });
    harness.engine.retry();
    await settled();
    harness.step('REDIRECT', redirect);
    await settled();
    expect(harness.links).toMatchObject([{ accountIds: [] }]);
  });

  test('a report that cannot be sent changes no end', async () => {
    const sendReport = () => {
      throw new Error('no beacon');
    };
    const closed = createConnectHarness({ sendReport });
    await closed.openAndMount();
    closed.engine.close();
    expect(closed.ends).toMatchObject([{ reason: 'cancelled' }]);

    const connected = createConnectHarness({ sendReport });
    await connected.openAndMount();
    connected.step('REDIRECT', redirect);
    await settled();
    expect(connected.ends).toMatchObject([{ status: 'connected' }]);
  });

  test('a subscriber that throws does not lose the bank login', async () => {
    const surfaced: unknown[] = [];
    const surface = (error: unknown) => surfaced.push(error);
    const others = process.listeners('uncaughtException');
    process.removeAllListeners('uncaughtException').on('uncaughtException', surface);
    const harness = createConnectHarness();
    await harness.openAndMount();
    harness.engine.subscribe(() => {
      if (harness.session().status === 'linking') throw new Error('a bad subscriber');
    });
    harness.step('REDIRECT', redirect);
    await settled();
    process.removeAllListeners('uncaughtException');
    for (const other of others) process.on('uncaughtException', other);
    expect(harness.ends).toMatchObject([{ status: 'connected' }]);
    expect(surfaced).toMatchObject([{ message: 'a bad subscriber' }]);
  });

  test('a clock that steps back makes no negative times', async () => {
    const harness = createConnectHarness();
    await harness.openAndMount();
    harness.clock.advance(-60_000);
    harness.engine.close();
    expect(harness.ends).toMatchObject([{ report: { durationMs: 0 } }]);
  });
});
