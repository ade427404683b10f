import type { Connection } from '../connections/connection.ts';
import type { FlinksCode } from '../wire/flinksCodes.ts';
import type { ConnectReport } from './report.ts';
import type { ConnectStage } from '../wire/steps.ts';
import type { ExitReason } from './exits.ts';

/** The state of connecting one bank. `status` decides which fields exist. */
export type ConnectSession = IdleSession | LiveSession | EndedSession;

/** No session. */
export interface IdleSession {
  readonly status: 'idle';
}

/** The state before `open`, and after `reset`. */
export const idleSession: IdleSession = { status: 'idle' };

/** A session under way. */
export type LiveSession = LiveFacts &
  (
    | { /** Asking our server for an address. */ readonly status: 'preparing' }
    | {
        /** The frame is mounted, `APP_MOUNTED` was not seen yet. */ readonly status: 'loading';
      }
    | {
        readonly status: 'active';
        readonly stage: ConnectStage | null;
        readonly institution: string | null;
        readonly mfaTypes: readonly string[];
        readonly popupBlocked: boolean;
        /** The last problem the widget showed. Not an end: the widget offers its own retry. */
        readonly lastError: { readonly flinksCode: FlinksCode } | null;
      }
    | {
        /** `REDIRECT` came; our server is taking over. */ readonly status: 'linking';
        readonly institution: string | null;
      }
  );

/** Facts that hold in every live state. */
export interface LiveFacts {
  /** How many addresses this session used: 1, and one more for each retry, refused token or replaced frame. */
  readonly attempt: number;
  /** The browser or the widget reported no network. Only a hint: any answer or message sets it back. */
  readonly offline: boolean;
  /** What takes longer than usual; a flag, never an end. */
  readonly slow: 'frame' | 'bank' | 'mfa-expiring' | null;
}

/** A session that is over, with its report. */
export type EndedSession = { readonly report: ConnectReport } & SessionEnd;

/** How a session ended. */
export type SessionEnd =
  | {
      /** Stored; its data may still be on the way. */ readonly status: 'connected';
      readonly connection: Connection;
    }
  | { readonly status: 'exited'; readonly reason: ExitReason }
  | { readonly status: 'failed'; readonly error: ConnectFailure };

/** Why a session failed. `retry`: opening again may help. */
export interface ConnectFailure {
  readonly code: ConnectFailureCode;
  readonly retry: boolean;
  readonly cause?: unknown;
}

/** Known failures; open, since newer servers may name others. */
export type ConnectFailureCode =
  | 'session-refused'
  | 'token-refused'
  | 'frame-not-loaded'
  | 'frame-not-mounted'
  | 'frame-replaced-too-often'
  | 'redirect-without-login'
  | 'link-refused'
  | 'return-refused'
  | 'answer-unreadable'
  | (string & {});
