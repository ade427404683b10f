import type { Connection } from '@flinks-kit/core';

/** A connection that is well, read an hour before `sampleNow`. */
export function sampleConnection(facts: Partial<Connection> = {}): Connection {
  return {
    id: 'connection-1',
    institution: 'FlinksCapital',
    createdAt: '2026-11-01T12:00:00Z',
    lastRefreshAt: '2026-11-20T14:05:00Z',
    accountsCount: 3,
    nightlyRefresh: null,
    verification: 'verified',
    health: { status: 'ok', flinksCode: null },
    ...facts,
  };
}

/** When samples are looked at: an hour after their last refresh. */
export const sampleNow: number = Date.parse('2026-11-20T15:05:00Z');
