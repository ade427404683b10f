import { createManualClock, createSandbox } from '@flinks-kit/sandbox';
import { describe, expect, test } from 'vitest';
import { createFlinksClient, type FlinksBody, login } from './flinksClient.ts';

// The two conversations that were captured in autumn 2025 (docs/flinks/api.md 9.3).

const answers: Record<string, string> = {
  'What city were you born in?': 'Montreal',
  'What is the best country on earth?': 'Canada',
  'What shape do people like most?': 'Triangle',
};

const answerTo = ({ RequestId, SecurityChallenges: [{ Prompt }] }: FlinksBody) => ({
  RequestId,
  SecurityResponses: { [Prompt]: [answers[Prompt]] },
});

describe('the documented sequences of calls', () => {
  test('cached Authorize asks, ends without Login; Summary is there, Detail is not; one RequestId', async () => {
    const sandbox = createSandbox({ clock: createManualClock() });
    const flinks = createFlinksClient(sandbox);
    const { loginId } = sandbox.login({ username: 'sandbox_asks_cached' });
    const token = await flinks.mint();
    const asked = await flinks.authorize({ LoginId: loginId, MostRecentCached: true }, token);
    const answered = await flinks.authorize(
      { ...answerTo(asked.body), LoginId: loginId, MostRecentCached: false },
      token,
    );
    const { RequestId } = answered.body;
    const summary = await flinks.post('/GetAccountsSummary', { RequestId });
    const detail = await flinks.post('/GetAccountsDetail', { RequestId });

    expect([asked, answered, summary, detail].map(({ status }) => status)).toEqual([203, 200, 200, 202]);
    expect(new Set([asked, answered, summary, detail].map(({ body }) => body['RequestId'])).size).toBe(1);
    expect(answered.body).not.toHaveProperty('Login');
  });

  test('live Authorize by username and password asks, and ends with Login', async () => {
    const flinks = createFlinksClient(createSandbox({ clock: createManualClock() }));
    const token = await flinks.mint();
    const asked = await flinks.authorize(login('Greatday'), token);
    const answered = await flinks.authorize(answerTo(asked.body), token);
    expect([asked.status, answered.status]).toEqual([203, 200]);
    expect(answered.body['Login']).toMatchObject({ Username: 'Greatday', IsScheduledRefresh: false });
  });

  test('statements: a stale RequestId is 400, a good one gives empty lists', async () => {
    const flinks = createFlinksClient(createSandbox({ clock: createManualClock() }));
    const stale = await flinks.post('/GetStatements', { RequestId: '00000000-0000-4000-8000-000000000000' });
    const { body } = await flinks.authorize(login('greatday_nomfa'));
    const good = await flinks.post('/GetStatements', { RequestId: body['RequestId'] });
    expect([stale.status, stale.body['FlinksCode'], good.status]).toEqual([400, 'SESSION_NONEXISTENT', 200]);
    expect(
      good.body['StatementsByAccount'].every(({ Statements }: FlinksBody) => Statements.length === 0),
    ).toBe(true);
  });
});
