import { ConnectPage, connectClient, renderWithKit, settled, widgetFrame, widgetOrigin } from '#test';
import { act, screen } from '@testing-library/react';
import { createConnect } from '@flinks-kit/core';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { forgetWarnings } from '../development/diagnostics.ts';
import { createFrameRef } from './frameProps.ts';

describe('frameProps', () => {
  beforeEach(forgetWarnings);
  afterEach(() => {
    vi.restoreAllMocks();
  });

  async function sandboxOf(query: string): Promise<readonly string[]> {
    const openSession = async () => ({ connectUrl: `${widgetOrigin}/v2/?${query}`, sessionId: 's1' });
    renderWithKit(<ConnectPage />, connectClient({ openSession }));
    act(() => screen.getByRole('button', { name: 'Connect' }).click());
    await settled();
    const frame = widgetFrame();
    expect(frame.src).toBe(`${widgetOrigin}/v2/?${query}`);
    return (frame.getAttribute('sandbox') ?? '').split(' ');
  }

  describe('the sandbox of the frame', () => {
    it.each(['oauthWindowRedirect=true', 'a=1&oauthWindowRedirect=true&b=2', 'oauthWindowRedirect=true#x'])(
      'allows a late full-page redirect for %s',
      async (query) => {
        const allowed = await sandboxOf(query);
        expect(allowed).toContain('allow-top-navigation');
        expect(allowed).not.toContain('allow-top-navigation-by-user-activation');
      },
    );

    it.each(['', 'oauthWindowRedirect=false', 'oauthWindowRedirect=trueish', 'x=oauthWindowRedirect=true'])(
      'needs a click of the user for %j',
      async (query) => {
        const allowed = await sandboxOf(query);
        expect(allowed).toContain('allow-top-navigation-by-user-activation');
        expect(allowed).not.toContain('allow-top-navigation');
      },
    );
  });

  describe('createFrameRef', () => {
    it('leaves a sandbox of the app alone', () => {
      const engine = createConnect({ client: () => connectClient().client });
      const frame = document.createElement('iframe');
      frame.setAttribute('sandbox', 'allow-scripts');
      createFrameRef(engine)(frame);
      frame.src = `${widgetOrigin}/v2/?oauthWindowRedirect=true`;
      expect(frame.getAttribute('sandbox')).toBe('allow-scripts');
    });

    it('warns of two frames of one session', () => {
      const warn = vi.spyOn(console, 'warn').mockReturnValue();
      const ref = createFrameRef(createConnect({ client: () => connectClient().client }));
      const frames = [document.createElement('iframe'), document.createElement('iframe')];
      document.body.append(...frames);
      for (const frame of frames) ref(frame);
      for (const frame of frames) frame.remove();
      expect(warn).toHaveBeenCalledExactlyOnceWith(expect.stringContaining('two frames show one session'));
    });
  });
});
