import { parseAccounts } from '@flinks-kit/core';
import * as fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { startTestServer } from '../../test/startTestServer.ts';
import { defaultTiming } from '../common/timing.ts';
import { Sealed } from '../crypto/Sealed.ts';
import type { CollectionRecord } from '../store/records.ts';
import { type CollectionEvent, newCollection, nextCollection } from './nextCollection.ts';

const at = (collection: CollectionRecord, event: CollectionEvent, now: number) =>
  nextCollection(collection, event, now, defaultTiming);
const failed: CollectionEvent = { type: 'failed', flinksCode: 'RETRY_LATER' };

describe('nextCollection', () => {
  describe('a failed call', () => {
    test('is retried four times, each time later, and then no more', () => {
      const waits: number[] = [];
      let current = newCollection('a', 'ann', 'run', 0);
      for (let now = 0; current.phase !== 'stopped'; now = current.pollAt) {
        current = at(current, failed, now);
        if (current.phase === 'authorize') waits.push(current.pollAt - now);
      }
      expect(waits).toHaveLength(4);
      expect(waits).toEqual(waits.toSorted((one, other) => one - other));
      expect(current).toMatchObject({ flinksCode: 'RETRY_LATER', requestId: null });
    });

    test('is retried at another time for each connection', () => {
      const retriedAt = (run: string) => at(newCollection('a', 'ann', run, 0), failed, 0).pollAt;
      const instants = Array.from('ABCDEFGHIJKLMNOP', retriedAt);
      expect(new Set(instants).size).toBe(16);
      expect(retriedAt('A')).toBe(retriedAt('A'));
    });
  });

  const { accounts: some } = parseAccounts(
    {
      Accounts: [
        { Id: 'a', Title: 'Chequing' },
        { Id: 'b', Title: 'Savings' },
      ],
    },
    { source: 'detail' },
  );

  const requestId = new Sealed('request');
  const code = fc.constantFrom(
    null,
    'RETRY_LATER',
    'INVALID_PASSWORD',
    'SESSION_EXPIRED',
    'OPERATION_PENDING',
  );
  const accounts = fc.subarray([...some]);
  const identities = fc.array(fc.tuple(fc.constantFrom('a', 'b', 'gone'), fc.constantFrom('x', 'y')));
  const asOf = fc.option(fc.nat(), { nil: null });
  const unsharedIds = fc.subarray(['b', 'other']);
  const run = fc.constantFrom('A', 'B', 'C');
  const shares = fc.oneof(
    fc.constant({ mode: 'all' } as const),
    fc.record({ mode: fc.constant('chosen' as const), accountIds: fc.subarray(['a', 'b']) }),
  );
  const events: fc.Arbitrary<CollectionEvent> = fc.oneof(
    fc.record({ type: fc.constant('started' as const), run }),
    fc.record({
      type: fc.constant('authorized' as const),
      kind: fc.constantFrom('done' as const, 'pending' as const, 'challenge' as const, 'refused' as const),
      requestId: fc.constantFrom(null, requestId),
      flinksCode: code,
      withheld: fc.boolean(),
    }),
    fc.record({
      type: fc.constant('summary' as const),
      accounts,
      unsharedIds: fc.option(unsharedIds),
      asOf,
      nothingShared: fc.boolean(),
    }),
    fc.record({ type: fc.constant('detail' as const), accounts, identities, unsharedIds, asOf }),
    fc.constant<CollectionEvent>({ type: 'pending' }),
    fc.record({ type: fc.constant('refused' as const), challenge: fc.boolean(), flinksCode: code }),
    fc.record({ type: fc.constant('failed' as const), flinksCode: code }),
    fc.constant<CollectionEvent>({ type: 'overdue' }),
    fc.record({ type: fc.constant('delivered' as const), run, accounts, identities, unsharedIds, asOf }),
    fc.constant<CollectionEvent>({ type: 'noted' }),
    fc.record({ type: fc.constant('withheld' as const), run }),
    fc.record({ type: fc.constant('selected' as const), selection: shares }),
  );
  const history = fc.array(fc.tuple(events, fc.nat({ max: 40 * 60_000 })), { maxLength: 30 });

  /** Every state of a history, with the event and the time that led to it. */
  function statesOf(steps: readonly (readonly [CollectionEvent, number])[]) {
    let now = 0;
    let before = newCollection('a', 'ann', 'A', now);
    return steps.map(([event, pause]) => {
      now += pause;
      const after = at(before, event, now);
      const step = { before, event, after, now };
      before = after;
      return step;
    });
  }

  describe('events in any order', () => {
    const everyStep = (check: (step: ReturnType<typeof statesOf>[number]) => void) =>
      fc.assert(
        fc.property(history, (steps) => statesOf(steps).forEach(check)),
        { numRuns: 1_000 },
      );

    test('never lead to an illegal state', () => {
      everyStep(({ after }) => {
        const isPolled = /^(summary|detail)/.test(after.phase);
        expect(after.requestId !== null).toBe(isPolled);
        if (after.phase === 'ready') expect(after.collected?.complete).toBe(true);
        expect(after.failures).toBeLessThanOrEqual(5);
      });
    });

    test('never show accounts after a login was withheld, until others are received', () => {
      everyStep(({ before, event, after }) => {
        if (event.type === 'withheld') expect([after.collected, after.summary]).toEqual([null, null]);
        const receives = ['summary', 'detail', 'delivered'].includes(event.type);
        const takes = event.type === 'withheld' || event.type === 'selected';
        if (!receives && !takes) expect(after.collected).toBe(before.collected);
      });
    });

    test('hold nothing but what the user shares once it was selected', () => {
      everyStep(({ before, event, after }) => {
        if (event.type !== 'selected') return;
        const { selection } = event;
        const held = [after.collected?.accounts, after.summary].flatMap(
          (list) => list?.map(({ id }) => id) ?? [],
        );
        if (selection.mode === 'all') expect(after).toBe(before);
        else expect(held.every((id) => selection.accountIds.includes(id))).toBe(true);
      });
    });

    test('forget no id of an account that is not shared, also of one that is not shared any more', () => {
      everyStep(({ before, event, after }) => {
        if (event.type === 'withheld' || !before.collected?.unsharedIds) return;
        const seen = after.collected?.unsharedIds ?? [];
        expect(seen).toEqual(expect.arrayContaining([...before.collected.unsharedIds]));
        if (event.type !== 'selected') return;
        const kept = after.collected?.accounts.map(({ id }) => id) ?? [];
        const dropped = before.collected.accounts.map(({ id }) => id).filter((id) => !kept.includes(id));
        expect(seen).toEqual(expect.arrayContaining(dropped));
      });
    });

    test('take no list of unshared ids for whole before a Summary showed all accounts', () => {
      everyStep(({ before, event, after }) => {
        if (!after.collected?.unsharedIds || before.collected?.unsharedIds) return;
        expect(event).toMatchObject({ type: 'summary', unsharedIds: expect.any(Array) });
      });
    });

    test('show what was delivered, and nothing besides', () => {
      everyStep(({ event, after }) => {
        if (event.type !== 'delivered') return;
        const ids = (list: readonly { id: string }[] = []) => list.map(({ id }) => id).toSorted();
        expect(ids(after.collected?.accounts)).toEqual(ids(event.accounts));
      });
    });

    test('keep the identity of each shown account as it was received last, and no other', () => {
      everyStep(({ before, event, after }) => {
        const shown = after.collected?.accounts.map(({ id }) => id) ?? [];
        const kept = new Map(after.collected?.identities);
        expect([...kept.keys()].every((id) => shown.includes(id))).toBe(true);
        if (after.collected === before.collected || !('identities' in event)) return;
        const known = new Map([...(before.collected?.identities ?? []), ...event.identities]);
        for (const id of shown) expect(kept.get(id)).toBe(known.get(id));
      });
    });

    test('never continue past Authorize while the login is withheld', () => {
      everyStep(({ before, event, after }) => {
        if (event.type !== 'authorized' || !event.withheld || before.phase !== 'authorize') return;
        expect(['authorize', 'stopped']).toContain(after.phase);
      });
    });

    test('never replace complete accounts by a Summary', () => {
      everyStep(({ before, event, after }) => {
        if (event.type !== 'summary' || event.nothingShared || before.collected?.complete !== true) return;
        expect(after.collected).toBe(before.collected);
      });
    });

    test('poll an async endpoint ten seconds later at the earliest', () => {
      everyStep(({ before, event, after, now }) => {
        if (event.type !== 'pending' || before.requestId === null) return;
        expect(after.pollAt).toBe(now + defaultTiming.asyncPollMs);
      });
    });
  });

  test('a bank that never finishes is polled for half an hour, and then from the beginning', async () => {
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
});
