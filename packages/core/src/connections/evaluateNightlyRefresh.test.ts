import { describe, expect, test } from 'vitest';
import type { Connection } from './connection.ts';
import { evaluateNightlyRefresh } from './evaluateNightlyRefresh.ts';

const now = Date.UTC(2026, 0, 20);
const day = 24 * 60 * 60_000;

const connection: Connection = {
  id: 'c',
  institution: 'FlinksCapital',
  createdAt: '2026-01-01T00:00:00.000Z',
  lastRefreshAt: '2026-01-19T05:00:00.000Z',
  accounts: [],
  nightlyRefresh: true,
  verification: 'verified',
  duplicates: [],
  health: { status: 'ok', flinksCode: null },
};
const known = { now, lastCachedCall: now - day };

const holds = (change: Partial<Connection>, facts: Parameters<typeof evaluateNightlyRefresh>[1] = known) =>
  Object.fromEntries(
    evaluateNightlyRefresh({ ...connection, ...change }, facts).map((one) => [one.condition, one.holds]),
  );

const code = (flinksCode: string): Partial<Connection> => ({ health: { status: 'needs-user', flinksCode } });

describe('evaluateNightlyRefresh', () => {
  test('a healthy connection meets all four conditions', () => {
    expect(Object.values(holds({}))).toEqual([true, true, true, true]);
  });

  test.each([
    ['it is switched off', { nightlyRefresh: false }, known, 'switched-on', false],
    ['Flinks has not reported it', { nightlyRefresh: null }, known, 'switched-on', 'unknown'],
    [
      'eight days passed',
      { lastRefreshAt: '2026-01-12T00:00:00.000Z' },
      known,
      'refreshed-within-seven-days',
      false,
    ],
    ['it was never refreshed', { lastRefreshAt: null }, known, 'refreshed-within-seven-days', 'unknown'],
    ['not read for eight days', {}, { now, lastCachedCall: now - 8 * day }, 'read-within-seven-days', false],
    ['no reading is known', {}, { now }, 'read-within-seven-days', 'unknown'],
    ['webhooks are on', {}, { now, webhooks: true }, 'read-within-seven-days', true],
    ['the bank was down', code('RETRY_LATER'), known, 'last-authorize-tolerated', true],
    [
      'the bank was in maintenance',
      code('BANK MAINTENENACE_RETRY_LATER'),
      known,
      'last-authorize-tolerated',
      true,
    ],
    ['the bank asked something', code('QUESTION_NOT_FOUND'), known, 'last-authorize-tolerated', false],
    ['the password changed', code('INVALID_PASSWORD'), known, 'last-authorize-tolerated', false],
  ] as const)('when %s', (_name, change, facts, condition, expected) => {
    expect(holds(change, facts)[condition]).toBe(expected);
  });
});
