import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { sampleAccount } from '../../../test/accountBodies.ts';
import type { ConnectedAccount } from '../eft/connectedAccount.ts';
import { toConnectedAccount } from '../eft/toConnectedAccount.ts';
import { sumAccounts } from '../money/sumAccounts.ts';
import { type CombinableSnapshot, combineAccounts } from './combineAccounts.ts';

const account = (
  connectionId: string,
  id: string,
  identity: string | null,
  current = 100,
): ConnectedAccount => ({
  ...toConnectedAccount(sampleAccount({ id, balance: { available: null, current, limit: null } }), {
    connectionId,
  }),
  identity,
});

const ids = (snapshots: readonly CombinableSnapshot[]) =>
  combineAccounts(snapshots).map(({ connectionId, id, alsoIn }) => [
    `${connectionId}/${id}`,
    ...alsoIn.map((other) => `${other.connectionId}/${other.id}`),
  ]);

describe('combineAccounts', () => {
  it('counts the account that was read last, and names the other', () => {
    const older = {
      asOf: '2026-11-01T10:00:00Z',
      accounts: [account('a', '1', 'x', 5), account('a', '2', 'y')],
    };
    const newer = { asOf: '2026-11-02T10:00:00.000Z', accounts: [account('b', '9', 'x', 7)] };
    expect(ids([older, newer])).toEqual([['a/2'], ['b/9', 'a/1']]);
    expect(ids([newer, older])).toEqual([['b/9', 'a/1'], ['a/2']]);
    expect(sumAccounts(combineAccounts([older, newer]))).toMatchObject([{ amount: 107 }]);
  });

  it.each([
    ['as recent', '2026-11-01T10:00:00Z', '2026-11-01T10:00:00.000Z'],
    ['of an unknown time', null, null],
  ])('counts the first of two that are %s', (_name, first, second) => {
    expect(
      ids([
        { asOf: first, accounts: [account('a', '1', 'x')] },
        { asOf: second, accounts: [account('b', '1', 'x')] },
      ]),
    ).toEqual([['a/1', 'b/1']]);
  });

  it('joins neither two accounts of one connection nor accounts without an identity', () => {
    const asOf = '2026-11-01T10:00:00Z';
    const parts = { asOf, accounts: [account('a', '1', 'x'), account('a', '2', 'x')] };
    expect(ids([parts])).toEqual([['a/1'], ['a/2']]);
    const unknown = (connectionId: string, identity?: null) => ({
      asOf,
      accounts: [{ ...account(connectionId, '1', null), identity }],
    });
    expect(ids([unknown('a'), unknown('b', null)])).toEqual([['a/1'], ['b/1']]);
  });

  it('counts each identity in one connection only, loses no account, and totals alike in any order', () => {
    const snapshots = fc
      .array(
        fc.record({
          asOf: fc.option(fc.integer({ min: 0, max: 3 })),
          identities: fc.array(fc.option(fc.constantFrom('x', 'y', 'z')), { maxLength: 4 }),
        }),
        { maxLength: 5 },
      )
      .map((all) =>
        all.map(({ asOf, identities }, bank) => ({
          // Each its own time, so that the order decides nothing.
          asOf: asOf === null ? null : new Date(Date.UTC(2026, 1, 1 + asOf, 0, bank)).toISOString(),
          accounts: identities.map((identity, index) =>
            account(`c${bank}`, `${index}`, asOf === null ? null : identity, 10 * bank + index),
          ),
        })),
      );
    fc.assert(
      fc.property(snapshots, (given) => {
        const combined = combineAccounts(given);
        const owners = new Map<string, Set<string>>();
        for (const { identity, connectionId } of combined) {
          if (!identity) continue;
          owners.set(identity, (owners.get(identity) ?? new Set()).add(connectionId));
        }
        for (const connections of owners.values()) expect(connections.size).toBe(1);
        const named = new Set(
          combined.flatMap((each) => [each, ...each.alsoIn].map((one) => `${one.connectionId}/${one.id}`)),
        );
        expect(named.size).toBe(given.flatMap(({ accounts }) => accounts).length);
        expect(sumAccounts(combineAccounts(given.toReversed()))).toEqual(sumAccounts(combined));
      }),
    );
  });
});
