import {
  bankAccount,
  createManualClock,
  createSandbox,
  institutions,
  type SandboxOptions,
  testUser,
} from '@flinks-kit/sandbox';
import { startSandbox } from '@flinks-kit/sandbox/node';
import { describe, expect, test } from 'vitest';
import { documentedFacts } from './documented.ts';
import { createFlinksClient, type FlinksBody, login } from './flinksClient.ts';
import { openWidget } from './widgetPage.ts';

function start(options: SandboxOptions = {}) {
  const clock = createManualClock();
  const sandbox = createSandbox({ clock, pendingPolls: 0, ...options });
  const flinks = createFlinksClient(sandbox);
  const authorize = (LoginId: string, mode: 'live' | 'cached', more: object = {}) =>
    flinks.authorize({ LoginId, MostRecentCached: mode === 'cached', Save: true, ...more });
  const detail = async (RequestId: unknown) => (await flinks.post('/GetAccountsDetail', { RequestId })).body;
  const questions = async (loginId: string): Promise<readonly string[]> => {
    const { body } = await flinks.get(`/GetMFAQuestions/${loginId}`);
    return body['Questions'].map(({ Question }: FlinksBody) => Question);
  };
  return { clock, sandbox, flinks, authorize, detail, questions };
}

function withWebhook(options: SandboxOptions = {}, status = 200) {
  const received: FlinksBody[] = [];
  const started = start({
    pendingPolls: 2,
    webhook: {
      url: 'https://app.example/webhook',
      secret: 'webhook-secret',
      async fetch(request) {
        received.push(await request.json());
        return new Response(null, { status });
      },
    },
    ...options,
  });
  const types = () => received.map(({ ResponseType }) => ResponseType);
  // Signatures are computed outside of the event loop's turn.
  const waitFor = async (count: number) => {
    await expect.poll(() => started.sandbox.webhooks.deliveries().length).toBeGreaterThanOrEqual(count);
  };
  return { ...started, received, types, waitFor };
}

const answers: Readonly<Record<string, string>> = { city: 'Montreal', country: 'Canada', shape: 'Triangle' };

function rightAnswers({ SecurityChallenges, RequestId }: FlinksBody) {
  const responses = SecurityChallenges.map(({ Prompt }: FlinksBody) => {
    const [, answer = ''] = Object.entries(answers).find(([word]) => Prompt.includes(word)) ?? [];
    return [Prompt, [answer]];
  });
  return { RequestId, SecurityResponses: Object.fromEntries(responses) };
}

/** A saved Greatday whose live call was answered rightly. */
async function answered(started: ReturnType<typeof start>, more: object = {}) {
  const { flinks, sandbox, authorize } = started;
  const { loginId } = sandbox.login({ username: 'Greatday' });
  const token = await flinks.mint();
  const asked = await flinks.authorize(
    { LoginId: loginId, MostRecentCached: false, Save: true, ...more },
    token,
  );
  expect(asked.status).toBe(203);
  const done = await flinks.authorize(rightAnswers(asked.body), token);
  expect(done.status).toBe(200);
  return { loginId, authorize, prompt: String(asked.body['SecurityChallenges'][0].Prompt) };
}

const nightly = async ({ flinks, sandbox }: ReturnType<typeof start>, loginId: string) => {
  await flinks.send('PATCH', '/SetScheduledRefresh', { loginId, isActivated: true });
  sandbox.refreshNightly();
  return (await flinks.bearer('/GetNightlyRefreshStatus')).body['IneligibleCards'];
};

/** Deletes the card of a user and connects again. */
async function reconnect() {
  const started = start();
  const before = started.sandbox.login({ username: 'greatday_nomfa' });
  const { status } = await started.flinks.send('DELETE', `/DeleteCard/${before.loginId}`);
  expect(status).toBe(200);
  return { ...started, before, after: started.sandbox.login({ username: 'greatday_nomfa' }) };
}

async function openAtBank(parameters: Readonly<Record<string, string>>, sandbox = createSandbox()) {
  const page = await openWidget(
    sandbox,
    { jsRedirect: 'true', ...parameters },
    '/v2/Credential/FlinksCapital',
  );
  if (page.screen().name === 'consent') await page.act('accept');
  await page.act('submit', { username: 'greatday_nomfa', password: 'Everyday' });
  return page;
}

const checks: Readonly<Record<keyof typeof documentedFacts, () => Promise<void>>> = {
  async 'a card that was deleted and connected again has a new LoginId'() {
    const { before, after } = await reconnect();
    expect(after.loginId).not.toBe(before.loginId);
  },
  async 'a new LoginId brings new AccountIds'() {
    const { before, after } = await reconnect();
    expect(after.accountIds.filter((id) => before.accountIds.includes(id))).toEqual([]);
  },
  async 'the old LoginId stays invalid after DeleteCard'() {
    const { before, after, authorize } = await reconnect();
    expect((await authorize(before.loginId, 'cached')).body['FlinksCode']).toBe('INVALID_LOGIN');
    expect((await authorize(after.loginId, 'cached')).status).toBe(200);
  },
  async 'another username is another LoginId'() {
    const { sandbox } = start();
    const [one, other] = ['greatday_nomfa', 'test_pending'].map(
      (username) => sandbox.login({ username }).loginId,
    );
    expect(one).not.toBe(other);
  },
  async 'another language is another LoginId'() {
    const { sandbox } = start();
    const [one, other] = (['en', 'fr'] as const).map(
      (language) => sandbox.login({ username: 'greatday_nomfa', language }).loginId,
    );
    expect(one).not.toBe(other);
  },
  async 'a right answer of a live call is stored and used again'() {
    const { loginId, authorize } = await answered(start());
    for (let call = 0; call < 5; call += 1) {
      // oxlint-disable-next-line no-await-in-loop -- one call after the other
      expect((await authorize(loginId, 'live')).status).toBe(200);
    }
  },
  async 'a one-time code is asked for every time'() {
    const { sandbox, flinks, authorize } = start();
    const { loginId } = sandbox.login({ username: 'sandbox_one_time_code' });
    const token = await flinks.mint();
    const { body } = await flinks.authorize({ LoginId: loginId, MostRecentCached: false }, token);
    const answer = (prompt: string, text: string) =>
      flinks.authorize({ RequestId: body['RequestId'], SecurityResponses: { [prompt]: [text] } }, token);
    await answer('How do you want your code?', 'Email');
    expect((await answer('Type the code that we sent', '000000')).status).toBe(200);
    expect((await authorize(loginId, 'live')).status).toBe(203);
  },
  async 'a cached call asks nothing'() {
    const { sandbox, authorize } = start();
    const { loginId } = sandbox.login({ username: 'Greatday' });
    expect((await authorize(loginId, 'cached')).status).toBe(200);
  },
  async 'a live call that was left at its question makes the next cached call QUESTION_NOT_FOUND'() {
    const { sandbox, authorize } = start();
    const { loginId } = sandbox.login({ username: 'Greatday' });
    await authorize(loginId, 'live');
    const { status, body } = await authorize(loginId, 'cached');
    expect([status, body['FlinksCode']]).toEqual([401, 'QUESTION_NOT_FOUND']);
  },
  async 'the RequestId of that refusal opens the older data'() {
    const { clock, sandbox, authorize, detail } = start();
    const { loginId } = sandbox.login({ username: 'Greatday' });
    clock.advance(86_400_000);
    await authorize(loginId, 'live');
    const { body } = await authorize(loginId, 'cached');
    const data = await detail(body['RequestId']);
    expect(data['Accounts']).toHaveLength(9);
    expect(data['Login'].LastRefresh).toMatch(/^2026-01-15T12:00:00/);
  },
  async 'a later live call that succeeds ends that refusal'() {
    const started = start();
    const { sandbox, authorize } = started;
    const { loginId } = sandbox.login({ username: 'Greatday' });
    await authorize(loginId, 'live');
    await answered(started);
    expect((await authorize(loginId, 'cached')).status).toBe(200);
  },
  async 'WithMFAQuestions stores the other questions without answers'() {
    const { flinks, questions } = start();
    const connect = async (more: object) => {
      const token = await flinks.mint();
      const asked = await flinks.authorize({ ...login('Greatday'), ...more }, token);
      const { body } = await flinks.authorize(rightAnswers(asked.body), token);
      return { loginId: String(body['Login'].Id), prompt: asked.body['SecurityChallenges'][0].Prompt };
    };
    const plain = await connect({});
    expect(await questions(plain.loginId)).toEqual([]);
    const { loginId, prompt } = await connect({ Language: 'en', WithMfaQuestions: true });
    expect(await questions(loginId)).not.toContain(prompt);
    expect((await questions(loginId)).length).toBeGreaterThan(0);
  },
  async 'GetMFAQuestions lists the questions without an answer'() {
    const started = start();
    const { loginId, prompt } = await answered(started);
    const listed = await started.questions(loginId);
    expect(listed).toHaveLength(2);
    expect(listed).not.toContain(prompt);
  },
  async 'AnswerMFAQuestions stores answers that the next live call uses'() {
    const { sandbox, flinks, authorize, questions } = start();
    const { loginId } = sandbox.login({ username: 'Greatday' });
    const Questions = [{ Question: 'What city were you born in?', Answer: 'montreal' }];
    await flinks.send('PATCH', '/AnswerMFAQuestions', { loginId, Questions });
    expect(await questions(loginId)).toHaveLength(2);
    expect((await authorize(loginId, 'live')).status).toBe(200);
  },
  async 'a wrong stored answer is erased when the bank asks'() {
    const { sandbox, flinks, authorize, questions } = start();
    const { loginId } = sandbox.login({ username: 'Greatday' });
    const Questions = [{ Question: 'What city were you born in?', Answer: 'Atlantis' }];
    await flinks.send('PATCH', '/AnswerMFAQuestions', { loginId, Questions });
    expect(await questions(loginId)).toHaveLength(2);
    expect((await authorize(loginId, 'live')).status).toBe(203);
    expect(await questions(loginId)).toHaveLength(3);
  },
  async 'nightly refresh uses stored answers'() {
    const started = start();
    const { loginId, authorize } = await answered(started);
    started.clock.advance(86_400_000);
    expect(await nightly(started, loginId)).toEqual([]);
    const { body } = await authorize(loginId, 'cached');
    expect(body['Login'].LastRefresh).toMatch(/^2026-01-16/);
  },
  async 'nightly refresh without an answer is QUESTION_NOT_FOUND'() {
    const started = start();
    const { loginId } = started.sandbox.login({ username: 'Greatday' });
    expect(await nightly(started, loginId)).toMatchObject([{ LastRefreshErrorCode: 'QUESTION_NOT_FOUND' }]);
  },
  async 'nightly refresh tolerates every spelling of the bank-maintenance code'() {
    const spellings = [
      'BANK MAINTENANCE_RETRY_LATER',
      'BANK_MAINTENENACE_RETRY_LATER',
      'BANK_MAINTENANCE_RETRY_LATER',
    ];
    for (const refusal of spellings) {
      const user = testUser({ username: 'closed', accounts: [bankAccount({ title: 'Chequing' })], refusal });
      const started = start({ people: [user] });
      const { loginId } = started.sandbox.login({ username: 'closed' });
      // oxlint-disable-next-line no-await-in-loop -- one sandbox after the other
      expect(await nightly(started, loginId)).toEqual([]);
    }
  },
  async 'a nightly refresh sends webhooks'() {
    const started = withWebhook();
    const { loginId } = started.sandbox.login({ username: 'greatday_nomfa' });
    await nightly(started, loginId);
    started.clock.advance(10_000);
    await started.waitFor(2);
    expect(started.types()).toEqual(['KYC', 'GetAccountsDetail']);
    expect(started.received[1]?.['Login'].Id).toBe(loginId);
  },
  async 'a delivered webhook ends the collection'() {
    const { flinks, clock, waitFor } = withWebhook();
    const { body } = await flinks.authorize(login('greatday_nomfa'));
    const remove = async () => (await flinks.send('DELETE', `/DeleteCard/${body['Login'].Id}`)).status;
    expect(await remove()).toBe(400);
    clock.advance(10_000);
    await waitFor(2);
    expect(await remove()).toBe(200);
  },
  async 'nothing is delivered after DeleteCard'() {
    const started = withWebhook({ pendingPolls: 0 });
    const { flinks, clock, waitFor, types } = started;
    const { body } = await flinks.authorize(login('greatday_nomfa'));
    clock.advance(0);
    await waitFor(1);
    expect((await flinks.send('DELETE', `/DeleteCard/${body['Login'].Id}`)).status).toBe(200);
    clock.advance(86_400_000);
    // A delivery of another card that comes last shows that none of the deleted one was on its way.
    await flinks.authorize(login('test_pending'));
    clock.advance(0);
    await waitFor(2);
    expect(types()).toEqual(['KYC', 'KYC']);
  },
  async 'nothing is tried again after DeleteCard'() {
    const { flinks, clock, waitFor, sandbox } = withWebhook({}, 500);
    const { body } = await flinks.authorize(login('greatday_nomfa'));
    clock.advance(10_000);
    await waitFor(2);
    expect((await flinks.send('DELETE', `/DeleteCard/${body['Login'].Id}`)).status).toBe(200);
    clock.advance(86_400_000);
    await flinks.authorize(login('test_pending'));
    clock.advance(0);
    await waitFor(3);
    expect(sandbox.webhooks.deliveries().map(({ attempt }) => attempt)).toEqual([1, 1, 1]);
  },
  async 'resumeSelectedAccounts limits GetAccountsDetail'() {
    const { sandbox, authorize, detail } = start();
    const { loginId, accountIds } = sandbox.login({ username: 'greatday_nomfa' });
    await openAtBank({ resumeSelectedAccounts: String(accountIds[5]).toUpperCase() }, sandbox);
    const limited = await detail((await authorize(loginId, 'cached')).body['RequestId']);
    expect(limited['Accounts'].map(({ Id }: FlinksBody) => Id)).toEqual([accountIds[5]]);
    await openAtBank({}, sandbox);
    expect((await detail((await authorize(loginId, 'cached')).body['RequestId']))['Accounts']).toHaveLength(
      9,
    );
  },
  async 'theme takes light, dark and system'() {
    for (const theme of ['light', 'dark', 'system']) {
      // oxlint-disable-next-line no-await-in-loop -- one frame after the other
      expect((await openWidget(createSandbox(), { theme })).screen().theme).toBe(theme);
    }
  },
  async 'scheduleRefresh of the widget switches an existing card on and off'() {
    const { sandbox } = start();
    sandbox.login({ username: 'greatday_nomfa' });
    const isOn = () => sandbox.logins()[0]?.scheduledRefresh;
    await openAtBank({ scheduleRefresh: 'true' }, sandbox);
    expect(isOn()).toBe(true);
    await openAtBank({}, sandbox);
    expect(isOn()).toBe(true);
    await openAtBank({ scheduleRefresh: 'false' }, sandbox);
    expect(isOn()).toBe(false);
  },
  async 'the parameter may be spelled ScheduleRefresh'() {
    const { sandbox } = start();
    const page = await openAtBank({ ScheduleRefresh: 'true' }, sandbox);
    expect(sandbox.logins()[0]?.scheduledRefresh).toBe(true);
    expect(page.effects().filter(({ kind }) => kind === 'log')).toEqual([]);
  },
  async 'isActivated is false by default'() {
    const { sandbox, flinks } = start();
    const { loginId } = sandbox.login({ username: 'greatday_nomfa' });
    const { status, body } = await flinks.send('PATCH', '/SetScheduledRefresh', { loginId });
    expect([status, body]).toEqual([200, expect.stringContaining('deactivated')]);
  },
  async 'US institutions have routing numbers in the list'() {
    const { body } = await start().flinks.get('/Institutions');
    const us = body['Data'].filter(({ Country }: FlinksBody) => Country === 'US');
    expect(us).toMatchObject([{ RoutingNumbers: ['000000000'] }]);
    expect(body['Data'].length).toBe(institutions.length);
  },
  async 'AccountsFilter ignores the case of ids in Detail and in Statements'() {
    const { sandbox, flinks, authorize } = start();
    const { loginId, accountIds } = sandbox.login({ username: 'greatday_nomfa' });
    const AccountsFilter = [String(accountIds[1]).toUpperCase()];
    const { RequestId } = (await authorize(loginId, 'cached')).body;
    const statements = await flinks.post('/GetStatements', { RequestId, AccountsFilter });
    const detail = await flinks.post('/GetAccountsDetail', { RequestId, AccountsFilter });
    expect([statements.body['StatementsByAccount'].length, detail.body['Accounts'].length]).toEqual([1, 1]);
  },
  async 'REDIRECT carries its ids in both places'() {
    const page = await openAtBank({});
    const last: FlinksBody = Object(page.messages().at(-1));
    expect(last).toMatchObject({
      step: 'REDIRECT',
      loginId: expect.any(String),
      requestId: expect.any(String),
    });
    expect(last['url']).toContain(`loginId=${last['loginId']}`);
  },
  async 'a frame chooses the shape of its REDIRECT'() {
    const page = await openAtBank({ sandboxRedirectShape: 'url' });
    expect(Object(page.messages().at(-1))).not.toHaveProperty('loginId');
    const wrong = await openAtBank({
      sandboxRedirectShape: 'nope',
      sandboxDrive: 'fast',
      sandboxScenario: 'nope',
    });
    const logged = wrong.effects().flatMap((effect) => (effect.kind === 'log' ? [effect.text] : []));
    expect(logged).toEqual([
      expect.stringMatching(/^sandboxScenario is "nope", so it is ignored\. .+everyday/),
      expect.stringMatching(/^sandboxDrive is "fast", so it is ignored/),
      expect.stringMatching(/^sandboxRedirectShape is "nope", so it is ignored\. .+url, top-level, both/),
    ]);
  },
  async 'the widget opens at /Upload'() {
    const { connectUrl, close } = await startSandbox();
    const { status } = await fetch(new URL('/Upload', connectUrl));
    await close();
    const page = await openWidget(createSandbox(), { consentEnable: 'false' }, '/Upload');
    expect([status, page.screen().name]).toEqual([200, 'upload']);
  },
  async 'a bank with trouble shows a banner that does not block'() {
    const page = await openWidget(createSandbox(), { consentEnable: 'false', jsRedirect: 'true' });
    await page.act('choose', { choice: 'SandboxSlowBank' });
    expect(page.screen().blocks.map(({ kind }) => kind)).toContain('notice');
    await page.act('submit', { username: 'greatday_nomfa', password: 'Everyday' });
    expect(page.screen().name).toBe('result');
  },
  async 'a second call for one card gets 202'() {
    const { clock, flinks } = start();
    const { body } = await flinks.authorize(login('sandbox_held'));
    const ask = () => flinks.post('/GetAccountsDetail', { RequestId: body['RequestId'] });
    const first = ask();
    const second = await ask();
    expect(second.body['FlinksCode']).toBe('OPERATION_PENDING');
    clock.advance(210_000);
    expect((await first).body['FlinksCode']).toBe('OPERATION_DISPATCHED');
  },
  async 'FieldMatch needs an earlier GetAccountsDetail'() {
    const { sandbox, flinks, authorize, detail } = start();
    const { loginId } = sandbox.login({ username: 'greatday_nomfa' });
    const match = async () => (await flinks.post('/FieldMatch', { loginId, fullName: 'John Doe' })).status;
    expect(await match()).toBe(400);
    await detail((await authorize(loginId, 'cached')).body['RequestId']);
    expect(await match()).toBe(200);
  },
  async 'FieldMatch averages the compared fields and names those without data'() {
    const { sandbox, flinks, authorize, detail } = start();
    const { loginId } = sandbox.login({ username: 'chat_gpt' });
    await detail((await authorize(loginId, 'cached')).body['RequestId']);
    const { body } = await flinks.post('/FieldMatch', {
      loginId,
      fullName: 'TESTING',
      email: 'a@b.example',
      threshold: 0.8,
    });
    expect(body).toMatchObject({
      overallMatch: true,
      overallMatchRate: 1,
      fieldLevelMatch: { fullName: true, email: false, phone: null, noData: ['email'] },
      fieldLevelMatchRate: { fullName: 1, email: 0, phone: null, noData: ['email'] },
    });
  },
};

describe('a documented fact', () => {
  test.each(Object.entries(checks))('%s', async (_, check) => {
    await check();
  });

  test('has a check, and each check has a source', () => {
    expect(Object.keys(checks).toSorted()).toEqual(Object.keys(documentedFacts).toSorted());
  });
});
