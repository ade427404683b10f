// @ts-check
import { drawScreen } from './drawScreen.js';
import { readForm, fillIn } from './formValues.js';

/**
 * Runs the widget: asks the backend for the next screen, draws it, and posts what the backend says. The widgetSession
 * itself is not here but in the backend, so nothing in this file knows a step of Flinks.
 *
 * @param {object} [options]
 * @param {(request: Request) => Promise<Response>} [options.hop] the way to the backend; the network by default
 * @param {URL | Location} [options.location] the widget's address with its parameters
 * @param {HTMLElement} [options.root]
 * @returns {() => void} stops everything
 */
export function startWidget({
  hop = (request) => fetch(request),
  location = window.location,
  root = document.getElementById('widget') ?? document.body,
} = {}) {
  /** @type {import('../src/widget/screens/protocol.ts').WidgetReply | null} */
  let latest = null;
  /** @type {ReturnType<typeof setTimeout> | undefined} */
  let timer;
  let busy = false;
  const stopping = new AbortController();
  const { signal } = stopping;

  /** @returns {Promise<import('../src/widget/screens/protocol.ts').WidgetReply>} */
  const send = async (/** @type {string} */ path, /** @type {unknown} */ body) => {
    const response = await hop(
      new Request(new URL(path, location.href), {
        method: 'POST',
        headers: { 'content-type': 'application/json' },
        body: JSON.stringify(body),
      }),
    );
    const reply = await response.json();
    if (!response.ok) throw new Error(reply.Message ?? 'The sandbox did not answer.');
    return reply;
  };

  const run = async (
    /** @type {() => Promise<import('../src/widget/screens/protocol.ts').WidgetReply>} */ ask,
  ) => {
    if (busy || signal.aborted) return;
    busy = true;
    clearTimeout(timer);
    try {
      take(await ask());
    } catch (error) {
      console.error(error);
      root.textContent = error instanceof Error ? error.message : String(error);
    } finally {
      busy = false;
    }
  };

  const act = (
    /** @type {string} */ action,
    /** @type {Record<string, string | readonly string[]>} */ values = {},
  ) => run(() => send(`/sandbox/widget/${latest?.id}`, { action, values }));

  const take = (/** @type {import('../src/widget/screens/protocol.ts').WidgetReply} */ reply) => {
    if (signal.aborted) return;
    const before = latest;
    latest = reply;
    drawScreen(root, reply.screen, { before: before?.screen ?? null, act });
    for (const effect of reply.effects) carryOut(effect);
    const { next } = reply;
    if (next === null) return;
    fillIn(root, next.values);
    timer = setTimeout(() => act(next.action, { ...readForm(root), ...next.values }), next.afterMs);
  };

  const tell = (/** @type {'offline' | 'online' | 'resize'} */ what) => {
    if (latest !== null) carryOut(latest.signals[what]);
  };

  // The person is quicker than the scenario: the page waits for them from now on.
  root.addEventListener('pointerdown', () => latest?.next?.by === 'scenario' && clearTimeout(timer), {
    signal,
  });
  window.addEventListener('offline', () => tell('offline'), { signal });
  window.addEventListener('online', () => tell('online'), { signal });
  window.addEventListener('resize', () => tell('resize'), { signal });
  void run(() => send('/sandbox/widget', { href: location.href }));
  return () => {
    stopping.abort();
    clearTimeout(timer);
  };
}

/** @param {import('../src/widget/screens/protocol.ts').Effect} effect */
function carryOut(effect) {
  switch (effect.kind) {
    case 'post':
      // Which target origin Flinks names is not documented. Everything here is made up, so anybody may hear it.
      if (effect.to === 'webview') webview()?.postMessage(effect.message);
      else if (window.parent !== window) window.parent.postMessage(effect.message, '*');
      break;
    case 'navigate':
      if (effect.window === 'frame') window.location.assign(effect.url);
      // Of a window of another origin only `href` may be set.
      else (window.top ?? window).location.href = effect.url;
      break;
    case 'log':
      console.info(`[flinks sandbox] ${effect.text}`);
      break;
  }
}

/** @returns {{ postMessage(message: unknown): void } | undefined} React Native's bridge, when the page runs in it */
function webview() {
  /** @type {Window & { ReactNativeWebView?: { postMessage(message: unknown): void } }} */
  const host = window;
  return host.ReactNativeWebView;
}
