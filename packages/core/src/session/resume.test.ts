import { expect, test } from 'vitest';
import { expectNothingLeft, bringPage, turnTab } from '../../test/page.ts';
import { connection, settled, stageConnect } from '../../test/stage.ts';
import type { SessionStatus } from './connectClient.ts';

bringPage();

test('a person who comes back connected is connected, without a frame or a token', async () => {
  const asked: string[] = [];
  const stage = stageConnect({
    getSession: async (id) => {
      asked.push(id);
      return { status: 'connected', connection };
    },
  });
  stage.engine.resume('s9');
  expect(stage.session()).toMatchObject({ status: 'linking' });
  await settled();
  expect(asked).toEqual(['s9']);
  expect(stage.ends).toMatchObject([{ status: 'connected', connection, report: { sessionId: 's9' } }]);
  expect(stage.opened).toEqual([]);
  expect(stage.frames).toEqual([]);
  expectNothingLeft(stage.clock);
});

test('the report that left with the page is not written over', async () => {
  const stage = stageConnect({ getSession: async () => ({ status: 'connected', connection }) });
  stage.engine.resume('s9');
  await settled();
  expect(stage.reports).toEqual([]);
});

test.each<[string, SessionStatus]>([
  ['failed', { status: 'failed', code: 'login-not-fresh' }],
  ['is still open', { status: 'open', expiresAt: '2026-11-22T13:00:00Z' }],
  ['expired', { status: 'expired' }],
])('a return whose session %s is refused, once', async (_what, standing) => {
  let asked = 0;
  const stage = stageConnect({
    getSession: async () => {
      asked += 1;
      return standing;
    },
  });
  stage.engine.resume('s9');
  await settled();
  stage.clock.advance(60_000);
  await settled();
  expect(asked).toBe(1);
  expect(stage.ends).toMatchObject([{ status: 'failed', error: { code: 'return-refused', retry: true } }]);
});

test('a return that our server refused is refused here', async () => {
  const stage = stageConnect();
  stage.engine.resume(null);
  await settled();
  expect(stage.ends).toMatchObject([{ error: { code: 'return-refused' } }]);
});

test('a lost answer is asked for again', async () => {
  let tries = 0;
  const stage = stageConnect({
    getSession: () => {
      tries += 1;
      return tries === 1
        ? Promise.reject(new TypeError('lost'))
        : Promise.resolve({ status: 'connected', connection });
    },
  });
  stage.engine.resume('s9');
  await settled();
  stage.clock.advance(1_000);
  await settled();
  expect(stage.ends).toMatchObject([{ status: 'connected' }]);
});

test('a login that our server is still storing is waited for', async () => {
  const standings: SessionStatus[] = [
    { status: 'linking' },
    { status: 'linking' },
    { status: 'connected', connection },
  ];
  const stage = stageConnect({ getSession: async () => standings.shift() ?? { status: 'expired' } });
  stage.engine.resume('s9');
  await settled();
  expect(stage.session().status).toBe('linking');
  stage.clock.advance(1_000);
  await settled();
  expect(stage.session().status).toBe('linking');
  stage.clock.advance(4_000);
  await settled();
  expect(stage.ends).toMatchObject([{ status: 'connected', connection }]);
  expectNothingLeft(stage.clock);
});

test('a login that is never stored is given up on after a minute', async () => {
  let asked = 0;
  const stage = stageConnect({
    getSession: async () => {
      asked += 1;
      return { status: 'linking' };
    },
  });
  stage.engine.resume('s9');
  for (let second = 0; second < 60; second += 1) {
    // oxlint-disable-next-line no-await-in-loop -- one second after the other
    await settled();
    expect(stage.ends, `after ${second} s`).toEqual([]);
    stage.clock.advance(1_000);
  }
  await settled();
  expect(asked).toBe(6);
  expect(stage.ends).toMatchObject([{ error: { code: 'return-refused', retry: true } }]);
  expectNothingLeft(stage.clock);
});

test('a tab that is shown again learns that another tab finished its session', async () => {
  const standings: SessionStatus[] = [{ status: 'linking' }, { status: 'connected', connection }];
  const stage = stageConnect({ getSession: async () => standings.shift() ?? { status: 'expired' } });
  await stage.enter();
  stage.step('COMPONENT_LOAD_INSTITUTION_SELECTOR', { institution: 'FlinksCapital' });
  turnTab('hidden');
  turnTab('visible');
  await settled();
  // The widget of this tab has nothing left to do, whatever it says.
  stage.step('REDIRECT', { loginId: 'x' });
  await settled();
  expect(stage.seen.slice(-2)).toMatchObject([{ status: 'linking' }, { status: 'connected', connection }]);
  expect(stage.ends).toHaveLength(1);
  expect(stage.links).toEqual([]);
  expectNothingLeft(stage.clock);
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
])('a tab that is shown again goes on when its session %s', async (_what, getSession) => {
  const stage = stageConnect({ getSession });
  await stage.enter();
  const before = stage.session();
  turnTab('visible');
  await settled();
  expect(stage.session()).toBe(before);
  stage.step('REDIRECT', { loginId: 'x' });
  await settled();
  expect(stage.ends).toMatchObject([{ status: 'connected' }]);
});

test('what another tab finished does not end a session that was opened since', async () => {
  let answer: (standing: SessionStatus) => void = () => undefined;
  const stage = stageConnect({ getSession: () => new Promise((resolve) => (answer = resolve)) });
  await stage.enter();
  turnTab('visible');
  stage.engine.close();
  await stage.enter();
  answer({ status: 'connected', connection });
  await settled();
  expect(stage.session()).toMatchObject({ status: 'active' });
});

test('a live session is not disturbed', async () => {
  const stage = stageConnect();
  await stage.enter();
  stage.engine.resume('s9');
  expect(stage.session().status).toBe('active');
});
