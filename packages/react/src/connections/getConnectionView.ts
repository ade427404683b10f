import { type Connection, remedyFor } from '@flinks-kit/core';
import type { CardAction } from '../labels/connections.en.ts';

/** What a connection needs, and how old its data is. */
export interface ConnectionView {
  readonly action: CardAction;
  /** Milliseconds since the epoch: from when on `later` is `refresh`. `null` for every other action. */
  readonly from: number | null;
  /** Whole days since Flinks last read the bank; `null` while unknown. */
  readonly daysOld: number | null;
}

/** Which button is right for a connection, and how old its data is at `now` (milliseconds since the epoch). */
export function getConnectionView(connection: Connection, now: number): ConnectionView {
  const action = rightAction(connection);
  const from = action === 'refresh' ? refreshableFrom(connection, now) : null;
  return {
    action: from === null ? action : 'later',
    from,
    daysOld: daysSince(connection.lastRefreshAt, now),
  };
}

function rightAction({ health }: Connection): CardAction {
  switch (health.status) {
    case 'ok':
      return 'refresh';
    case 'pending':
    case 'deleting':
      return 'none';
    case 'unavailable':
      // Later is now, once the person comes back: a button that may fail beats a dead end.
      return 'refresh';
    case 'needs-user':
      return health.flinksCode === null ? 'reconnect' : actionFor(health.flinksCode);
  }
}

function actionFor(flinksCode: string): CardAction {
  const { who, action } = remedyFor(flinksCode, 'authorize');
  if (who === 'developer') return 'none';
  return action === 'contact-bank' || action === 'go-to-bank' ? 'reconnect-after-bank' : 'reconnect';
}

function refreshableFrom({ refreshableAt }: Connection, now: number): number | null {
  const from = Date.parse(refreshableAt ?? '');
  return from > now ? from : null;
}

function daysSince(iso: string | null, now: number): number | null {
  if (iso === null) return null;
  const days = Math.floor((now - Date.parse(iso)) / 86_400_000);
  return Number.isNaN(days) ? null : Math.max(days, 0);
}
