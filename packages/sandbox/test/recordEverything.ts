import {
  createManualClock,
  createSandbox,
  type ManualClock,
  type Sandbox,
  type SandboxOptions,
  scenarios,
} from '@flinks-kit/sandbox';
import { createFlinksClient, type FlinksBody, login } from './flinksClient.ts';
import { openWidget } from './widgetPage.ts';

/** Everything that a sandbox posts and answers when it does all it can. */
export interface Recording {
  /** What the widget posted. */
  readonly messages: readonly unknown[];
  /** What the API answered, by endpoint and status; refusals under one name. */
  readonly bodies: readonly RecordedBody[];
}

/** One answer, or one webhook. */
interface RecordedBody {
  readonly of: string;
  /** The endpoint with its verb, where it gave what it was asked for. */
  readonly call?: string;
  readonly body: FlinksBody;
}

/** Calls every endpoint, meets every code, and plays every scenario. */
export async function recordEverything(): Promise<Recording> {
  const messages = [...(await playEverything()), ...(await doWhatNoScenarioDoes())];
  return { messages, bodies: [...(await callEverything()), ...(await receiveWebhooks())] };
}

async function playEverything(): Promise<readonly unknown[]> {
  const received: unknown[] = [];
  for (const { name } of scenarios) {
    for (const [redirectShape, errorShape] of [
      ['url', 'flinksCode'],
      ['top-level', 'step'],
      ['both', 'flinksCode'],
    ] as const) {
      const sandbox = createSandbox({
        clock: createManualClock(),
        scenario: name,
        drive: 1,
        redirectShape,
        errorShape,
      });
      const page = await openWidget(sandbox, {
        accountSelectorEnable: 'true',
        closeEnable: 'true',
        ...(name === 'maximum-retries' && { maximumRetry: '1' }),
        ...(redirectShape === 'both' && {
          accountSelectorMultiple: 'true',
          enhancedMFA: 'true',
          stringify: 'true',
        }),
      });
      await page.play();
      received.push(...page.messages());
    }
  }
  return received;
}

async function doWhatNoScenarioDoes(): Promise<readonly unknown[]> {
  const sandbox = createSandbox({ clock: createManualClock() });
  const page = await openWidget(sandbox, { termsUrl: 'https://app.example/terms' });
  for (const what of ['offline', 'online', 'resize'] as const) page.notice(what);
  for (const action of ['read-terms', 'accept-terms', 'deny-terms', 'accept']) await page.act(action);
  await page.act('choose', { choice: 'FlinksCapital' });
  for (const action of ['forgot', 'back']) await page.act(action);
  await page.act('choose', { choice: 'SandboxOAuthBank' });
  for (const action of ['blocked', 'opened']) await page.act(action);
  await sandbox.fetch(
    new Request(`https://widget.example/sandbox/bank/${page.id}`, {
      method: 'POST',
      body: JSON.stringify({ action: 'approve' }),
    }),
  );
  await page.act('look');
  return page.messages();
}

async function callEverything(): Promise<Recording['bodies']> {
  const received: RecordedBody[] = [];
  const start = (options: SandboxOptions = {}) => {
    const clock = createManualClock();
    const sandbox = createSandbox({ clock, ...options });
    return { clock, sandbox, flinks: listen(sandbox, received) };
  };
  await callData(start({ shape: 'docs' }));
  await callConnections(start());
  await meetRefusals(start());
  await start({ without: ['GetStatements'] }).flinks.post('/GetStatements', {});
  return received;
}

interface Tour {
  readonly clock: ManualClock;
  readonly sandbox: Sandbox;
  readonly flinks: ReturnType<typeof createFlinksClient>;
}

async function callData({ flinks, sandbox }: Tour): Promise<void> {
  const opened = await flinks.authorize({ ...login('sandbox_every_account'), Tag: 'cart-7' });
  const { RequestId } = opened.body;
  await flinks.post('/GetAccountsSummary', { RequestId });
  await flinks.get(`/GetAccountsSummaryAsync/${RequestId}`);
  for (let poll = 0; poll < 3; poll += 1) await flinks.post('/GetAccountsDetail', { RequestId });
  await flinks.get(`/GetAccountsDetailAsync/${RequestId}`);
  await flinks.authorize({
    LoginId: sandbox.login({ username: 'greatday_nomfa' }).loginId,
    MostRecentCached: true,
  });

  const whole = await flinks.authorize({ ...login('greatday_nomfa'), Tag: 'cart-8' });
  for (let poll = 0; poll < 3; poll += 1) {
    await flinks.post('/GetAccountsDetail', { RequestId: whole.body['RequestId'] });
  }
  const statements = await flinks.authorize(login('sandbox_statements'));
  await flinks.post('/GetStatements', { RequestId: statements.body['RequestId'] });
  await flinks.get(`/GetStatementsAsync/${statements.body['RequestId']}`);
  await flinks.authorize({ ...login('sandbox_every_question'), Tag: 'cart-9' });
  await flinks.call(
    'POST',
    '/AuthorizeAsync',
    { 'flinks-auth-key': await flinks.mint() },
    login('greatday_nomfa'),
  );
}

async function callConnections({ flinks, sandbox }: Tour): Promise<void> {
  const { loginId } = sandbox.login({ username: 'Greatday' });
  await flinks.send('PATCH', '/SetScheduledRefresh', { loginId, isActivated: true });
  sandbox.refreshNightly();
  await flinks.authorize({ LoginId: loginId, MostRecentCached: true });
  await flinks.bearer('/GetNightlyRefreshStatus');
  await flinks.get(`/GetMFAQuestions/${loginId}`);
  await flinks.send('PATCH', '/AnswerMFAQuestions', { loginId, Questions: [] });
  await flinks.get('/Institutions');
  await flinks.get('/Institutions/RoutingNumber/000000000');
  await matchHolder({ flinks, sandbox });
  await flinks.call('POST', '/Token', {}, { client_id: 'kit', secret: sandbox.credentials.secretKey });
  // No session opened this one: its card is not in use.
  const idle = sandbox.login({ username: 'greatday_nomfa' });
  await flinks.send('DELETE', `/DeleteCard/${idle.loginId}`);
}

async function matchHolder({ flinks, sandbox }: Pick<Tour, 'flinks' | 'sandbox'>): Promise<void> {
  const { loginId } = sandbox.login({ username: 'chat_gpt' });
  const { body } = await flinks.authorize({ LoginId: loginId, MostRecentCached: true });
  for (let poll = 0; poll < 3; poll += 1)
    await flinks.post('/GetAccountsDetail', { RequestId: body['RequestId'] });
  await flinks.post('/FieldMatch', { loginId, fullName: 'Testing', email: 'a@b.example', threshold: 0.8 });
}

async function meetRefusals({ clock, flinks, sandbox }: Tour): Promise<void> {
  for (const code of ['USERNAME', 'PASSWORD', 'LOGIN'])
    await flinks.authorize(login(`sandbox_invalid_${code.toLowerCase()}`));
  for (const name of ['retry_later', 'unauthorized', 'new_account', 'aggregation_error', 'disabled_login']) {
    await flinks.authorize(login(`sandbox_${name}`));
  }
  await flinks.authorize(login('sandbox_concurrent_session'));
  await flinks.authorize({ ...login('Greatday'), Institution: 'SandboxClosedBank' });
  await flinks.authorize('{');
  await flinks.call('POST', '/Authorize', {}, {});
  sandbox.faults.add({ kind: 'throttle', times: 1 });
  await flinks.post('/GetAccountsDetail', {});
  await flinks.post('/GetAccountsDetail', { RequestId: 'absent' });

  const dispatched = await flinks.authorize(login('test_dispatched'));
  await flinks.post('/GetAccountsDetail', { RequestId: dispatched.body['RequestId'] });
  await flinks.send('DELETE', `/DeleteCard/${dispatched.body['Login'].Id}`);
  const unreadable = await flinks.authorize(login('sandbox_unreadable_document'));
  await flinks.post('/GetAccountsDetail', { RequestId: unreadable.body['RequestId'] });

  const answer = async (
    username: string,
    responses: (prompts: readonly string[]) => Record<string, string[]>,
  ) => {
    const token = await flinks.mint();
    const { body } = await flinks.authorize(login(username), token);
    const prompts = body['SecurityChallenges'].map(({ Prompt }: FlinksBody) => Prompt);
    return flinks.authorize({ RequestId: body['RequestId'], SecurityResponses: responses(prompts) }, token);
  };
  await answer('Greatday', ([prompt = '']) => ({ [prompt]: ['Atlantis'] }));
  await answer('Greatday', () => ({ 'Another?': ['Canada'] }));
  await answer('sandbox_three_questions', ([prompt = '']) => ({ [prompt]: ['Montreal'] }));
  await answer('sandbox_no_second_answer', ([prompt = '']) => ({ [prompt]: ['Atlantis'] }));
  const token = await flinks.mint();
  const done = await flinks.authorize(login('greatday_nomfa'), token);
  await flinks.authorize(
    { RequestId: done.body['RequestId'], SecurityResponses: { 'Any?': ['thing'] } },
    token,
  );

  const waiting = await flinks.mint();
  const { body } = await flinks.authorize(login('Greatday'), waiting);
  clock.advance(8 * 60_000);
  await flinks.authorize({ RequestId: body['RequestId'], SecurityResponses: {} }, waiting);
}

async function receiveWebhooks(): Promise<Recording['bodies']> {
  const received: { of: string; body: FlinksBody }[] = [];
  let complete = (): void => undefined;
  const completed = new Promise<void>((resolve) => (complete = resolve));
  const clock = createManualClock();
  const sandbox = createSandbox({
    clock,
    webhook: {
      url: 'https://app.example/webhook',
      secret: 'webhook-secret',
      async fetch(request) {
        const body: FlinksBody = await request.json();
        received.push({ of: `webhook ${body['ResponseType']}`, body });
        if (received.length === 2) complete();
        return new Response(null, { status: 200 });
      },
    },
  });
  await createFlinksClient(sandbox).authorize({ ...login('greatday_nomfa'), Tag: 'cart-7' });
  clock.advance(60_000);
  await completed;
  return received;
}

// The same client, recorded.
function listen(sandbox: Sandbox, received: RecordedBody[]) {
  return createFlinksClient({
    ...sandbox,
    async fetch(request) {
      const [, path = ''] = /BankingServices\/(.+)$/.exec(new URL(request.url).pathname) ?? [];
      const response = await sandbox.fetch(request);
      const body: FlinksBody = await response.clone().json();
      const [endpoint = ''] = /^(?:Institutions\/RoutingNumber|[A-Za-z]+)/.exec(path) ?? [];
      // The async endpoints give the payload of their endpoint.
      const of = `${endpoint.replace(/^(Get\w+)Async$/, '$1')} ${response.status}`;
      const call = `${request.method} ${endpoint}`;
      received.push(response.status < 300 ? { of, call, body } : { of: 'any refusal', body });
      return response;
    },
  });
}
