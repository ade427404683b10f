import { bankAccount, testUser } from '@flinks-kit/sandbox';
import { describe, expect, test } from 'vitest';
import { startTestServer } from '../startTestServer.ts';

const users = Array.from({ length: 200 }, (_, number) => `user-${number}`);
const people = users.map((username) =>
  testUser({ username, accounts: [bankAccount({ title: 'Chequing' })] }),
);

describe('many readers of one connection', () => {
  test('200 users with 50 readers each: Flinks is asked as for one reader each', async () => {
    const server = startTestServer({
      sandbox: { people, pendingPolls: 1, journalLimit: 10_000 },
      server: { rateLimit: () => true },
    });
    const { sandbox, clock, flinks } = server;
    const readAsFifty: (() => Promise<unknown>)[] = [];
    for (const username of users) {
      const { connection } = await server.link(username, { username });
      const mine = flinks.forUser(username);
      readAsFifty.push(() => Promise.all(Array.from({ length: 50 }, () => mine.getAccounts(connection.id))));
    }
    for (let poll = 0; poll < 2; poll++) {
      await Promise.all(readAsFifty.map((read) => read()));
      clock.advance(10_000);
    }
    const calls = ['Authorize', 'GetAccountsSummary', 'GetAccountsDetail', 'GetAccountsDetailAsync'];
    expect(calls.map((endpoint) => sandbox.journal.calls(endpoint).length)).toEqual([200, 200, 200, 200]);
  }, 120_000);
});
