import type { Connection, FlinksClient } from '@flinks-kit/core';
import { act, render, screen } from '@testing-library/react';
import { type ReactElement, StrictMode } from 'react';
import { createPortal } from 'react-dom';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { connectClient, postFromWidget, settled } from '#test';
import { FlinksProvider } from '../provider/FlinksProvider.tsx';
import { FlinksConnect } from '../session/FlinksConnect.tsx';
import { useFlinksConnect } from '../session/useFlinksConnect.ts';
import { forgetWarnings } from './diagnostics.ts';

const onWarning = vi.fn<(message: string) => void>();
const warnings = () => onWarning.mock.calls.map(([message]) => message);

function Session({ frames }: { readonly frames: number }): ReactElement {
  const connect = useFlinksConnect();
  return (
    <>
      <button onClick={() => connect.open()}>Connect</button>
      <button onClick={() => connect.retry()}>Again</button>
      {Array.from({ length: frames }, (_, index) => (
        // oxlint-disable-next-line react/no-array-index-key -- they never change
        <FlinksConnect key={index} connect={connect} />
      ))}
    </>
  );
}

async function open(frames: number, client: FlinksClient = connectClient().client): Promise<void> {
  render(
    <StrictMode>
      <FlinksProvider client={client} onWarning={onWarning}>
        <Session frames={frames} />
      </FlinksProvider>
    </StrictMode>,
  );
  act(() => screen.getByText('Connect').click());
  await settled();
}

function violate(effectiveDirective: string): void {
  const blockedURI = 'https://example-iframe.private.fin.ag';
  act(() => {
    document.dispatchEvent(
      Object.assign(new Event('securitypolicyviolation'), { effectiveDirective, blockedURI }),
    );
  });
}

const advance = (ms: number): Promise<unknown> => act(() => vi.advanceTimersByTimeAsync(ms));

describe('development warnings', () => {
  beforeEach(() => {
    vi.useFakeTimers({ shouldAdvanceTime: true });
    forgetWarnings();
    onWarning.mockClear();
  });
  afterEach(() => {
    vi.useRealTimers();
    vi.restoreAllMocks();
    Reflect.deleteProperty(globalThis, 'crossOriginIsolated');
  });

  it('name a Content-Security-Policy that blocks the frame, once', async () => {
    await open(1);
    violate('frame-src');
    violate('frame-src');
    expect(warnings()).toEqual([
      expect.stringMatching(/\(frame-src\) blocks https:\/\/example-iframe.*contentSecurityPolicy/),
    ]);
  });

  it('leave other violations, and those of a page without our frame, to the page', async () => {
    await open(1);
    violate('script-src');
    act(() => document.querySelector('iframe')?.remove());
    violate('frame-src');
    expect(warnings()).toEqual([]);
  });

  it('name what may keep a slow frame from loading, once', async () => {
    await open(1);
    await advance(10_000);
    act(() => screen.getByText('Again').click());
    await settled();
    await advance(10_000);
    expect(warnings()).toEqual([expect.stringMatching(/does not load.*X-Frame-Options.*network panel/)]);
  });

  it('name cross-origin isolation, once, where the frame does not load', async () => {
    Object.assign(globalThis, { crossOriginIsolated: true });
    await open(1);
    expect(warnings()).toEqual([]);
    await advance(10_000);
    act(() => screen.getByText('Again').click());
    await settled();
    await advance(10_000);
    expect(warnings()).toEqual([
      expect.stringContaining('does not load'),
      expect.stringMatching(/cross-origin isolated.*credentialless/),
    ]);
  });

  it('name what a client of the app’s own leaves out of a connection', async () => {
    const linkConnection = async (): Promise<Connection> => JSON.parse('{"id":"c1","health":{}}');
    await open(1, connectClient({ linkConnection }).client);
    postFromWidget({ step: 'REDIRECT', loginId: 'l' });
    await settled();
    expect(warnings()).toEqual([
      expect.stringContaining('without institution, createdAt, lastRefreshAt, accounts, duplicates, which'),
    ]);
  });

  it('name a frame in another window than the code that opened it, whose messages never arrive', async () => {
    const warn = vi.spyOn(console, 'warn').mockReturnValue();
    const popUp = document.body.appendChild(document.createElement('iframe'));
    function PopUp(): ReactElement {
      const connect = useFlinksConnect();
      return (
        <>
          <button onClick={() => connect.open()}>Connect</button>
          {createPortal(<FlinksConnect connect={connect} />, popUp.contentDocument!.body)}
        </>
      );
    }
    const { unmount } = render(
      <FlinksProvider client={connectClient().client}>
        <PopUp />
      </FlinksProvider>,
    );
    act(() => screen.getByText('Connect').click());
    await settled();
    expect(warn.mock.calls.flat()).toContainEqual(expect.stringContaining('in another window'));
    unmount();
    popUp.remove();
  });

  it('name two frames of one session, once', async () => {
    const warn = vi.spyOn(console, 'warn').mockReturnValue();
    await open(2);
    await advance(1_000);
    expect(warn.mock.calls.filter(([message]) => String(message).includes('two frames'))).toHaveLength(1);
  });

  it('name a session without a rendered frame, once', async () => {
    await open(0);
    await advance(5_000);
    act(() => screen.getByText('Connect').click());
    await settled();
    await advance(5_000);
    expect(warnings()).toEqual([expect.stringMatching(/no frame was mounted.*<FlinksConnect connect=/)]);
  });

  it('stay silent in a session that goes well', async () => {
    const warn = vi.spyOn(console, 'warn').mockReturnValue();
    await open(1);
    await advance(9_000);
    expect(warnings()).toEqual([]);
    expect(warn).not.toHaveBeenCalled();
  });
});
