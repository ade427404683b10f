import { type Connection, remedyFor } from '@flinks-kit/core';
import type { CardAction } from '../labels/connections.en.ts';

/** The one button of a connection, and how old its data is. */
export interface ConnectionView {
  readonly action: CardAction;
  /** Milliseconds until `later` becomes `refresh`. 0 for every other action. */
  readonly waitMs: number;
  /** Whole days since Flinks last read the bank; `null` while unknown. */
  readonly daysOld: number | null;
}

/**
 * Which button a connection has, and how old its data is at `now` (milliseconds since the epoch; `null` while the time is
 * not known).
 */
export function getConnectionView(connection: Connection, now: number | null): ConnectionView {
  const action = actionForHealth(connection);
  const waitMs = action === 'refresh' && now !== null ? msUntil(connection.refreshableAt, now) : 0;
  return {
    action: waitMs > 0 ? 'later' : action,
    waitMs,
    daysOld: now === null ? null : daysSince(connection.lastRefreshAt, now),
  };
}

/** Whether the button opens the widget again. */
export const isReconnect = (action: CardAction): action is ReconnectAction =>
  action === 'reconnect' || action === 'reconnect-after-bank';

type ReconnectAction = 'reconnect' | 'reconnect-after-bank';

function actionForHealth({ health }: Connection): CardAction {
  switch (health.status) {
    case 'ok':
      return 'refresh';
    case 'pending':
    case 'deleting':
      return 'none';
    case 'unavailable':
      // By the time the user reads this the bank may answer again: a button that may fail beats none.
      return 'refresh';
    case 'needs-user':
      return health.flinksCode === null ? 'reconnect' : actionForCode(health.flinksCode);
  }
}

function actionForCode(flinksCode: string): CardAction {
  const { who, action } = remedyFor(flinksCode, 'authorize');
  if (who === 'developer') return 'none';
  return action === 'contact-bank' || action === 'go-to-bank' ? 'reconnect-after-bank' : 'reconnect';
}

function msUntil(iso: string | null | undefined, now: number): number {
  return Math.max(0, Date.parse(iso ?? '') - now) || 0;
}

function daysSince(iso: string | null, now: number): number | null {
  if (iso === null) return null;
  const days = Math.floor((now - Date.parse(iso)) / 86_400_000);
  return Number.isNaN(days) ? null : Math.max(days, 0);
}
