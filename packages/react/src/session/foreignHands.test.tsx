import { act, screen } from '@testing-library/react';
import * as React from 'react';
import { type ComponentType, type ReactElement, type ReactNode, Suspense, useState } from 'react';
import { createPortal } from 'react-dom';
import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import { connectClient, postFromWidget, renderWithKit, settled, StatusPage, widgetFrame } from '#test';
import { FlinksConnect } from './FlinksConnect.tsx';
import { FlinksConnectDialog } from './FlinksConnectDialog.tsx';
import { useFlinksConnect } from './useFlinksConnect.ts';

// What the browser, its extensions and an app's own code do to the frame of a session.

const loginId = '11111111-2222-4333-8444-555555555555';
const press = (name: string | RegExp): Promise<void> =>
  act(async () => screen.getByRole('button', { name }).click());
const status = () => document.querySelector('output')?.textContent;
const advance = (ms: number) => act(() => vi.advanceTimersByTimeAsync(ms));

async function open(): Promise<void> {
  await press('Connect');
  await settled();
}

describe('the frame of a session', () => {
  beforeEach(() => {
    vi.useFakeTimers({ shouldAdvanceTime: true });
  });
  afterEach(() => {
    vi.useRealTimers();
  });

  test('that an extension took out of the page does not break the next try', async () => {
    renderWithKit(<StatusPage />, connectClient());
    await open();
    widgetFrame().remove();
    await advance(10_000);
    await press('Try again');
    await settled();
    postFromWidget({ step: 'APP_MOUNTED' });
    expect(status()).toBe('active');
  });

  test('that an extension took out of the page does not break the end of the session', async () => {
    renderWithKit(<StatusPage />, connectClient());
    await open();
    widgetFrame().remove();
    await advance(60_000);
    expect(status()).toBe('failed');
    await press('Try again');
    expect(status()).toBe('loading');
  });

  test('that an extension wrapped into an element of its own does not break the end', async () => {
    renderWithKit(<StatusPage />, connectClient());
    await open();
    const frame = widgetFrame();
    const wrapper = document.createElement('div');
    frame.replaceWith(wrapper);
    wrapper.append(frame);
    postFromWidget({ step: 'REDIRECT', loginId });
    await settled();
    expect(status()).toBe('connected');
  });

  test.each([
    ['an attribute of a password manager', (frame: Element) => frame.setAttribute('data-lpignore', 'true')],
    ['a style of a dark mode', (frame: Element) => frame.setAttribute('style', 'filter: invert(1)')],
    ['another title', (frame: Element) => frame.setAttribute('title', 'Cadre')],
    ['a class', (frame: Element) => frame.classList.add('notranslate')],
  ])('keeps its session with %s', async (_name, change) => {
    renderWithKit(<StatusPage />, connectClient());
    await open();
    const frame = widgetFrame();
    change(frame);
    postFromWidget({ step: 'COMPONENT_LOAD_CREDENTIAL' });
    expect(widgetFrame()).toBe(frame);
    expect(status()).toBe('active');
    postFromWidget({ step: 'REDIRECT', loginId });
    await settled();
    expect(status()).toBe('connected');
  });

  test('moves to another container of a portal with one more address', async () => {
    const { client, opened } = connectClient();
    const onExited = vi.fn();
    const places = [document.createElement('div'), document.createElement('div')] as const;
    document.body.append(...places);
    function Moving(): ReactElement {
      const connect = useFlinksConnect({ onExited });
      const [place, setPlace] = useState<0 | 1>(0);
      return (
        <>
          <button onClick={connect.open}>Connect</button>
          <button onClick={() => setPlace(1)}>Move</button>
          <output>{connect.session.status}</output>
          {createPortal(<FlinksConnect connect={connect} />, places[place])}
        </>
      );
    }
    renderWithKit(<Moving />, { client });
    await open();
    await press('Move');
    await settled();
    await advance(3_000);
    postFromWidget({ step: 'APP_MOUNTED' });
    expect(status()).toBe('active');
    expect(opened).toHaveLength(2);
    expect(onExited).not.toHaveBeenCalled();
    places.forEach((place) => place.remove());
  });

  test('of an app’s own, whose ref has a cleanup, keeps its session through many renders', async () => {
    const { client, opened } = connectClient();
    const onExited = vi.fn();
    function Own(): ReactElement {
      const connect = useFlinksConnect({ onExited });
      const [count, setCount] = useState(0);
      const { ref, ...props } = connect.frameProps ?? {};
      return (
        <>
          <button onClick={connect.open}>Connect</button>
          <button onClick={() => setCount(count + 1)}>Render</button>
          <output>{connect.session.status}</output>
          {ref && (
            // oxlint-disable-next-line react/iframe-missing-sandbox -- the ref sets it
            <iframe
              {...props}
              title="Own"
              // A new function at each render: the former is called with null, or its cleanup is called.
              ref={(frame) => {
                ref(frame);
                return () => ref(null);
              }}
            />
          )}
        </>
      );
    }
    renderWithKit(<Own />, { client });
    await open();
    const frame = widgetFrame();
    for (let time = 0; time < 12; time += 1) {
      // oxlint-disable-next-line no-await-in-loop -- time passes between the renders
      await advance(1_000);
      // oxlint-disable-next-line no-await-in-loop
      await press('Render');
    }
    expect(widgetFrame()).toBe(frame);
    expect(opened).toHaveLength(1);
    expect(onExited).not.toHaveBeenCalled();
    expect(status()).toBe('loading');
  });

  test('has a name also where the app’s own is undefined', async () => {
    function Untitled(): ReactElement {
      const connect = useFlinksConnect();
      // As an app in JavaScript whose text is missing.
      const frame: object = { title: undefined };
      return (
        <>
          <button onClick={connect.open}>Connect</button>
          <FlinksConnect connect={connect} frame={frame} />
        </>
      );
    }
    renderWithKit(<Untitled />, connectClient());
    await open();
    expect(widgetFrame()).toHaveAttribute('title', 'Connect your bank account');
  });

  test('waits for its mount as long as the kit does where the app’s own time is undefined', async () => {
    const onFailed = vi.fn();
    function Unmounted(): ReactElement {
      const watchdogs: object = { mount: undefined, frame: undefined };
      const connect = useFlinksConnect({ onFailed, watchdogs });
      return <button onClick={connect.open}>Connect</button>;
    }
    vi.spyOn(console, 'error').mockReturnValue();
    renderWithKit(<Unmounted />, connectClient());
    await open();
    await advance(4_000);
    expect(onFailed).not.toHaveBeenCalled();
    await advance(2_000);
    expect(onFailed).toHaveBeenCalledExactlyOnceWith(
      expect.objectContaining({ code: 'frame-not-mounted' }),
      expect.anything(),
    );
    vi.restoreAllMocks();
  });

  // React 18 has no Activity.
  const Activity: unknown = Reflect.get(React, 'Activity');
  test.runIf(Activity)('is hidden and shown again several times by Activity, in one session', async () => {
    const { client, opened } = connectClient();
    const onExited = vi.fn();
    // oxlint-disable-next-line typescript/no-unsafe-type-assertion -- types of React 18, under which this compiles too, lack it
    const Hider = Activity as ComponentType<{ mode: 'visible' | 'hidden'; children: ReactNode }>;
    function Page(): ReactElement {
      const [isHidden, setHidden] = useState(false);
      return (
        <>
          <button onClick={() => setHidden(!isHidden)}>Toggle</button>
          <Hider mode={isHidden ? 'hidden' : 'visible'}>
            <StatusPage onExited={onExited} />
          </Hider>
        </>
      );
    }
    renderWithKit(<Page />, { client });
    await open();
    const frame = widgetFrame();
    for (let time = 0; time < 6; time += 1) {
      // oxlint-disable-next-line no-await-in-loop -- one after the other
      await press('Toggle');
      // oxlint-disable-next-line no-await-in-loop
      await advance(2_000);
    }
    expect(widgetFrame()).toBe(frame);
    expect(opened).toHaveLength(1);
    expect(onExited).not.toHaveBeenCalled();
    postFromWidget({ step: 'REDIRECT', loginId });
    await settled();
    expect(status()).toBe('connected');
  });

  test('that is mounted again by its key inside Suspense that waits again takes one more address', async () => {
    const { client, opened } = connectClient();
    const onExited = vi.fn();
    let isWaiting = false;
    const never = new Promise<never>(() => undefined);
    function MayWait(): null {
      if (isWaiting) throw never;
      return null;
    }
    function Page(): ReactElement {
      const connect = useFlinksConnect({ onExited });
      const [key, setKey] = useState(0);
      return (
        <>
          <button onClick={connect.open}>Connect</button>
          <button onClick={() => setKey(key + 1)}>Key</button>
          <output>{connect.session.status}</output>
          <Suspense fallback="…">
            <FlinksConnectDialog key={key} connect={connect} />
            <MayWait />
          </Suspense>
        </>
      );
    }
    renderWithKit(<Page />, { client, strict: false });
    await press('Connect');
    await settled();
    isWaiting = true;
    await press('Key');
    await settled();
    isWaiting = false;
    await press('Key');
    await settled();
    postFromWidget({ step: 'APP_MOUNTED' });
    expect(status()).toBe('active');
    expect(opened.length).toBeLessThanOrEqual(3);
    expect(onExited).not.toHaveBeenCalled();
  });
});
