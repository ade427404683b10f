import type { ConnectSession } from '@flinks-kit/react';
import { isTrustedMessage, parseConnectMessage } from '@flinks-kit/core/wire';

/** Why the kit ignores a message; `null` if it accepts it. The same checks as the kit's, in the same order. */
export function getIgnoreReason(
  event: ReceivedMessage,
  { session, frame, origin }: OpenSession,
): IgnoreReason | null {
  if (session.status !== 'loading' && session.status !== 'active') return 'no-session';
  if (frame === null || event.source !== frame) return 'other-window';
  if (!isTrustedMessage(event, { origin, source: frame })) return 'other-origin';
  return parseConnectMessage(event.data) === undefined ? 'not-flinks' : null;
}

/**
 * `no-session`: no session is open · `other-window`: not from the widget's iframe · `other-origin`: the iframe had
 * left Flinks' origin · `not-flinks`: not a message of Flinks Connect.
 */
export type IgnoreReason = 'no-session' | 'other-window' | 'other-origin' | 'not-flinks';

/** The fields of a `MessageEvent` that the checks read. */
interface ReceivedMessage {
  readonly data: unknown;
  readonly origin: string;
  readonly source: unknown;
}

interface OpenSession {
  readonly session: ConnectSession;
  /** The window of the widget's iframe. */
  readonly frame: unknown;
  /** Of the session's `connectUrl`. */
  readonly origin: string;
}
