import type { Connection, ConnectionAccount } from '@flinks-kit/core';
import { fakeConnection } from '../src/testing/builders.ts';

/** A connection that is well, read an hour before `sampleNow`. */
export function sampleConnection(facts: Partial<Connection> = {}): Connection {
  return fakeConnection({
    createdAt: '2026-11-01T12:00:00Z',
    lastRefreshAt: '2026-11-20T14:05:00Z',
    accounts: listedAccounts(3),
    ...facts,
  });
}

/** As many accounts as a connection is to list. */
export const listedAccounts = (count: number): readonly ConnectionAccount[] =>
  Array.from({ length: count }, (_none, index) => ({
    id: `account-${index + 1}`,
    title: `Sample account ${index + 1}`,
    mask: `•••• 100${index}`,
    category: 'Operations',
  }));

/** When samples are looked at: an hour after their last refresh. */
export const sampleNow: number = Date.parse('2026-11-20T15:05:00Z');
