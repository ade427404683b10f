import type { ConnectEngine } from '@flinks-kit/core';
import type { HTMLAttributeReferrerPolicy } from 'react';

/**
 * What the frame needs, for an `<iframe>` of your own. Two attributes are missing on purpose, since the `ref` sets
 * them in the order that works: the address, which holds a one-time token, and before it the `sandbox` (scripts,
 * forms, bank windows free of the sandbox, and leaving the page only by a person's click) unless you gave one.
 */
export interface ConnectFrameProps {
  readonly ref: (frame: HTMLIFrameElement | null) => void;
  readonly title: string;
  /** As Flinks' own pages embed the widget. Add `camera` where its card scanner is used (docs/flinks/connect.md 5). */
  readonly allow: string;
  /** The widget learns the page's origin and no more; with `no-referrer` return trips are known to break. */
  readonly referrerPolicy: HTMLAttributeReferrerPolicy;
}

/** The attributes that the contract advises. */
export function createFrameProps(ref: ConnectFrameProps['ref'], title: string): ConnectFrameProps {
  return { ref, title, allow: 'clipboard-write; fullscreen', referrerPolicy: 'strict-origin' };
}

/** A ref that hands frames to an engine. Keep it: a new one would take the frame away and hand it over again. */
export function createFrameRef(engine: ConnectEngine): ConnectFrameProps['ref'] {
  return (frame) => {
    // Not as a prop: a sandboxed frame that is inserted empty has our own origin, and browsers warn of that.
    if (frame && !frame.hasAttribute('sandbox')) frame.setAttribute('sandbox', sandbox);
    engine.attachFrame(frame);
  };
}

const sandbox =
  'allow-scripts allow-same-origin allow-forms allow-popups allow-popups-to-escape-sandbox allow-top-navigation-by-user-activation';
