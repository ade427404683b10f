import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { sampleAccount } from '../../../test/accountBodies.ts';
import type { ConnectedAccount } from '../eft/connectedAccount.ts';
import { toConnectedAccount } from '../eft/toConnectedAccount.ts';
import { sumAccounts } from '../money/sumAccounts.ts';
import type { Account } from '../parse/account.ts';
import { type CombinableSnapshot, combineAccounts } from './combineAccounts.ts';

const account = (
  connectionId: string,
  id: string,
  identity: string | null,
  current: number | null = 100,
  facts: Partial<Account> = {},
): ConnectedAccount => {
  const own = sampleAccount({ id, balance: { available: null, current, limit: null }, ...facts });
  return { ...toConnectedAccount(own, { connectionId }), identity };
};

/** A part of a mortgage, whose parts share one number. */
const part = (
  connectionId: string,
  title: string,
  current: number | null,
  category: Account['category'] = 'Credits',
) => account(connectionId, title, 'x', current, { title, category, type: 'Mortgage' });

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

  const newest = '2026-11-03T10:00:00Z';
  const older = '2026-11-01T10:00:00Z';

  // Flinks' pages list mortgages under either category.
  describe.each(['Credits', 'Products'] as const)('a mortgage among %s', (category) => {
    const mortgage = (connectionId: string, title: string, current = 10) =>
      part(connectionId, title, current, category);
    const read = (asOf: string, ...accounts: readonly ConnectedAccount[]) => ({ asOf, accounts });

    it('is one, whatever two connections call it', () => {
      const one = read(newest, mortgage('a', 'Mortgage'));
      const two = read(older, mortgage('b', 'Prêt hypothécaire', 12));
      expect(ids([one, two])).toEqual([['a/Mortgage', 'b/Prêt hypothécaire']]);
      expect(sumAccounts(combineAccounts([two, one]))).toMatchObject([{ amount: 10 }]);
    });

    it('is joined part by part, where two connections name the parts differently', () => {
      const one = read(newest, mortgage('a', 'Fixed'), mortgage('a', 'Variable', 20));
      const two = read(older, mortgage('b', 'Taux fixe', 12), mortgage('b', 'Taux variable', 22));
      expect(ids([one, two])).toEqual([
        ['a/Fixed', 'b/Taux fixe'],
        ['a/Variable', 'b/Taux variable'],
      ]);
    });

    it('keeps a part that only the older of two connections with the same names shows', () => {
      const one = read(newest, mortgage('a', 'Fixed'), mortgage('a', 'Variable', 20));
      const two = read(older, mortgage('b', 'Variable', 25), mortgage('b', 'Open', 40));
      expect(ids([one, two])).toEqual([['a/Fixed'], ['a/Variable', 'b/Variable'], ['b/Open']]);
    });
  });

  it('joins a loan that Flinks gives another type', () => {
    const typed = (connectionId: string, type: string) =>
      account(connectionId, 'loan', 'x', 10, { title: 'Loan', category: 'Credits', type });
    const one = { asOf: newest, accounts: [typed('a', 'Loan')] };
    expect(ids([one, { asOf: older, accounts: [typed('b', 'LoanCar')] }])).toEqual([['a/loan', 'b/loan']]);
  });

  it('joins a line of credit or a card that two logins name differently', () => {
    for (const type of ['LineOfCredit', 'LineOfCreditHomeEquity', 'CreditCard']) {
      const named = (connectionId: string, title: string) =>
        account(connectionId, title, 'x', 10, { title, category: 'Credits', type });
      const one = { asOf: newest, accounts: [named('a', 'Ours')] };
      expect(ids([one, { asOf: older, accounts: [named('b', 'Home')] }])).toEqual([['a/Ours', 'b/Home']]);
    }
  });

  it('combines two connections of 5,000 accounts at once', () => {
    const sample = account('a', '1', 'x');
    const many = (connectionId: string, start: string | null) =>
      Array.from({ length: 5000 }, (_, index) => ({
        ...sample,
        connectionId,
        id: String(index),
        identity: start && start + String(index),
      }));
    for (const [start, length] of [['x', 5000] as const, [null, 10_000] as const]) {
      const snapshots = ['a', 'b'].map((id) => ({ asOf: null, accounts: many(id, start) }));
      expect(combineAccounts(snapshots)).toHaveLength(length);
    }
  });

  it('keeps a part that the newest connection shows less often', () => {
    const one = { asOf: newest, accounts: [part('a', 'Mortgage', 10)] };
    const two = { asOf: older, accounts: [part('b', 'Mortgage', 20), part('b', 'Mortgage', 10)] };
    expect(combineAccounts([one, two])).toHaveLength(2);
  });

  it('joins a joint account that two logins name differently, but not accounts of two types', () => {
    const named = (connectionId: string, title: string, current: number, type = 'Chequing') =>
      account(connectionId, title, 'x', current, { title, type });
    const one = { asOf: newest, accounts: [named('a', 'Ours', 10)] };
    const two = {
      asOf: older,
      accounts: [named('b', 'Rainy day', 5, 'Savings'), named('b', 'Household', 20)],
    };
    expect(ids([one, two])).toEqual([['a/Ours', 'b/Household'], ['b/Rainy day']]);
  });

  it('loses no account, and totals right in any order of links, deletions and Details', () => {
    // What is at the bank: two chequing accounts, and a mortgage whose parts have the number of the first.
    const real = ['x', 'y', 'fixed', 'variable', 'open'] as const;
    const parts = ['fixed', 'variable', 'open'] as const;
    const isPart = (which: (typeof real)[number]): which is (typeof parts)[number] => which.length > 1;
    const link = fc.record({
      // Which of them the login shows, once each, in any order.
      shown: fc.shuffledSubarray([...real]),
      day: fc.option(fc.integer({ min: 1, max: 28 })),
      inFrench: fc.boolean(),
      isDeleted: fc.boolean(),
    });
    // Only a name that both have shows that two connections name parts alike: logins that show some of them share one.
    const mortgage = fc.constantFrom('whole', 'some parts', 'one loan');
    fc.assert(
      fc.property(fc.array(link, { maxLength: 6 }), mortgage, (links, shows) => {
        const partsOf = (shown: readonly (typeof real)[number][]) => {
          if (shows === 'whole') return parts;
          return shows === 'one loan' ? parts.slice(2) : new Set([...shown.filter(isPart), parts[0]]);
        };
        const kept = links.flatMap(({ shown, day, inFrench, isDeleted }, bank) => {
          if (isDeleted) return [];
          const listed = [...shown.filter((which) => !isPart(which)), ...partsOf(shown)];
          const accounts = listed.map((which) => {
            const number = real.indexOf(which);
            // What is in an account changes every day.
            const current = 1000 * 2 ** number + (day ?? 0);
            const title = inFrench && !(isPart(which) && shows === 'some parts') ? `compte ${which}` : which;
            if (!isPart(which)) return account(`c${bank}`, which, which, current, { title });
            return { ...part(`c${bank}`, title, current), id: which };
          });
          const asOf = day === null ? null : new Date(Date.UTC(2026, 1, day, 0, bank)).toISOString();
          return [{ asOf, accounts }];
        });
        const combined = combineAccounts(kept);
        const there = real.filter((which) =>
          kept.some(({ accounts }) => accounts.some(({ id }) => id === which)),
        );
        expect(combined.map(({ id }) => id).toSorted()).toEqual(there.toSorted());
        for (const { id, alsoIn } of combined) for (const other of alsoIn) expect(other.id).toBe(id);
        const listed = combined.reduce((sum, { alsoIn }) => sum + 1 + alsoIn.length, 0);
        expect(listed).toBe(kept.flatMap(({ accounts }) => accounts).length);
        const readLast = (which: string) =>
          kept
            .filter(({ accounts }) => accounts.some(({ id }) => id === which))
            .toSorted((one, two) => (two.asOf ?? '').localeCompare(one.asOf ?? ''))[0]
            ?.accounts.find(({ id }) => id === which);
        expect(sumAccounts(combined)).toEqual(sumAccounts(there.flatMap((which) => readLast(which) ?? [])));
        // Times differ, so that the order of the connections decides nothing.
        const dated = kept.filter(({ asOf }) => asOf !== null);
        expect(sumAccounts(combineAccounts(dated.toReversed()))).toEqual(sumAccounts(combineAccounts(dated)));
      }),
    );
  });
});
