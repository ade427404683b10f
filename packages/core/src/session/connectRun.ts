import type { ConnectClient } from './connectClient.ts';
import type { ConnectFrame } from './connectEngine.ts';
import type { ConnectReport } from './report.ts';
import type { EndedSession } from './session.ts';

/** The private data of one session: its address and the chosen accounts are in no snapshot. */
export interface ConnectRun {
  readonly client: ConnectClient;
  /** Runs at the session's end: listeners stop, promises resolve. */
  readonly onEnd: ((ended: EndedSession) => void)[];
  report: ConnectReport;
  /** The call for an address. */
  call: AbortController;
  /** The address until it is set on a frame; it is good for one loading. */
  address: string | null;
  /** The exact origin that messages must have. Empty matches nothing. */
  origin: string;
  /** The frame that got the address, and the window it had then. */
  frame?: ConnectFrame | null;
  window?: unknown;
  /** The account ids of `ACCOUNT_SELECTED`, for a `REDIRECT` that has none. */
  accountIds: readonly string[];
  /** How many tokens Flinks refused: one is replaced, two are a failure. */
  refusals: number;
  /** How often another element took the place of the frame. */
  replacements: number;
}

/** The origin of a web address. Throws for anything else: `javascript:` in a frame would run in our own page. */
export function originOf(address: string): string {
  if (/^https?:/i.test(address)) return new URL(address).origin;
  throw new TypeError(address.slice(0, 8));
}
