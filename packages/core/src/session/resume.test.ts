import { expect, test } from 'vitest';
import { expectNothingLeft, bringPage } from '../../test/page.ts';
import { connection, settled, stageConnect } from '../../test/stage.ts';
import type { SessionStanding } from '../client/flinksClient.ts';

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

test.each<[string, SessionStanding]>([
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

test('a live session is not disturbed', async () => {
  const stage = stageConnect();
  await stage.enter();
  stage.engine.resume('s9');
  expect(stage.session().status).toBe('active');
});
