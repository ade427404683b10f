import type { ConnectEngine } from '@flinks-kit/core';
import type { HTMLAttributeReferrerPolicy } from 'react';

/**
 * What the frame needs, for an `<iframe>` of your own. There is no `src` among it: the address holds a one-time
 * token, and the engine sets it on the element that `ref` hands over.
 */
export interface ConnectFrameProps {
  readonly ref: (frame: HTMLIFrameElement | null) => void;
  readonly title: string;
  /** As Flinks' own pages embed the widget. Add `camera` where its card scanner is used (contract: connect.md 5). */
  readonly allow: string;
  /** The widget learns the page's origin and no more; with `no-referrer` return trips are known to break. */
  readonly referrerPolicy: HTMLAttributeReferrerPolicy;
  /** Scripts, forms, and bank windows that are free of this sandbox; the page is left only by a person's click. */
  readonly sandbox: string;
}

/** The attributes that the contract advises. */
export function createFrameProps(engine: ConnectEngine, title: string): ConnectFrameProps {
  return {
    ref: engine.attachFrame,
    title,
    allow: 'clipboard-write; fullscreen',
    referrerPolicy: 'strict-origin',
    sandbox:
      'allow-scripts allow-same-origin allow-forms allow-popups allow-popups-to-escape-sandbox allow-top-navigation-by-user-activation',
  };
}
