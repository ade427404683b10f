import { type AccountsSnapshot, combineAccounts, sumAccounts } from '@flinks-kit/core';
import { bankAccount, testUser } from '@flinks-kit/sandbox';
import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { startTestServer } from '../../test/startTestServer.ts';
import { createMemoryStore } from '../index.ts';

const chequing = (accountNumber: string, facts: Parameters<typeof bankAccount>[0] = { title: 'Chequing' }) =>
  bankAccount({ ...facts, accountNumber, transactionsPrefix: null });

/** Three logins of one bank, whose accounts are in part the same. */
const numbers = { one: ['1000001', '1000002'], two: ['1000002', '1000003'], three: ['1000009'] } as const;
const people = Object.entries(numbers).map(([username, own]) =>
  testUser({ username, accounts: own.map((number) => chequing(number)) }),
);

const start = (options: Parameters<typeof startTestServer>[0] = {}) =>
  startTestServer({ ...options, sandbox: { pendingPolls: 0, people, ...options.sandbox } });

async function linkAndRead(server: ReturnType<typeof start>, user: string, username: string) {
  server.clock.advance(10 * 60_000);
  const { client, connection } = await server.link(user, { username });
  return { client, connection, snapshot: await client.getAccounts(connection.id) };
}

const masks = (snapshot: AccountsSnapshot, ids: readonly string[] = []) =>
  snapshot.accounts.filter(({ id }) => ids.includes(id)).map(({ mask }) => mask);

describe('duplicates of a connection', () => {
  it('are the other connections of the user that have one of its accounts, seen from both', async () => {
    const server = start();
    const one = await linkAndRead(server, 'ann', 'one');
    const two = await linkAndRead(server, 'ann', 'two');
    await linkAndRead(server, 'ann', 'three');
    const [ofOne, ofTwo, ofThree] = (await one.client.listConnections()).map(({ duplicates }) => duplicates);
    expect(ofOne).toMatchObject([{ connectionId: two.connection.id, certainty: 'same' }]);
    expect(ofTwo).toMatchObject([{ connectionId: one.connection.id, certainty: 'same' }]);
    expect(ofThree).toEqual([]);
    expect(masks(one.snapshot, ofOne?.[0]?.accountIds)).toEqual(['•••• 0002']);
    expect(masks(two.snapshot, ofTwo?.[0]?.accountIds)).toEqual(['•••• 0002']);
    expect((await two.client.getConnection(two.connection.id)).duplicates).toEqual(ofTwo);
    expect((await two.client.refreshConnection(two.connection.id)).connection.duplicates).toEqual(ofTwo);
  });

  it('are never accounts of another user, whose identities are others', async () => {
    const server = start();
    const ann = await linkAndRead(server, 'ann', 'one');
    const bob = await linkAndRead(server, 'bob', 'two');
    for (const { client } of [ann, bob]) expect((await client.listConnections())[0]?.duplicates).toEqual([]);
    const identities = [ann, bob].flatMap(({ snapshot }) =>
      snapshot.accounts.map(({ identity }) => identity),
    );
    expect(identities).not.toContain(null);
    expect(new Set(identities).size).toBe(4);
  });

  it('go with the connection that is deleted, and the key with the last one', async () => {
    const store = createMemoryStore();
    const server = start({ server: { store } });
    const keys = () => store.list({ kind: 'identity-key', limit: 9 });
    const one = await linkAndRead(server, 'ann', 'one');
    const two = await linkAndRead(server, 'ann', 'two');
    await one.client.deleteConnection(one.connection.id);
    expect((await two.client.getConnection(two.connection.id)).duplicates).toEqual([]);
    expect(await keys()).toHaveLength(1);
    await one.client.deleteConnection(two.connection.id);
    expect(await keys()).toEqual([]);
  });

  it('are likely where a number is masked, and bank, mask, type and currency agree', async () => {
    const card = (facts: Parameters<typeof bankAccount>[0]) =>
      chequing('4200 24** **** 4242', { category: 'Credits', type: 'CreditCard', ...facts });
    const users = [
      testUser({ username: 'card', accounts: [card({ title: 'Visa' })] }),
      testUser({ username: 'same card', accounts: [card({ title: 'My Visa' })] }),
      testUser({ username: 'in dollars', accounts: [card({ title: 'Visa', currency: 'USD' })] }),
      testUser({ username: 'hidden', accounts: [chequing('********', { title: 'Hidden' })] }),
      testUser({ username: 'hidden, too', accounts: [chequing('********', { title: 'Hidden' })] }),
    ];
    const server = start({ sandbox: { people: users } });
    const linked = [];
    for (const { username } of users) linked.push(await linkAndRead(server, 'ann', username));
    const connections = (await linked[0]?.client.listConnections()) ?? [];
    expect(connections.map(({ duplicates }) => duplicates)).toEqual([
      [
        {
          connectionId: connections[1]?.id,
          accountIds: [linked[0]?.snapshot.accounts[0]?.id],
          certainty: 'likely',
        },
      ],
      [
        {
          connectionId: connections[0]?.id,
          accountIds: [linked[1]?.snapshot.accounts[0]?.id],
          certainty: 'likely',
        },
      ],
      [],
      [],
      [],
    ]);
    expect(linked.flatMap(({ snapshot }) => snapshot.accounts.map(({ identity }) => identity))).toEqual(
      linked.map(() => null),
    );
  });

  it.each(['Credits', 'Products'])(
    'are the same where two connections show a mortgage of one number, whatever they call it: %s',
    async (category) => {
      const mortgage = (title: string) =>
        chequing('7700001', { title, category, type: 'Mortgage', current: 1000 });
      const users = [
        testUser({ username: 'fixed', accounts: [mortgage('Fixed')] }),
        testUser({ username: 'both', accounts: [mortgage('Variable'), mortgage('Fixed')] }),
        testUser({ username: 'open', accounts: [mortgage('Open')] }),
      ];
      const server = start({ sandbox: { people: users } });
      const linked = [];
      for (const { username } of users) linked.push(await linkAndRead(server, 'ann', username));
      const connections = (await linked[0]?.client.listConnections()) ?? [];
      // Each lists its own that another one has: one of two parts, where the other shows one.
      expect(connections.map(({ duplicates }) => duplicates)).toMatchObject(
        connections.map(() => [
          { accountIds: { length: 1 }, certainty: 'same' },
          { accountIds: { length: 1 }, certainty: 'same' },
        ]),
      );
    },
  );

  it('appear in both connections with the Detail of the one that is read last', async () => {
    const server = start({ sandbox: { pendingPolls: 1 } });
    const one = await linkAndRead(server, 'ann', 'one');
    server.clock.advance(10_000);
    await one.client.getAccounts(one.connection.id);
    const two = await linkAndRead(server, 'ann', 'two');
    expect(two.snapshot.status).toBe('partial');
    expect(two.snapshot.accounts.map(({ identity }) => identity)).toEqual([null, null]);
    server.clock.advance(10_000);
    await two.client.getAccounts(two.connection.id);
    expect((await one.client.getConnection(one.connection.id)).duplicates).toHaveLength(1);
  });

  it('are complete, and their money is counted once, in any order of links, deletions and Details', async () => {
    const usernames = ['one', 'two', 'three'] as const;
    const action = fc.record({
      user: fc.constantFrom('ann', 'bob'),
      username: fc.constantFrom(...usernames),
      what: fc.constantFrom('link', 'link', 'delete', 'read'),
    });
    await fc.assert(
      fc.asyncProperty(fc.array(action, { maxLength: 8 }), async (actions) => {
        const server = start({ server: { rateLimit: () => true, nightlyRefresh: true } });
        const kept = new Map<string, { user: string; username: keyof typeof numbers; id: string }>();
        for (const { user, username, what } of actions) {
          const name = `${user} ${username}`;
          const id = kept.get(name)?.id;
          if (what === 'link') {
            const { connection } = await linkAndRead(server, user, username);
            kept.set(name, { user, username, id: connection.id });
          } else if (id !== undefined && what === 'read') {
            server.clock.advance(10 * 60_000);
            await server.clientOf(user).refreshConnection(id);
            await server.clientOf(user).getAccounts(id);
          } else if (id !== undefined) {
            await server.clientOf(user).deleteConnection(id);
            kept.delete(name);
          }
        }
        for (const user of ['ann', 'bob']) {
          const client = server.clientOf(user);
          const own = [...kept.values()].filter((each) => each.user === user);
          const shares = (one: keyof typeof numbers, two: keyof typeof numbers) =>
            numbers[one].some((number) => numbers[two].some((other) => other === number));
          const connections = await client.listConnections();
          const snapshots = await Promise.all(connections.map(({ id }) => client.getAccounts(id)));
          for (const { id, duplicates } of connections) {
            const { username = 'one' } = own.find((each) => each.id === id) ?? {};
            const expected = own.filter((other) => other.id !== id && shares(username, other.username));
            expect(duplicates.map(({ connectionId }) => connectionId).toSorted()).toEqual(
              expected.map((other) => other.id).toSorted(),
            );
          }
          const distinct = new Set(own.flatMap(({ username }) => numbers[username]));
          const combined = combineAccounts(snapshots);
          expect(combined).toHaveLength(distinct.size);
          const [total] = sumAccounts(combined);
          expect(total?.amount).toBe(combined[0] && (combined[0].balance.current ?? 0) * distinct.size);
        }
      }),
      { numRuns: 25 },
    );
  }, 60_000);
});
