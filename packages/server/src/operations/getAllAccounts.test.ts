import { sumAccounts } from '@flinks-kit/core';
import { bankAccount, testUser } from '@flinks-kit/sandbox';
import { describe, expect, test } from 'vitest';
import { startTestServer } from '../../test/startTestServer.ts';

describe('getAllAccounts', () => {
  test('reads every connection, counts an account of two logins once, and names the other', async () => {
    const server = startTestServer({ sandbox: { pendingPolls: 0 } });
    const first = await server.link('ann', { username: 'greatday_nomfa' });
    const single = await first.client.getAccounts(first.connection.id);
    server.clock.advance(10 * 60_000);
    await server.link('ann', { username: 'Greatday' });
    await server.linkJoint('bob');
    const { accounts, connections } = await server.flinks.forUser('ann').getAllAccounts();
    expect(connections.map(({ snapshot }) => snapshot?.accounts.length)).toEqual([9, 9]);
    // The masked card has no identity, so it stands twice.
    expect(accounts).toHaveLength(10);
    const withoutCard = ({ mask }: { readonly mask: string | null }) => mask !== '•••• 4242';
    expect(sumAccounts(accounts.filter(withoutCard))).toEqual(
      sumAccounts(single.accounts.filter(withoutCard)),
    );
    expect(accounts.filter(({ alsoIn }) => alsoIn.length === 1)).toHaveLength(8);
  });

  test('polls Flinks for ten connections as often as for each of them alone', async () => {
    const pollsFor = async (read: 'all' | 'one') => {
      const people = Array.from({ length: 10 }, (_none, index) =>
        testUser({ username: `user-${index}`, accounts: [bankAccount({ title: 'Chequing' })] }),
      );
      const server = startTestServer({
        sandbox: { pendingPolls: 3, people },
        server: { rateLimit: () => true },
      });
      const linked = [];
      for (const { username } of people) linked.push(await server.link('ann', { username }));
      const before = server.sandbox.journal.entries().length;
      for (let second = 0; second < 60; second += 2) {
        if (read === 'all') await server.flinks.forUser('ann').getAllAccounts();
        else await Promise.all(linked.map(({ client, connection }) => client.getAccounts(connection.id)));
        server.clock.advance(2_000);
      }
      return server.sandbox.journal
        .entries()
        .slice(before)
        .filter(({ endpoint }) => endpoint !== 'Institutions');
    };
    const [all, one] = [await pollsFor('all'), await pollsFor('one')];
    expect(all.length).toBeGreaterThan(10);
    expect(all).toHaveLength(one.length);
  });

  test('a connection that cannot be read leaves the others usable', async () => {
    const server = startTestServer({ sandbox: { pendingPolls: 0 } });
    const stolen = server.sandbox.login({ username: 'Greatday' });
    await server.flinks.forUser('owner').adoptLogin({ loginId: stolen.loginId, language: 'en' });
    const { client } = await server.link('ann');
    const { sessionId } = await client.openSession({});
    server.clock.advance(60_000);
    const [owned] = await server.clientOf('owner').listConnections();
    await server.clientOf('owner').refreshConnection(owned?.id ?? '');
    await client.linkConnection({ sessionId, ...stolen });
    const { accounts, connections } = await server.flinks.forUser('ann').getAllAccounts();
    expect(accounts).toHaveLength(9);
    expect(connections.map(({ error }) => error?.code)).toEqual([undefined, 'login-unconfirmed']);
  });
});
