import { describe, expect, test, vi } from 'vitest';
import { expectNothingLeft, installPage } from '../../test/page.ts';
import { settled, createConnectHarness } from '../../test/connectHarness.ts';
import { systemClock } from '../internal/clock.ts';

installPage();

describe('getNextTimeout', () => {
  test('a silent frame is slow after 10 s and a failure after 60 s', async () => {
    const harness = createConnectHarness();
    harness.engine.open();
    await settled();
    harness.clock.advance(10_000);
    expect(harness.session()).toMatchObject({ status: 'loading', slow: 'frame' });
    harness.clock.advance(50_000);
    expect(harness.ends).toMatchObject([
      { status: 'failed', error: { code: 'frame-not-loaded', retry: true } },
    ]);
    expectNothingLeft(harness.clock);
  });

  test('one message of the widget ends the wait', async () => {
    const harness = createConnectHarness();
    harness.engine.open();
    await settled();
    harness.clock.advance(59_999);
    harness.step('COMPONENT_LOAD_CONSENT');
    harness.clock.advance(3_600_000);
    expect(harness.session()).toMatchObject({ status: 'active', slow: null, stage: 'consent' });
  });

  test('an address that never comes is a failure too', async () => {
    const harness = createConnectHarness({ openSession: () => new Promise(() => undefined) });
    harness.engine.open();
    harness.clock.advance(10_000);
    expect(harness.session()).toMatchObject({ status: 'preparing', slow: 'frame' });
    harness.clock.advance(50_000);
    expect(harness.ends).toMatchObject([{ error: { code: 'session-refused', retry: true } }]);
    expectNothingLeft(harness.clock);
  });

  test('a session without a mounted frame fails as frame-not-mounted', async () => {
    const harness = createConnectHarness({}, {}, false);
    harness.engine.open();
    await settled();
    harness.clock.advance(5_000);
    expect(harness.ends).toMatchObject([{ error: { code: 'frame-not-mounted', retry: false } }]);
  });

  test('no session fails while there is no network', async () => {
    const harness = createConnectHarness();
    harness.engine.open();
    await settled();
    globalThis.dispatchEvent(new Event('offline'));
    harness.clock.advance(600_000);
    expect(harness.session()).toMatchObject({ status: 'loading', offline: true });
    globalThis.dispatchEvent(new Event('online'));
    harness.clock.advance(60_000);
    expect(harness.ends).toHaveLength(1);
  });

  test('a bank that is silent for 210 s is slow, until its next message', async () => {
    const harness = createConnectHarness();
    await harness.openAndMount();
    harness.step('SUBMIT_CREDENTIAL');
    harness.clock.advance(209_999);
    harness.step('APP_RESIZE');
    expect(harness.session()).toMatchObject({ slow: null });
    harness.clock.advance(1);
    expect(harness.session()).toMatchObject({ slow: 'bank' });
    harness.clock.advance(3_600_000);
    harness.step('COMPONENT_LOAD_MFA');
    expect(harness.session()).toMatchObject({ status: 'active', slow: null });
  });

  test('an error of the bank is its answer', async () => {
    const harness = createConnectHarness();
    await harness.openAndMount();
    harness.step('SUBMIT_CREDENTIAL');
    harness.post({ flinksCode: 'INVALID_PASSWORD' });
    harness.clock.advance(3_600_000);
    expect(harness.session()).toMatchObject({ slow: null, lastError: { flinksCode: 'INVALID_PASSWORD' } });
  });

  test('a security question is flagged before its 8 minutes, and never ends a session', async () => {
    const harness = createConnectHarness();
    await harness.openAndMount();
    harness.step('COMPONENT_LOAD_MFA');
    harness.clock.advance(420_000);
    expect(harness.session()).toMatchObject({ slow: 'mfa-expiring' });
    harness.clock.advance(3_600_000);
    expect(harness.session()).toMatchObject({ status: 'active', slow: 'mfa-expiring' });
    expect(harness.clock.waiting).toBe(0);
  });

  test('a wait that is undefined is the default, and not none', async () => {
    const watchdogs: object = { mount: undefined, frameSlow: undefined, frame: undefined };
    const harness = createConnectHarness({}, { watchdogs }, false);
    harness.engine.open();
    await settled();
    harness.clock.advance(4_999);
    expect(harness.session()).toMatchObject({ status: 'loading' });
    harness.clock.advance(1);
    expect(harness.ends).toMatchObject([{ error: { code: 'frame-not-mounted' } }]);
  });

  test('a ref that is called again at each render does not start the wait again', async () => {
    const harness = createConnectHarness();
    harness.engine.open();
    await settled();
    for (let second = 0; second < 10; second += 1) {
      harness.clock.advance(1_000);
      harness.hideFrame();
      harness.showFrame();
    }
    expect(harness.session()).toMatchObject({ status: 'loading', slow: 'frame' });
  });

  test('a frame that may take less than a slow one fails when its own time is over', async () => {
    const harness = createConnectHarness({}, { watchdogs: { frame: 5_000 } });
    harness.engine.open();
    await settled();
    harness.clock.advance(4_999);
    expect(harness.session()).toMatchObject({ status: 'loading' });
    harness.clock.advance(1);
    expect(harness.ends).toMatchObject([{ error: { code: 'frame-not-loaded' } }]);
  });

  test.each([Infinity, 1e12])('a wait of %d never ends', async (wait) => {
    vi.useFakeTimers();
    const watchdogs = { mount: wait, frameSlow: wait, frame: wait, bank: wait, mfa: wait };
    const harness = createConnectHarness({}, { watchdogs, clock: systemClock });
    harness.engine.open();
    await vi.advanceTimersByTimeAsync(60_000);
    expect(harness.session()).toMatchObject({ status: 'loading', slow: null });
    harness.step('COMPONENT_LOAD_MFA');
    await vi.advanceTimersByTimeAsync(60_000);
    expect(harness.session()).toMatchObject({ status: 'active', slow: null });
    harness.engine.destroy();
    vi.useRealTimers();
  });

  test('every wait can be chosen', async () => {
    const harness = createConnectHarness({}, { watchdogs: { mfa: 1_000 } });
    await harness.openAndMount();
    harness.step('COMPONENT_LOAD_MFA');
    harness.clock.advance(1_000);
    expect(harness.session()).toMatchObject({ slow: 'mfa-expiring' });
  });
});
