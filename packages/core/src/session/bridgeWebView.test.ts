import { describe, expect, test } from 'vitest';
import { loginId, settled, createConnectHarness } from '../../test/connectHarness.ts';
import { bridgeWebView } from './bridgeWebView.ts';

const post = (message: object) => ({ nativeEvent: { data: JSON.stringify(message) } });

describe('bridgeWebView', () => {
  test('a native app connects a bank without a window', async () => {
    const harness = createConnectHarness({}, {}, false);
    const loaded: string[] = [];
    const bridge = bridgeWebView(harness.engine, (address) => loaded.push(address));
    harness.engine.open();
    await settled();
    bridge.onMessage(post({ step: 'APP_MOUNTED' }));
    bridge.onMessage({ nativeEvent: { data: 'not the widget' } });
    expect(harness.session().status).toBe('active');
    bridge.onMessage(post({ step: 'REDIRECT', loginId }));
    await settled();
    expect(loaded).toHaveLength(1);
    expect(harness.ends).toMatchObject([{ status: 'connected' }]);
  });

  test('a web view that is detached ends the session', async () => {
    const harness = createConnectHarness({}, {}, false);
    const bridge = bridgeWebView(harness.engine, () => undefined);
    harness.engine.open();
    await settled();
    bridge.detach();
    await settled();
    expect(harness.ends).toMatchObject([{ reason: 'abandoned' }]);
  });

  test.each<[string | undefined, boolean]>([
    [undefined, true],
    ['https://example-iframe.private.fin.ag/v2/Credential?x=1', true],
    ['https://evil.example/', false],
    ['https://example-iframe.private.fin.ag.evil.example/', false],
    ['http://example-iframe.private.fin.ag/', false],
    ['about:blank', false],
    ['', false],
    ['data:text/html,x', false],
  ])('a message of the page %s is read: %s', async (url, isRead) => {
    const harness = createConnectHarness({}, {}, false);
    const bridge = bridgeWebView(harness.engine, () => undefined);
    harness.engine.open();
    await settled();
    bridge.onMessage({ nativeEvent: { data: JSON.stringify({ step: 'REDIRECT', loginId }), url } });
    await settled();
    expect(harness.links).toHaveLength(isRead ? 1 : 0);
    harness.engine.destroy();
  });
});
