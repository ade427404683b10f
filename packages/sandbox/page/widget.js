// @ts-check
import { drawScreen } from './drawScreen.js';
import { element } from './element.js';
import { fillIn, readForm } from './formValues.js';

/** @typedef {import('../src/widget/screens/protocol.ts').WidgetReply} WidgetReply */

/**
 * Runs the widget: gets the next screen from the backend, draws it, and posts its messages. The rules are in the
 * backend, so nothing in this file knows a step of Flinks. While the backend cannot be reached, the screen stays, shows
 * so, and the last action is sent again: when the browser reports the network, when the user presses retry, and every
 * few seconds.
 *
 * @param {object} [options]
 * @param {(request: Request) => Promise<Response>} [options.fetch] sends a request; the network by default
 * @param {URL | Location} [options.location] the widget's address with its parameters
 * @param {HTMLElement} [options.root]
 * @returns {() => void} stops everything
 */
export function startWidget({
  fetch: send = (request) => fetch(request),
  location = window.location,
  root = document.getElementById('widget') ?? document.body,
} = {}) {
  /** @type {WidgetReply | null} */
  let latest = null;
  /** @type {ReturnType<typeof setTimeout> | undefined} */
  let timer;
  /** The call that could not be sent. @type {(() => Promise<void>) | null} */
  let unsent = null;
  let busy = false;
  const stopping = new AbortController();
  const { signal } = stopping;

  const post = (/** @type {string} */ path, /** @type {unknown} */ body) =>
    send(
      new Request(new URL(path, location.href), {
        method: 'POST',
        headers: { 'content-type': 'application/json' },
        body: JSON.stringify(body),
      }),
    );

  /** @type {(call: () => Promise<Response>) => Promise<void>} */
  const run = async (call) => {
    if (busy || signal.aborted) return;
    busy = true;
    clearTimeout(timer);
    /** @type {Response | null} */
    const response = await call().catch(() => null);
    busy = false;
    if (signal.aborted) return;
    if (response === null) return waitForNetwork(() => run(call));
    unsent = null;
    const reply = await response.json().catch(() => ({}));
    if (response.ok) take(reply);
    else warn(reply.Message ?? `The sandbox answered ${response.status}.`, null);
  };

  const waitForNetwork = (/** @type {() => Promise<void>} */ again) => {
    unsent = again;
    const { text, retry } = latest?.offline ?? offlineTexts(location);
    warn(text, { label: retry, press: again });
    timer = setTimeout(again, retryEveryMs);
  };

  // Above the screen, which stays as it is. A warning that is already there stays too: screen readers announce it once.
  const warn = (
    /** @type {string} */ text,
    /** @type {{ label: string, press: () => void } | null} */ retry,
  ) => {
    const shown = root.querySelector('.connection');
    if (shown?.firstElementChild?.textContent === text) return;
    shown?.remove();
    const button =
      retry === null
        ? ''
        : element('button', { type: 'button', className: 'plain', onclick: retry.press }, retry.label);
    const warning = element(
      'div',
      { className: 'connection', role: 'alert' },
      element('p', {}, text),
      button,
    );
    root.prepend(warning);
  };

  const act = (
    /** @type {string} */ action,
    /** @type {Record<string, string | readonly string[]>} */ values = {},
  ) => {
    const { id, turn } = latest ?? {};
    return run(() => post(`/sandbox/widget/${id}`, { action, values, turn }));
  };

  const take = (/** @type {WidgetReply} */ reply) => {
    root.querySelector('.connection')?.remove();
    const before = latest;
    latest = reply;
    drawScreen(root, reply.screen, { before: before?.screen ?? null, act });
    for (const effect of reply.effects) perform(effect);
    const { next } = reply;
    if (next === null) return;
    fillIn(root, next.values);
    timer = setTimeout(() => act(next.action, { ...readForm(root), ...next.values }), next.afterMs);
  };

  const postSignal = (/** @type {'offline' | 'online' | 'resize'} */ what) => {
    if (latest !== null) perform(latest.signals[what]);
  };

  // The user is quicker than the scenario: from now on the page waits for the user.
  root.addEventListener('pointerdown', () => latest?.next?.by === 'scenario' && clearTimeout(timer), {
    signal,
  });
  window.addEventListener('offline', () => postSignal('offline'), { signal });
  window.addEventListener(
    'online',
    () => {
      postSignal('online');
      void unsent?.();
    },
    { signal },
  );
  window.addEventListener('resize', () => postSignal('resize'), { signal });
  const stopWatching = watchHeight(root, () => postSignal('resize'));
  void run(() => post('/sandbox/widget', { href: location.href }));
  return () => {
    stopping.abort();
    stopWatching();
    clearTimeout(timer);
  };
}

/**
 * Calls back whenever the content becomes higher or lower than it was.
 *
 * @param {HTMLElement} root
 * @param {() => void} onChange
 */
function watchHeight(root, onChange) {
  if (typeof ResizeObserver === 'undefined') return () => {};
  let height = root.offsetHeight;
  let width = root.offsetWidth;
  const observer = new ResizeObserver(() => {
    const { offsetHeight, offsetWidth } = root;
    // A change of the width comes with the window's own event.
    const grew = offsetHeight !== height && offsetWidth === width;
    height = offsetHeight;
    width = offsetWidth;
    if (grew) onChange();
  });
  observer.observe(root);
  return () => observer.disconnect();
}

/** @param {import('../src/widget/screens/protocol.ts').Effect} effect */
function perform(effect) {
  switch (effect.kind) {
    case 'post':
      // Flinks' target origin is not documented. All data here is made up, so any origin may read it.
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

/**
 * The texts before the first reply brought any.
 *
 * @param {URL | Location} location
 */
function offlineTexts({ search }) {
  return new URLSearchParams(search).get('language') === 'fr'
    ? { text: 'Le bac à sable est injoignable. La page réessaie.', retry: 'Réessayer' }
    : { text: 'The sandbox cannot be reached. This page keeps trying.', retry: 'Try again' };
}

const retryEveryMs = 3000;
