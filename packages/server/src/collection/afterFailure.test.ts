import { createManualClock } from '@flinks-kit/sandbox';
import { expect, test } from 'vitest';
import { startTestServer } from '../../test/startTestServer.ts';
import type { CollectionRecord } from '../store/records.ts';
import { afterFailure } from './afterFailure.ts';

const collection: CollectionRecord = {
  id: 'a',
  userId: 'ann',
  run: 'run',
  phase: 'summary',
  requestId: null,
  startedAt: 0,
  nextAt: 0,
  failures: 0,
  flinksCode: null,
  summary: null,
  accounts: null,
  complete: false,
  asOf: null,
};

test('what failed is tried again four times, each time later, and then no more', () => {
  const clock = createManualClock();
  const waits: (number | undefined)[] = [];
  let current = collection;
  while (current.phase !== 'stopped') {
    const change = afterFailure({ clock }, current, 'RETRY_LATER');
    current = { ...current, ...change };
    if (current.phase === 'authorize') waits.push((change.nextAt ?? 0) - clock.now());
  }
  expect(waits).toHaveLength(4);
  expect(waits).toEqual(waits.toSorted((one = 0, other = 0) => one - other));
  expect(current).toMatchObject({ flinksCode: 'RETRY_LATER', requestId: null });
});

test('connections that failed together do not come back together', () => {
  const clock = createManualClock();
  const comesBack = (run: string) => afterFailure({ clock }, { ...collection, run }, null).nextAt;
  const instants = Array.from('ABCDEFGHIJKLMNOP', comesBack);
  expect(new Set(instants).size).toBe(16);
  expect(comesBack('A')).toBe(comesBack('A'));
});

test('a bank that is never done is asked for half an hour, and then from the beginning', async () => {
  const server = startTestServer({
    sandbox: { pendingPolls: 100_000, journalLimit: 10_000 },
    server: { rateLimit: () => true },
  });
  const { client, connection } = await server.link('ann');
  const calls = (endpoint: string) => server.sandbox.journal.calls(endpoint).length;
  const before = calls('Authorize');
  for (let seconds = 0; seconds <= 30 * 60; seconds += 10) {
    await client.getAccounts(connection.id);
    server.clock.advance(10_000);
  }
  expect(calls('GetAccountsDetailAsync')).toBeGreaterThan(170);
  expect(calls('GetAccountsDetailAsync')).toBeLessThanOrEqual(180);
  expect(calls('Authorize')).toBe(before);
  server.clock.advance(20_000);
  await client.getAccounts(connection.id);
  expect(calls('Authorize')).toBe(before + 1);
});
