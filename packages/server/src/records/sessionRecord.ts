import type { ConnectLanguage, ConnectReport } from '@flinks-kit/core';
import type { Sealed } from '../crypto/Sealed.ts';

/** One opening of the widget. Instants are milliseconds since the epoch. */
export interface SessionRecord {
  readonly id: string;
  readonly userId: string;
  /** Our nonce: Flinks' `tag` parameter, and it must match when it comes back. */
  readonly tag: string;
  readonly language: ConnectLanguage;
  /** The connection that this session reconnects; `null` when it makes a new one. */
  readonly reconnects: string | null;
  /** Whether the widget asked which accounts to share: if so, an empty answer means none. */
  readonly selectorOn: boolean;
  readonly createdAt: number;
  readonly expiresAt: number;
  readonly standing: SessionStandingRecord;
  readonly report: ConnectReport | null;
}

/** Where a session stands. An intent is written before Flinks is asked, so that no bank login is ever lost. */
export type SessionStandingRecord =
  | { readonly status: 'open' }
  | { readonly status: 'linking'; readonly intent: LinkIntent }
  | { readonly status: 'connected'; readonly intent: LinkIntent; readonly connectionId: string }
  | { readonly status: 'failed'; readonly intent: LinkIntent; readonly code: string };

/** What the widget handed over. */
export interface LinkIntent {
  readonly login: Sealed;
  /** Flinks' ids of the chosen accounts. */
  readonly accountIds: readonly string[];
  /** When it came: milliseconds since the epoch. */
  readonly claimedAt: number;
}
