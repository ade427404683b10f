import type { Connection } from '../connections/connection.ts';
import type { FlinksCode } from '../wire/flinksCodes.ts';
import type { ConnectReport } from './report.ts';
import type { ConnectStage, ExitReason } from './stages.ts';

/** What the widget's messages add up to. `status` decides which fields exist. */
export type ConnectSession = IdleSession | LiveSession | EndedSession;

/** Nothing is going on. */
export interface IdleSession {
  readonly status: 'idle';
}

/** The session before anything happened. */
export const idleSession: IdleSession = { status: 'idle' };

/** A session under way. */
export type LiveSession = LiveFacts &
  (
    | { /** Asking our server for an address. */ readonly status: 'preparing' }
    | { /** The frame is mounted, `APP_MOUNTED` was not seen yet. */ readonly status: 'loading' }
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
  /** How many addresses this session took: 1, 2 after the one automatic restart, more when the person retried. */
  readonly attempt: number;
  readonly offline: boolean;
  /** What is taking longer than it should; a flag, never an end. */
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

/** Why a session could not go on. `retry` says whether opening again may help. */
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
  | 'redirect-without-login'
  | 'link-refused'
  | 'return-refused'
  | (string & {});
