import type { Connection } from '../client/connection.ts';
import type { CallOptions, ConnectClient } from '../client/flinksClient.ts';
import type { ConnectFrame } from './connectEngine.ts';
import { recordSession, type SessionRecord } from './recordSession.ts';
import type { EndedSession } from './session.ts';

/** The notes of one session that nobody else may read: its token and ids are among them. */
export interface ConnectRun {
  readonly client: ConnectClient;
  readonly record: SessionRecord;
  /** Resolves with the one end. */
  readonly ended: Promise<EndedSession>;
  readonly resolve: (ended: EndedSession) => void;
  stopListening: readonly (() => void)[];
  /** The call for an address that is under way. */
  call: AbortController;
  sessionId: string | null;
  /** The address until it is set on a frame; it is good for one loading. */
  address: string | null;
  /** The exact origin that messages must have. Empty matches nothing. */
  origin: string;
  /** The frame that was given the address. */
  placed: ConnectFrame | null;
  /** What `ACCOUNT_SELECTED` told, for a `REDIRECT` that tells nothing. */
  accountIds: readonly string[];
  /** The one automatic restart was taken. */
  restarted: boolean;
}

/** A session's notes at its very beginning. */
export function createRun(client: ConnectClient, sessionId: string | null, now: number): ConnectRun {
  let resolve: ConnectRun['resolve'] = () => undefined;
  const ended = new Promise<EndedSession>((settle) => {
    resolve = settle;
  });
  return {
    client,
    record: recordSession(now),
    ended,
    resolve,
    stopListening: [],
    call: new AbortController(),
    sessionId,
    address: null,
    origin: '',
    placed: null,
    accountIds: [],
    restarted: false,
  };
}

/** The origin of a web address. Throws for anything else: `javascript:` in a frame would run in our own page. */
export function originOf(address: string): string {
  const { origin, protocol } = new URL(address);
  if (protocol === 'https:' || protocol === 'http:') return origin;
  throw new TypeError(protocol);
}

/** The connection that a session ended in on the server. Rejects, for good, when there is none. */
export async function askStanding(
  client: ConnectClient,
  sessionId: string | null,
  options: CallOptions,
): Promise<Connection> {
  const standing = sessionId === null ? undefined : await client.getSession?.(sessionId, options);
  if (standing?.status === 'connected') return standing.connection;
  const name = standing?.status === 'failed' ? standing.code : (standing?.status ?? 'unknown');
  throw Object.assign(new Error(name), { retry: false });
}
