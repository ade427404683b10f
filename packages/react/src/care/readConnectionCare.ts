import { type Connection, remedyFor } from '@flinks-kit/core';

/** What a connection needs, and how old its data is. */
export interface ConnectionCare {
  /** The one button that is right now; `none` where waiting, or a call to the bank, is. */
  readonly action: 'refresh' | 'reconnect' | 'none';
  /** Whole days since Flinks last read the bank; `null` while unknown. */
  readonly daysOld: number | null;
}

/** Which button is right for a connection, and how old its data is at `now` (milliseconds since the epoch). */
export function readConnectionCare(connection: Connection, now: number): ConnectionCare {
  return { action: rightAction(connection), daysOld: daysSince(connection.lastRefresh, now) };
}

function rightAction({ health }: Connection): ConnectionCare['action'] {
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
      if (health.flinksCode === null) return 'reconnect';
      return remedyFor(health.flinksCode, 'authorize').retry === 'never' ? 'none' : 'reconnect';
  }
}

function daysSince(iso: string | null, now: number): number | null {
  if (iso === null) return null;
  const days = Math.floor((now - Date.parse(iso)) / 86_400_000);
  return Number.isNaN(days) ? null : Math.max(days, 0);
}
