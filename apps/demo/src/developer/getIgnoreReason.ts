import type { ConnectSession } from '@flinks-kit/react';
import { isTrustedMessage, parseConnectMessage } from '@flinks-kit/core/wire';

/** Why a message of the window did not count; `null` for one that did. The same questions as the kit's gate, in order. */
export function whyIgnored(event: Heard, { session, frame, origin }: Listening): IgnoredWhy | null {
  if (session.status !== 'loading' && session.status !== 'active') return 'no-session';
  if (frame === null || event.source !== frame) return 'other-window';
  if (!isTrustedMessage(event, { origin, source: frame })) return 'other-origin';
  return parseConnectMessage(event.data) === undefined ? 'not-flinks' : null;
}

/**
 * `no-session`: nothing was open · `other-window`: not from our frame · `other-origin`: our frame had left Flinks'
 * origin · `not-flinks`: nothing that Flinks would say.
 */
export type IgnoredWhy = 'no-session' | 'other-window' | 'other-origin' | 'not-flinks';

/** What is needed of a `MessageEvent`. */
interface Heard {
  readonly data: unknown;
  readonly origin: string;
  readonly source: unknown;
}

/** Who is being listened to. */
interface Listening {
  readonly session: ConnectSession;
  /** The window of the kit's frame. */
  readonly frame: unknown;
  /** Of the address that the session was given. */
  readonly origin: string;
}
