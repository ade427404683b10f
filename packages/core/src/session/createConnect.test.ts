import { expect, test, vi } from 'vitest';
import { expectNothingLeft, bringPage, turnTab } from '../../test/page.ts';
import { connection, loginId, settled, stageConnect, widgetOrigin } from '../../test/stage.ts';
import { FlinksKitError } from '../codes/FlinksKitError.ts';

bringPage();

const redirect = { url: `https://app.example/?loginId=${loginId}&institution=FlinksCapital` };

test('a person connects a bank, and every state on the way is seen', async () => {
  const stage = stageConnect();
  await stage.enter();
  stage.step('COMPONENT_LOAD_CONSENT');
  stage.step('COMPONENT_LOAD_INSTITUTION_SELECTOR');
  stage.step('INSTITUTION_SELECTED', { institution: 'FlinksCapital' });
  stage.step('COMPONENT_LOAD_CREDENTIAL');
  stage.step('SUBMIT_CREDENTIAL');
  stage.post({ flinksCode: 'INVALID_PASSWORD', requestId: 'r', institution: 'FlinksCapital' });
  stage.step('COMPONENT_LOAD_CREDENTIAL_RETRY');
  stage.step('SUBMIT_CREDENTIAL');
  stage.step('COMPONENT_LOAD_MFA', { mfaTypes: ['QuestionAndAnswer'] });
  stage.step('SUBMIT_MFA');
  stage.step('COMPONENT_LOAD_ACCOUNT_SELECTION');
  stage.step('ACCOUNT_SELECTED', { accountId: ['a1', 'a2'] });
  stage.step('REDIRECT', redirect);
  await settled();

  expect(
    stage.seen.map((session) => ('stage' in session ? `${session.status}:${session.stage}` : session.status)),
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
  expect(stage.links).toEqual([
    { sessionId: 's1', loginId, accountIds: ['a1', 'a2'], requestId: undefined, tag: undefined },
  ]);
  expect(stage.ends).toMatchObject([
    {
      status: 'connected',
      connection,
      report: { end: 'connected', retries: 1, flinksCodes: ['INVALID_PASSWORD'] },
    },
  ]);
  expectNothingLeft(stage.clock);
});

test.each([
  ['COMPONENT_CLOSE_SESSION', { status: 'exited', reason: 'closed' }],
  ['COMPONENT_DENY_CONSENT', { status: 'exited', reason: 'consent-denied' }],
  ['MAXIMUM_RETRY_REACHED', { status: 'exited', reason: 'maximum-retries' }],
])('%s ends the session, once', async (step, end) => {
  const stage = stageConnect();
  await stage.enter();
  stage.step(step);
  stage.step(step);
  stage.step('REDIRECT', redirect);
  expect(stage.ends).toMatchObject([end]);
  expect(stage.session()).toBe(stage.ends[0]);
  expectNothingLeft(stage.clock);
});

test('success comes once, however often the widget says it', async () => {
  const stage = stageConnect();
  await stage.enter();
  for (let time = 0; time < 3; time += 1) stage.step('REDIRECT', redirect);
  await settled();
  stage.step('REDIRECT', redirect);
  await settled();
  expect(stage.links).toHaveLength(1);
  expect(stage.ends).toHaveLength(1);
});

test('a REDIRECT without a login is a failure, never a success', async () => {
  const stage = stageConnect();
  await stage.enter();
  stage.step('REDIRECT', { url: 'https://app.example/?institution=FlinksCapital' });
  expect(stage.ends).toMatchObject([
    { status: 'failed', error: { code: 'redirect-without-login', retry: true } },
  ]);
});

test('the app cancels, and a late answer of the server changes nothing', async () => {
  const stage = stageConnect();
  stage.engine.open();
  stage.engine.close();
  await settled();
  expect(stage.seen.map(({ status }) => status)).toEqual(['preparing', 'exited']);
  expect(stage.ends).toMatchObject([{ status: 'exited', reason: 'cancelled' }]);
  expectNothingLeft(stage.clock);
});

test('a session that our server refuses says why, and whether to try again', async () => {
  const cause = new FlinksKitError('Sign in first.', { code: 'unauthenticated', retry: false });
  const stage = stageConnect({ openSession: () => Promise.reject(cause) });
  stage.engine.open();
  await settled();
  expect(stage.ends).toMatchObject([
    { status: 'failed', error: { code: 'session-refused', retry: false, cause } },
  ]);
});

test.each(['not an address', 'javascript:alert(1)', 'data:text/html,x'])(
  'an address such as "%s" never reaches a frame',
  async (connectUrl) => {
    const stage = stageConnect({ openSession: async () => ({ connectUrl }) });
    stage.engine.open();
    await settled();
    expect(stage.ends).toMatchObject([{ status: 'failed', error: { code: 'session-refused' } }]);
    expect(stage.frames).toEqual([]);
  },
);

test('a refused token is replaced once, in a frame of its own; the second refusal is the end', async () => {
  const stage = stageConnect();
  await stage.enter();
  stage.step('TOKEN_INVALID');
  await settled();
  expect(stage.frames.map(({ src }) => src)).toEqual([
    `${widgetOrigin}/v2/?authorizeToken=t1`,
    `${widgetOrigin}/v2/?authorizeToken=t2`,
  ]);
  expect(stage.session()).toMatchObject({ status: 'loading', attempt: 2 });
  stage.step('APP_MOUNTED', {});
  stage.step('TOKEN_INVALID');
  expect(stage.ends).toMatchObject([{ status: 'failed', error: { code: 'token-refused', retry: true } }]);
});

test('a message of the first frame does not count for the second', async () => {
  const stage = stageConnect();
  await stage.enter();
  stage.step('TOKEN_INVALID');
  await settled();
  stage.post({ step: 'TOKEN_INVALID' }, { source: stage.frames[0]?.contentWindow });
  expect(stage.session()).toMatchObject({ status: 'loading', attempt: 2 });
});

test('one opening takes one token, however often it is asked', async () => {
  const stage = stageConnect();
  stage.engine.open();
  stage.engine.open();
  void stage.engine.openAsync();
  await settled();
  stage.engine.open();
  expect(stage.opened).toHaveLength(1);
  expect(stage.frames).toHaveLength(1);
});

test('the same frame handed over twice is loaded once; another one takes another token', async () => {
  const stage = stageConnect();
  await stage.enter();
  const [frame] = stage.frames;
  stage.engine.attachFrame(null);
  stage.engine.attachFrame(frame ?? null);
  await settled();
  expect(stage.opened).toHaveLength(1);
  stage.engine.attachFrame({ src: '', contentWindow: {} });
  await settled();
  expect(stage.opened).toHaveLength(2);
});

test('openAsync gives the end to everybody who waits, and never rejects', async () => {
  const stage = stageConnect({ openSession: () => Promise.reject(new Error('down')) });
  const ends = await Promise.all([
    stage.engine.openAsync(),
    stage.engine.openAsync({ institution: 'National' }),
  ]);
  expect(ends[0]).toBe(ends[1]);
  expect(ends[0]).toMatchObject({ status: 'failed' });
});

test('an aborted signal cancels: before anything was asked, or later', async () => {
  const stage = stageConnect();
  expect(await stage.engine.openAsync({ signal: AbortSignal.abort() })).toMatchObject({
    reason: 'cancelled',
  });
  expect(stage.opened).toEqual([]);

  const controller = new AbortController();
  const removed = vi.spyOn(controller.signal, 'removeEventListener');
  const ended = stage.engine.openAsync({ signal: controller.signal });
  await settled();
  controller.abort();
  expect(await ended).toMatchObject({ status: 'exited', reason: 'cancelled' });
  expect(removed).toHaveBeenCalledOnce();
});

test('a signal of an old session does not end a new one', async () => {
  const stage = stageConnect();
  const controller = new AbortController();
  void stage.engine.openAsync({ signal: controller.signal });
  stage.engine.close();
  stage.engine.open();
  controller.abort();
  expect(stage.session().status).toBe('preparing');
});

test('a handler may pass its event, and only what identifies a session is sent', async () => {
  const stage = stageConnect({}, { language: () => 'fr' });
  stage.engine.open({ type: 'click' });
  stage.engine.close({ type: 'click' });
  stage.engine.open({ institution: 'National', language: 'en' });
  await settled();
  stage.engine.close('closed');
  stage.engine.open({ connectionId: 'c1' });
  await settled();
  expect(stage.opened).toEqual([
    { language: 'fr' },
    { institution: 'National', language: 'en' },
    // A reconnection keeps the language it was made in: our server knows it.
    { connectionId: 'c1' },
  ]);
  expect(stage.ends).toMatchObject([{ reason: 'cancelled' }, { reason: 'closed' }]);
});

test('linking goes on until it is answered', async () => {
  let tries = 0;
  const stage = stageConnect({
    linkConnection: () => {
      tries += 1;
      return tries < 3 ? Promise.reject(new TypeError('lost')) : Promise.resolve(connection);
    },
  });
  await stage.enter();
  stage.step('REDIRECT', redirect);
  await settled();
  stage.clock.advance(1_000);
  await settled();
  expect(stage.session().status).toBe('linking');
  stage.clock.advance(4_000);
  await settled();
  expect(stage.ends).toMatchObject([{ status: 'connected' }]);
});

test('an answer that never comes is asked for again, and three of them are the end', async () => {
  const signals: (AbortSignal | undefined)[] = [];
  const stage = stageConnect({
    linkConnection: (_, call) => {
      signals.push(call?.signal);
      return new Promise(() => undefined);
    },
  });
  await stage.enter();
  stage.step('REDIRECT', redirect);
  for (let time = 0; time < 5; time += 1) {
    stage.clock.advance(60_000);
    await settled();
  }
  expect(signals.map((signal) => signal?.aborted)).toEqual([true, true, true]);
  expect(stage.ends).toMatchObject([{ status: 'failed', error: { code: 'link-refused', retry: true } }]);
  expectNothingLeft(stage.clock);
});

test('a refusal is an answer: it is not asked for again', async () => {
  let tries = 0;
  const stage = stageConnect({
    linkConnection: () => {
      tries += 1;
      return Promise.reject(new FlinksKitError('Taken.', { code: 'session-taken', retry: false }));
    },
  });
  await stage.enter();
  stage.step('REDIRECT', redirect);
  await settled();
  expect(tries).toBe(1);
  expect(stage.ends).toMatchObject([{ status: 'failed', error: { code: 'link-refused', retry: true } }]);
});

test('a login that is being linked is not dropped by closing, resetting or leaving', async () => {
  const stage = stageConnect();
  const release = stage.engine.retain();
  await stage.enter();
  stage.step('REDIRECT', redirect);
  stage.engine.close();
  stage.engine.reset();
  release();
  stage.engine.destroy();
  expect(stage.session().status).toBe('linking');
  await settled();
  expect(stage.ends).toMatchObject([{ status: 'connected' }]);
});

test('leaving for good is `abandoned`; a rehearsal is not', async () => {
  const stage = stageConnect();
  const rehearsal = stage.engine.retain();
  await stage.enter();
  rehearsal();
  const release = stage.engine.retain();
  await settled();
  expect(stage.session().status).toBe('active');
  release();
  expect(stage.session().status).toBe('active');
  await settled();
  expect(stage.ends).toMatchObject([{ status: 'exited', reason: 'abandoned' }]);
  expectNothingLeft(stage.clock);
});

test('a frame that goes away takes the session with it', async () => {
  const stage = stageConnect();
  await stage.enter();
  stage.engine.attachFrame(null);
  await settled();
  expect(stage.ends).toMatchObject([{ reason: 'abandoned' }]);
});

test('opening again after an end is a new session with its own report', async () => {
  const stage = stageConnect();
  await stage.enter();
  stage.step('COMPONENT_CLOSE_SESSION');
  stage.engine.retry();
  await settled();
  expect(stage.session()).toEqual({ status: 'loading', attempt: 1, offline: false, slow: null });
  stage.engine.reset();
  expect(stage.session()).toEqual({ status: 'idle' });
  expect(stage.ends.map(({ report }) => report.sessionId)).toEqual(['s1', 's2']);
});

test('what the app throws surfaces, and the session goes its way', async () => {
  const onEvent = () => {
    throw new Error('analytics are down');
  };
  const stage = stageConnect({}, { onEvent });
  stage.engine.open();
  await settled();
  expect(() => stage.engine.receive({ step: 'APP_MOUNTED' })).toThrow('analytics are down');
  expect(stage.session().status).toBe('active');
});

test('the app may end the session in the middle of an event', async () => {
  const stage = stageConnect({}, { onEvent: () => stage.engine.close() });
  await stage.enter();
  expect(stage.session()).toMatchObject({ status: 'exited', reason: 'cancelled' });
});

test('a web view hands its messages over without a window', async () => {
  const stage = stageConnect();
  await stage.enter();
  stage.engine.receive(JSON.stringify({ step: 'COMPONENT_LOAD_CONSENT' }));
  expect(stage.session()).toMatchObject({ stage: 'consent' });
});

test('the report goes with the page, and ends nothing', async () => {
  const stage = stageConnect();
  await stage.enter();
  stage.step('SUBMIT_CREDENTIAL');
  globalThis.dispatchEvent(new Event('pagehide'));
  expect(stage.reports).toMatchObject([{ sessionId: 's1', end: null, stage: 'verifying' }]);
  stage.step('COMPONENT_CLOSE_SESSION');
  expect(stage.reports).toMatchObject([{ end: null }, { end: 'closed' }]);
});

test('a tab that is hidden may be killed unheard: its report goes ahead, and the session goes on', async () => {
  const stage = stageConnect();
  await stage.enter();
  stage.step('SUBMIT_CREDENTIAL');
  turnTab('hidden');
  expect(stage.reports).toMatchObject([{ sessionId: 's1', end: null, stage: 'verifying' }]);
  turnTab('visible');
  await settled();
  expect(stage.reports).toHaveLength(1);
  expect(stage.session()).toMatchObject({ status: 'active', stage: 'verifying' });
});

test('a foreign error that carries the request does not carry the login out', async () => {
  const stage = stageConnect({
    linkConnection: (link) =>
      Promise.reject(Object.assign(new Error('refused'), { request: link, retry: false })),
  });
  await stage.enter();
  stage.step('REDIRECT', redirect);
  await settled();
  expect(stage.ends).toMatchObject([{ status: 'failed', error: { code: 'link-refused', cause: undefined } }]);
});

test('accounts chosen in one frame are not taken for the choice in the next', async () => {
  const stage = stageConnect();
  await stage.enter();
  stage.step('ACCOUNT_SELECTED', { accountId: 'old' });
  stage.engine.retry();
  await settled();
  stage.step('REDIRECT', redirect);
  await settled();
  expect(stage.links).toMatchObject([{ accountIds: [] }]);
});

test('a report that cannot be sent decides no end', async () => {
  const sendReport = () => {
    throw new Error('no beacon');
  };
  const closed = stageConnect({ sendReport });
  await closed.enter();
  closed.engine.close();
  expect(closed.ends).toMatchObject([{ reason: 'cancelled' }]);

  const connected = stageConnect({ sendReport });
  await connected.enter();
  connected.step('REDIRECT', redirect);
  await settled();
  expect(connected.ends).toMatchObject([{ status: 'connected' }]);
});

test('a subscriber that throws does not lose the bank login', async () => {
  const surfaced: unknown[] = [];
  const surface = (error: unknown) => surfaced.push(error);
  const others = process.listeners('uncaughtException');
  process.removeAllListeners('uncaughtException').on('uncaughtException', surface);
  const stage = stageConnect();
  await stage.enter();
  stage.engine.subscribe(() => {
    if (stage.session().status === 'linking') throw new Error('a bad subscriber');
  });
  stage.step('REDIRECT', redirect);
  await settled();
  process.removeAllListeners('uncaughtException');
  for (const other of others) process.on('uncaughtException', other);
  expect(stage.ends).toMatchObject([{ status: 'connected' }]);
  expect(surfaced).toMatchObject([{ message: 'a bad subscriber' }]);
});

test('a clock that steps back makes no negative times', async () => {
  const stage = stageConnect();
  await stage.enter();
  stage.clock.advance(-60_000);
  stage.engine.close();
  expect(stage.ends).toMatchObject([{ report: { durationMs: 0 } }]);
});
