import type { ConnectEngine } from '@flinks-kit/core';
import type { HTMLAttributeReferrerPolicy } from 'react';
import { noteFrame } from '../development/diagnostics.ts';

declare const process: { readonly env: { readonly NODE_ENV?: string } };

/**
 * Attributes for an `<iframe>` of your own. Two are missing on purpose, since the `ref` sets them in the order that
 * works: the address, which holds a one-time token, and before it the `sandbox`, unless you gave one. It allows scripts,
 * forms and bank windows outside the sandbox. Leaving the page needs a click of the user, except where the session's
 * address lets the bank open in the whole page (`oauthWindowRedirect=true`): the widget's request may outlast the
 * five seconds for which browsers remember a click.
 */
export interface ConnectFrameProps {
  readonly ref: (frame: HTMLIFrameElement | null) => void;
  readonly title: string;
  /** As Flinks' own pages embed the widget. Add `camera` where its card scanner is used (docs/flinks/connect.md 5). */
  readonly allow: string;
  /** The widget learns the page's origin and no more; with `no-referrer` return trips are known to break. */
  readonly referrerPolicy: HTMLAttributeReferrerPolicy;
}

/** The attributes that docs/flinks/connect.md 5 advises. */
export const frameAttributes = {
  allow: 'clipboard-write; fullscreen',
  referrerPolicy: 'strict-origin',
} as const satisfies Partial<ConnectFrameProps>;

/** A ref that hands frames to an engine. Keep it: a new one would remove the frame and attach it again. */
export function createFrameRef(engine: ConnectEngine): ConnectFrameProps['ref'] {
  return (frame) => {
    if (process.env.NODE_ENV !== 'production') noteFrame(engine, frame);
    const isSandboxed = frame?.hasAttribute('sandbox');
    // The sandbox counts from the next navigation on, and only the address shows which one it needs. It is no prop: a
    // sandboxed frame that is inserted empty has our own origin, and browsers warn of that.
    engine.attachFrame(frame, (address) => {
      if (isSandboxed) return;
      const leaves = /[?&]oauthWindowRedirect=true\b/.test(address);
      frame?.setAttribute(
        'sandbox',
        `allow-scripts allow-same-origin allow-forms allow-popups allow-popups-to-escape-sandbox allow-top-navigation${leaves ? '' : '-by-user-activation'}`,
      );
    });
  };
}
