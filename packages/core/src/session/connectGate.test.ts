import { describe, expect, test } from 'vitest';
import { installPage } from '../../test/page.ts';
import { settled, createConnectHarness, widgetOrigin } from '../../test/connectHarness.ts';

installPage();

const close = { step: 'COMPONENT_CLOSE_SESSION' };

describe('createConnect', () => {
  test.each<[string, unknown, { origin?: string; source?: unknown }]>([
    ['a look-alike that begins the same', close, { origin: `${widgetOrigin}.evil.example` }],
    ['a look-alike that ends the same', close, { origin: `https://evil-example-iframe.private.fin.ag` }],
    ["another customer's widget", close, { origin: 'https://other-iframe.private.fin.ag' }],
    ['another port', close, { origin: `${widgetOrigin}:8443` }],
    ['another scheme', close, { origin: widgetOrigin.replace('https', 'http') }],
    ['an opaque origin', close, { origin: 'null' }],
    ['no origin', close, { origin: '' }],
    ['another frame at the right origin', close, { source: { frame: 'sibling' } }],
    ['the page itself', close, { source: globalThis }],
    ['no window', close, { source: null }],
    ['the right frame after it went elsewhere', close, { origin: 'https://bank.example' }],
    ['null', null, {}],
    ['text', 'COMPONENT_CLOSE_SESSION', {}],
    ['another library', { type: 'webpackOk' }, {}],
  ])('%s changes nothing and renders nothing', async (_who, data, from) => {
    const harness = createConnectHarness();
    await harness.openAndMount();
    const before = harness.session();
    const seen = harness.seen.length;
    harness.post(data, from);
    expect(harness.session()).toBe(before);
    expect(harness.seen).toHaveLength(seen);
    expect(harness.events).toHaveLength(1);
  });

  test('messages of a frame that is not mounted yet are ignored', async () => {
    const harness = createConnectHarness();
    harness.post(close);
    expect(harness.session().status).toBe('idle');
    harness.engine.open();
    for (const source of [undefined, null, globalThis]) {
      for (const origin of ['', 'null', widgetOrigin]) harness.post(close, { source, origin });
    }
    expect(harness.session().status).toBe('preparing');
    expect(harness.events).toEqual([]);
  });

  test('messages of a frame without an address are ignored', async () => {
    const harness = createConnectHarness({}, {}, false);
    const source = { frame: 'mounted early' };
    harness.engine.attachFrame({ src: '', contentWindow: source });
    harness.engine.open();
    harness.post(close, { source });
    expect(harness.session().status).toBe('preparing');
    await settled();
    harness.post(close, { source });
    expect(harness.ends).toMatchObject([{ reason: 'closed' }]);
  });

  test('messages of an unmounted frame are ignored', async () => {
    const harness = createConnectHarness();
    await harness.openAndMount();
    const source = harness.frames[0]?.contentWindow;
    harness.removeFrame();
    await settled();
    const { length } = harness.events;
    harness.post({ step: 'REDIRECT', loginId: 'x' }, { source });
    expect(harness.links).toEqual([]);
    expect(harness.events).toHaveLength(length);
  });

  test("after the end, messages of the session's frame are ignored, also in the next session", async () => {
    const harness = createConnectHarness();
    await harness.openAndMount();
    const source = harness.frames[0]?.contentWindow;
    harness.engine.close();
    harness.post({ step: 'REDIRECT', loginId: 'x' }, { source });
    harness.engine.open();
    await settled();
    harness.post({ step: 'REDIRECT', loginId: 'x' }, { source });
    expect(harness.links).toEqual([]);
    expect(harness.session()).toMatchObject({ status: 'loading' });
  });

  test("two sessions on one page ignore each other's messages", async () => {
    const one = createConnectHarness();
    const two = createConnectHarness();
    await one.openAndMount();
    await two.openAndMount();
    two.step('COMPONENT_CLOSE_SESSION');
    expect(one.session().status).toBe('active');
    expect(two.session().status).toBe('exited');
  });
});
