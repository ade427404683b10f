import { expect, test } from 'vitest';
import { bringPage } from '../../test/page.ts';
import { settled, stageConnect, widgetOrigin } from '../../test/stage.ts';

bringPage();

const close = { step: 'COMPONENT_CLOSE_SESSION' };

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
  const stage = stageConnect();
  await stage.enter();
  const before = stage.session();
  const seen = stage.seen.length;
  stage.post(data, from);
  expect(stage.session()).toBe(before);
  expect(stage.seen).toHaveLength(seen);
  expect(stage.events).toHaveLength(1);
});

test('before it is mounted, a frame is not heard, whatever it calls itself', async () => {
  const stage = stageConnect();
  stage.post(close);
  expect(stage.session().status).toBe('idle');
  stage.engine.open();
  for (const source of [undefined, null, globalThis]) {
    for (const origin of ['', 'null', widgetOrigin]) stage.post(close, { source, origin });
  }
  expect(stage.session().status).toBe('preparing');
  expect(stage.events).toEqual([]);
});

test('a frame that has no address yet is not heard', async () => {
  const stage = stageConnect({}, {}, false);
  const source = { frame: 'mounted early' };
  stage.engine.attachFrame({ src: '', contentWindow: source });
  stage.engine.open();
  stage.post(close, { source });
  expect(stage.session().status).toBe('preparing');
  await settled();
  stage.post(close, { source });
  expect(stage.ends).toMatchObject([{ reason: 'closed' }]);
});

test('after it is unmounted, a frame is not heard', async () => {
  const stage = stageConnect();
  await stage.enter();
  const source = stage.frames[0]?.contentWindow;
  stage.engine.attachFrame(null);
  await settled();
  const { length } = stage.events;
  stage.post({ step: 'REDIRECT', loginId: 'x' }, { source });
  expect(stage.links).toEqual([]);
  expect(stage.events).toHaveLength(length);
});

test('after the end, the frame of the session is not heard, nor in the next one', async () => {
  const stage = stageConnect();
  await stage.enter();
  const source = stage.frames[0]?.contentWindow;
  stage.engine.close();
  stage.post({ step: 'REDIRECT', loginId: 'x' }, { source });
  stage.engine.open();
  await settled();
  stage.post({ step: 'REDIRECT', loginId: 'x' }, { source });
  expect(stage.links).toEqual([]);
  expect(stage.session()).toMatchObject({ status: 'loading' });
});

test('two sessions on one page do not hear each other', async () => {
  const one = stageConnect();
  const two = stageConnect();
  await one.enter();
  await two.enter();
  two.step('COMPONENT_CLOSE_SESSION');
  expect(one.session().status).toBe('active');
  expect(two.session().status).toBe('exited');
});
