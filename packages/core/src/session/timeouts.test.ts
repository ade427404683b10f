import { expect, test } from 'vitest';
import { expectNothingLeft, bringPage } from '../../test/page.ts';
import { settled, stageConnect } from '../../test/stage.ts';

bringPage();

test('a frame that says nothing is slow at 10 s, and a failure at 60 s', async () => {
  const stage = stageConnect();
  stage.engine.open();
  await settled();
  stage.clock.advance(10_000);
  expect(stage.session()).toMatchObject({ status: 'loading', slow: 'frame' });
  stage.clock.advance(50_000);
  expect(stage.ends).toMatchObject([{ status: 'failed', error: { code: 'frame-not-loaded', retry: true } }]);
  expectNothingLeft(stage.clock);
});

test('one word of the widget saves it', async () => {
  const stage = stageConnect();
  stage.engine.open();
  await settled();
  stage.clock.advance(59_999);
  stage.step('COMPONENT_LOAD_CONSENT');
  stage.clock.advance(3_600_000);
  expect(stage.session()).toMatchObject({ status: 'active', slow: null, stage: 'consent' });
});

test('an address that never comes is a failure too', async () => {
  const stage = stageConnect({ openSession: () => new Promise(() => undefined) });
  stage.engine.open();
  stage.clock.advance(10_000);
  expect(stage.session()).toMatchObject({ status: 'preparing', slow: 'frame' });
  stage.clock.advance(50_000);
  expect(stage.ends).toMatchObject([{ error: { code: 'session-refused', retry: true } }]);
  expectNothingLeft(stage.clock);
});

test('a session that nobody mounted a frame for says so', async () => {
  const stage = stageConnect({}, {}, false);
  stage.engine.open();
  await settled();
  stage.clock.advance(5_000);
  expect(stage.ends).toMatchObject([{ error: { code: 'frame-not-mounted', retry: false } }]);
});

test('nobody is given up on while there is no network', async () => {
  const stage = stageConnect();
  stage.engine.open();
  await settled();
  globalThis.dispatchEvent(new Event('offline'));
  stage.clock.advance(600_000);
  expect(stage.session()).toMatchObject({ status: 'loading', offline: true });
  globalThis.dispatchEvent(new Event('online'));
  stage.clock.advance(60_000);
  expect(stage.ends).toHaveLength(1);
});

test('a bank that is silent for 210 s is slow, until it speaks', async () => {
  const stage = stageConnect();
  await stage.enter();
  stage.step('SUBMIT_CREDENTIAL');
  stage.clock.advance(209_999);
  stage.step('APP_RESIZE');
  expect(stage.session()).toMatchObject({ slow: null });
  stage.clock.advance(1);
  expect(stage.session()).toMatchObject({ slow: 'bank' });
  stage.clock.advance(3_600_000);
  stage.step('COMPONENT_LOAD_MFA');
  expect(stage.session()).toMatchObject({ status: 'active', slow: null });
});

test('an error of the bank is its answer', async () => {
  const stage = stageConnect();
  await stage.enter();
  stage.step('SUBMIT_CREDENTIAL');
  stage.post({ flinksCode: 'INVALID_PASSWORD' });
  stage.clock.advance(3_600_000);
  expect(stage.session()).toMatchObject({ slow: null, lastError: { flinksCode: 'INVALID_PASSWORD' } });
});

test('a security question warns before its 8 minutes, and never ends a session', async () => {
  const stage = stageConnect();
  await stage.enter();
  stage.step('COMPONENT_LOAD_MFA');
  stage.clock.advance(420_000);
  expect(stage.session()).toMatchObject({ slow: 'mfa-expiring' });
  stage.clock.advance(3_600_000);
  expect(stage.session()).toMatchObject({ status: 'active', slow: 'mfa-expiring' });
  expect(stage.clock.waiting).toBe(0);
});

test('every wait can be chosen', async () => {
  const stage = stageConnect({}, { watchdogs: { mfa: 1_000 } });
  await stage.enter();
  stage.step('COMPONENT_LOAD_MFA');
  stage.clock.advance(1_000);
  expect(stage.session()).toMatchObject({ slow: 'mfa-expiring' });
});
