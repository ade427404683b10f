import type { ConnectReport } from '@flinks-kit/core';
import type { FlinksCode } from '@flinks-kit/core/wire';

/**
 * What `onEvent` of `createFlinksServer` receives. No id of Flinks and no account data is in it. Events are best effort:
 * one is sent after the fact was stored, and may be lost in a crash.
 */
export type FlinksEvent = {
  /** ISO 8601 in UTC. */
  readonly at: string;
  readonly userId: string;
} & (
  | { readonly type: 'linked'; readonly connectionId: string; readonly reconnected: boolean }
  | { readonly type: 'refreshed'; readonly connectionId: string }
  | { readonly type: 'needs-user'; readonly connectionId: string; readonly flinksCode: FlinksCode | null }
  | { readonly type: 'deleted'; readonly connectionId: string }
  /** How a session went; sent for sessions that were never completed, too. */
  | { readonly type: 'session-reported'; readonly sessionId: string; readonly report: ConnectReport }
);

/** Which user did what, for an audit trail: `onAudit` of `createFlinksServer`. No data, only the fact. */
export interface AuditEntry {
  /** ISO 8601 in UTC. */
  readonly at: string;
  readonly userId: string;
  readonly action: AuditAction;
  readonly connectionId: string | null;
  readonly sessionId: string | null;
}

/** The audited actions. */
export type AuditAction =
  | 'session-opened'
  | 'return-refused'
  | 'linked'
  | 'link-refused'
  | 'login-adopted'
  | 'login-shared'
  | 'login-not-fresh'
  | 'login-unconfirmed'
  | 'login-contested'
  | 'login-verified'
  | 'unverified-expired'
  /** Once for each viewing: a page that polls, or a user who looks again within five minutes, is one. */
  | 'accounts-viewed'
  | 'eft-instruction-given'
  | 'refreshed'
  | 'nightly-refresh-changed'
  | 'deleted';
