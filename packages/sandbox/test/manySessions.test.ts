import { bankAccount, createSandbox, testUser } from '@flinks-kit/sandbox';
import { describe, expect, test } from 'vitest';
import { createFlinksClient, login } from './flinksClient.ts';

describe('sessions that run at once', () => {
  test(
    'a thousand conversations at once, and none gets the accounts of another',
    { timeout: 60_000 },
    async () => {
      const count = 1000;
      const people = Array.from({ length: count }, (_, index) =>
        testUser({ username: `person_${index}`, accounts: [bankAccount({ title: `Account of ${index}` })] }),
      );
      const flinks = createFlinksClient(createSandbox({ people, pendingPolls: 1, journalLimit: 10 }));

      const titles = await Promise.all(
        people.map(async ({ username }) => {
          const { body } = await flinks.authorize(login(username));
          const RequestId = String(body['RequestId']);
          const summary = await flinks.post('/GetAccountsSummary', { RequestId });
          const first = await flinks.post('/GetAccountsDetail', { RequestId, DaysOfTransactions: 'Days90' });
          const detail = await flinks.get(`/GetAccountsDetailAsync/${RequestId}`);
          expect([first.status, detail.status, detail.body['Login'].Username]).toEqual([202, 200, username]);
          return [summary, detail].map((answer) => answer.body['Accounts'][0].Title);
        }),
      );
      expect(titles).toEqual(people.map((_, index) => [`Account of ${index}`, `Account of ${index}`]));
    },
  );
});
