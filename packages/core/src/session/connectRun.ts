import type { Connection } from '../connections/connection.ts';
import type { CallOptions, ConnectClient } from './connectClient.ts';
import type { ConnectFrame } from './connectEngine.ts';
import type { ConnectReport } from './report.ts';
import type { EndedSession } from './session.ts';

/** The notes of one session that nobody else may read: its address and the chosen accounts are among them. */
export interface ConnectRun {
  readonly client: ConnectClient;
  /** What happens at its end: listeners stop, promises resolve. */
  readonly atEnd: ((ended: EndedSession) => void)[];
  /** What happened so far. */
  report: ConnectReport;
  /** The call for an address that is under way. */
  call: AbortController;
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

/** The origin of a web address. Throws for anything else: `javascript:` in a frame would run in our own page. */
export function originOf(address: string): string {
  if (/^https?:/i.test(address)) return new URL(address).origin;
  throw new TypeError(address.slice(0, 8));
}

/** How long to wait between two questions about a standing. Our server gives Flinks 15 s to speak for a login. */
export const standingPauses: readonly number[] = [1_000, 4_000, 10_000, 20_000, 25_000];

/** The connection that a session ended in on the server. Rejects for good when there is none, or not yet. */
export async function askStanding(
  client: ConnectClient,
  sessionId: string | null,
  options: CallOptions,
): Promise<Connection> {
  const standing = sessionId === null ? null : await client.getSession?.(sessionId, options);
  if (standing?.status === 'connected') return standing.connection;
  throw Object.assign(new Error(standing?.status), { retry: standing?.status === 'linking' });
}
