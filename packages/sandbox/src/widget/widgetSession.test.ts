import { createManualClock, createSandbox, institutions, type SandboxOptions } from '@flinks-kit/sandbox';
import { describe, expect, test } from 'vitest';
import { createFlinksClient } from '../../test/flinksClient.ts';
import { namesOf, openWidget } from '../../test/widgetPage.ts';
import type { WidgetReply } from './screens/protocol.ts';

const start = (options: SandboxOptions = {}) => createSandbox({ clock: createManualClock(), ...options });
const staysInside = { innerRedirect: 'true', jsRedirect: 'true' };

async function signIn(page: Awaited<ReturnType<typeof openWidget>>, username: string, password = 'Everyday') {
  if (page.screen().name === 'consent') await page.act('accept');
  if (page.screen().name === 'institution') await page.act('choose', { choice: 'FlinksCapital' });
  await page.act('submit', { username, password });
}

describe('the widget’s session', () => {
  describe('a whole widgetSession', () => {
    test('posts every step in the documented order, with the documented payloads', async () => {
      const sandbox = start({ redirectShape: 'both' });
      const page = await openWidget(sandbox, {
        accountSelectorEnable: 'true',
        tag: 'cart-7',
        ...staysInside,
      });
      await signIn(page, 'Greatday');
      const answer = page.screen().blocks.find((block) => block.kind === 'hint')?.items[0]?.fill ?? {};
      await page.act('submit', answer);
      const form = page.screen().blocks.find((block) => block.kind === 'form');
      const field = form?.fields.find(({ kind }) => kind === 'one-of');
      const account = field !== undefined && 'choices' in field ? (field.choices[2]?.value ?? '') : '';
      await page.act('submit', { accounts: [account] });

      const { loginId } = sandbox.login({ username: 'Greatday' });
      expect(page.messages()).toEqual([
        { step: 'APP_MOUNTED' },
        { step: 'COMPONENT_LOAD_CONSENT' },
        { step: 'COMPONENT_ACCEPT_CONSENT' },
        { step: 'COMPONENT_LOAD_INSTITUTION_SELECTOR', cached: false },
        { step: 'INSTITUTION_SELECTED', institution: 'FlinksCapital' },
        { step: 'COMPONENT_LOAD_CREDENTIAL', institution: 'FlinksCapital' },
        { step: 'SUBMIT_CREDENTIAL', institution: 'FlinksCapital' },
        { step: 'COMPONENT_LOAD_MFA', mfaTypes: ['QuestionAndAnswer'] },
        { step: 'SUBMIT_MFA' },
        { step: 'COMPONENT_LOAD_ACCOUNT_SELECTION', totalAccounts: 9, displayedAccounts: 3 },
        { step: 'ACCOUNT_SELECTED', accountId: account },
        {
          step: 'REDIRECT',
          loginId,
          requestId: expect.any(String),
          institution: 'FlinksCapital',
          accountId: account,
          url: `https://widget.example/v2/Result/FlinksCapital?thank-you=true&loginId=${loginId}&accountId=${account}&institution=FlinksCapital&tag=cart-7`,
        },
      ]);
      expect(page.screen().name).toBe('result');
    });

    test.each([
      ['url', ['institution', 'step', 'url']],
      ['top-level', ['accountId', 'institution', 'loginId', 'requestId', 'step']],
      ['both', ['accountId', 'institution', 'loginId', 'requestId', 'step', 'url']],
    ] as const)('ends with REDIRECT in the shape that is asked for: %s', async (redirectShape, keys) => {
      const sandbox = start({ redirectShape, drive: 1 });
      const page = await openWidget(sandbox, { accountSelectorEnable: 'true', ...staysInside });
      await page.play();
      // What is undefined is not posted.
      const posted: object = JSON.parse(JSON.stringify(page.messages().at(-1)));
      expect(Object.keys(posted).toSorted()).toEqual(keys);
    });

    test('makes a login that a fresh token opens', async () => {
      const sandbox = start();
      const page = await openWidget(sandbox, staysInside);
      await signIn(page, 'greatday_nomfa');
      const { loginId } = sandbox.login({ username: 'greatday_nomfa' });
      expect(JSON.stringify(page.messages().at(-1))).toContain(loginId);
      const cached = await createFlinksClient(sandbox).authorize({
        LoginId: loginId,
        MostRecentCached: true,
      });
      expect(cached.status).toBe(200);
    });
  });

  describe('the consent screen', () => {
    const always = ['Account names and numbers', 'Balances', 'Name and contact details of the holder'];

    test.each<[string, Record<string, string>, readonly string[]]>([
      ['what every login gives', {}, always],
      ['transactions that the address collects', { withTransactions: 'true' }, [...always, 'Transactions']],
      ['transactions of some days', { daysOfTransactions: 'Days90' }, [...always, 'Transactions']],
      ['statements', { detailsAndStatementEnable: 'true' }, [...always, 'Account statements']],
      [
        'only the features of the address',
        { features: 'TransactionHistory,AccountNumber', withTransactions: 'true' },
        ['Transactions', 'Account names and numbers'],
      ],
    ])('lists %s', async (_, parameters, items) => {
      const page = await openWidget(start(), parameters);
      expect(page.screen().blocks.find((block) => block.kind === 'list')?.items).toEqual(items);
    });
  });

  describe('what can go wrong', () => {
    test('a wrong password comes back as an API event without a step, and retry brings the form again', async () => {
      const page = await openWidget(start(), { consentEnable: 'false' });
      await signIn(page, 'Greatday', 'Yesterday');
      expect(page.messages().at(-1)).toEqual({
        flinksCode: 'INVALID_LOGIN',
        requestId: expect.any(String),
        institution: 'FlinksCapital',
      });
      await page.act('retry');
      expect(namesOf(page.messages()).at(-1)).toBe('COMPONENT_LOAD_CREDENTIAL_RETRY');
      expect(page.screen().name).toBe('credentials');
    });

    test('a token is good for one frame', async () => {
      const sandbox = start();
      const authorizeToken = await createFlinksClient(sandbox).mint();
      expect((await openWidget(sandbox, { authorizeToken })).screen().name).toBe('consent');
      const second = await openWidget(sandbox, { authorizeToken });
      expect(second.messages()).toEqual([{ step: 'TOKEN_INVALID' }]);
    });

    test.each([
      ['no token', { authorizeToken: null }],
      ['an unknown token', { authorizeToken: '00000000-0000-4000-8000-000000000000' }],
    ])('%s', async (_, parameters) => {
      expect((await openWidget(start(), parameters)).messages()).toEqual([{ step: 'TOKEN_INVALID' }]);
    });

    test('a token is too old after thirty minutes', async () => {
      const clock = createManualClock();
      const sandbox = start({ clock });
      const authorizeToken = await createFlinksClient(sandbox).mint();
      clock.advance(30 * 60_000);
      expect((await openWidget(sandbox, { authorizeToken })).screen().name).toBe('token-invalid');
    });

    test('retries run out', async () => {
      const page = await openWidget(start(), { maximumRetry: '1', consentEnable: 'false' });
      await signIn(page, 'Greatday', 'Yesterday');
      await page.act('retry');
      await signIn(page, 'Greatday', 'Yesterday');
      expect(namesOf(page.messages()).slice(-2)).toEqual(['INVALID_LOGIN', 'MAXIMUM_RETRY_REACHED']);
      expect(page.screen().name).toBe('ended');
    });

    test('closing posts a step and does nothing else', async () => {
      const page = await openWidget(start(), { closeEnable: 'true' });
      const before = page.screen();
      await page.act('close');
      expect(namesOf(page.messages()).at(-1)).toBe('COMPONENT_CLOSE_SESSION');
      expect(page.screen()).toEqual(before);
    });

    test.each([
      ['fallback', 'sandbox_invalid_password', true],
      ['fallback', 'sandbox_new_account', false],
      ['off', 'sandbox_invalid_password', false],
    ] as const)('statements in place of a login: %s, %s', async (upload, username, isOffered) => {
      const page = await openWidget(start({ upload }), { consentEnable: 'false' });
      await page.act('choose', { choice: 'FlinksCapital' });
      await signIn(page, username);
      expect(JSON.stringify(page.screen()).includes('"action":"upload"')).toBe(isOffered);
      if (!isOffered) return;
      await page.act('upload');
      await page.act('submit', { statement: 'january.pdf' });
      expect(namesOf(page.messages()).at(-1)).toBe('REDIRECT');
    });

    test('an answer that may not be repeated ends the conversation, not the widget', async () => {
      const page = await openWidget(start(), { consentEnable: 'false' });
      await signIn(page, 'sandbox_no_second_answer');
      await page.act('submit', { answer0: 'Atlantis' });
      expect(namesOf(page.messages()).at(-1)).toBe('INVALID_SECURITY_RESPONSE_NO_RETRY');
      await page.act('retry');
      expect(page.screen().name).toBe('credentials');
    });
  });

  describe('the address decides', () => {
    test.each([
      ['consentEnable=false', { consentEnable: 'false' }, '/v2/', 'institution'],
      [
        '/Credential/{institution}',
        { consentEnable: 'false' },
        '/v2/Credential/FlinksCapital',
        'credentials',
      ],
      ['/Credential/{number}', { consentEnable: 'false' }, '/v2/Credential/14', 'credentials'],
      ['/Credential/ of no bank', { consentEnable: 'false' }, '/v2/Credential/NoSuchBank', 'institution'],
      [
        '/Credential/ of an OAuth bank',
        { consentEnable: 'false' },
        '/v2/Credential/SandboxOAuthBank',
        'bank-window',
      ],
      ['/Upload', { consentEnable: 'false' }, '/v2/Upload', 'upload'],
      [
        '/Credential/ of a closed bank',
        { consentEnable: 'false' },
        '/v2/Credential/SandboxClosedBank',
        'problem',
      ],
      [
        'demoOutbound=true',
        { consentEnable: 'false', demoOutbound: 'true' },
        '/v2/Credential/FlinksCapital',
        'bank-window',
      ],
    ] as const)('%s', async (_, parameters, path, screen) => {
      expect((await openWidget(start(), parameters, path)).screen().name).toBe(screen);
    });

    test.each([
      ['by default the three Operations accounts', {}, 3],
      ['showAllAccounts', { showAllAccounts: 'true' }, 9],
      ['accountSelectorCurrency', { accountSelectorCurrency: 'cad' }, 2],
      ['eftEligibleRatio', { eftEligibleRatio: '1' }, 2],
    ])('which accounts are offered: %s', async (_, parameters, displayedAccounts) => {
      const page = await openWidget(start(), {
        consentEnable: 'false',
        accountSelectorEnable: 'true',
        ...parameters,
      });
      await signIn(page, 'greatday_nomfa');
      expect(page.messages().at(-1)).toMatchObject({ totalAccounts: 9, displayedAccounts });
    });

    test.each([
      ['one', { accountSelectorMultiple: 'false' }, 'one-of', 1],
      ['several', { accountSelectorMultiple: 'true' }, 'some-of', 2],
    ] as const)('how many accounts can be chosen: %s', async (_, parameters, kind, count) => {
      const page = await openWidget(start({ redirectShape: 'both' }), {
        consentEnable: 'false',
        accountSelectorEnable: 'true',
        ...parameters,
        ...staysInside,
      });
      await signIn(page, 'greatday_nomfa');
      const form = page.screen().blocks.find((block) => block.kind === 'form');
      const field = form?.fields.find((known) => known.kind === kind);
      const offered =
        field !== undefined && 'choices' in field ? field.choices.map(({ value }) => value) : [];
      const chosen = offered.slice(0, count);
      await page.act('submit', { accounts: chosen });
      expect(chosen).toHaveLength(count);
      expect(page.messages().at(-1)).toMatchObject({ step: 'REDIRECT', accountId: chosen.join(',') });
    });

    test.each([
      ['stringify', { stringify: 'true' }, { message: '{"step":"APP_MOUNTED"}', to: 'parent' }],
      ['webview', { webview: 'true' }, { message: '{"step":"APP_MOUNTED"}', to: 'webview' }],
      ['neither', {}, { message: { step: 'APP_MOUNTED' }, to: 'parent' }],
    ])('how the host receives it: %s', async (_, parameters, effect) => {
      expect((await openWidget(start(), parameters)).effects()[0]).toMatchObject(effect);
    });

    test.each([
      ['jsRedirect keeps the page', { jsRedirect: 'true' }, undefined],
      ['innerRedirect moves the frame', { innerRedirect: 'true' }, 'frame'],
      ['otherwise the whole window goes', {}, 'top'],
    ])('where success leads: %s', async (_, parameters, where) => {
      const redirectUrl = 'https://app.example/done?lead=7#top';
      const page = await openWidget(start(), { consentEnable: 'false', redirectUrl, ...parameters });
      await signIn(page, 'greatday_nomfa');
      const navigation = page.effects().find((effect) => effect.kind === 'navigate');
      expect(navigation?.window).toBe(where);
      expect(page.messages().at(-1)).toMatchObject({
        url: expect.stringMatching(
          /^https:\/\/app\.example\/done\?lead=7&loginId=[^#]+&institution=FlinksCapital#top$/,
        ),
      });
    });

    test('a deep link of an app comes back as it was sent', async () => {
      const page = await openWidget(start(), { consentEnable: 'false', redirectUrl: 'myapp://callback' });
      await signIn(page, 'greatday_nomfa');
      expect(page.messages().at(-1)).toMatchObject({
        url: expect.stringMatching(/^myapp:\/\/callback\?loginId=/),
      });
    });

    test.each([
      ['ca', institutions.filter(({ country }) => country === 'CA').map(({ name }) => name)],
      ['us', ['SandboxUsBank']],
    ])('which institutions are listed: institutionsLocation=%s', async (institutionsLocation, names) => {
      const page = await openWidget(start(), { consentEnable: 'false', institutionsLocation });
      const list = page.screen().blocks.find((block) => block.kind === 'choices');
      expect(list?.choices.map(({ value }) => value)).toEqual(names);
    });

    test('language decides the words and the questions of the bank', async () => {
      const page = await openWidget(start(), { consentEnable: 'false', language: 'fr' });
      await signIn(page, 'Greatday');
      expect(page.screen()).toMatchObject({
        language: 'fr',
        title: 'Répondez à la question de votre banque',
      });
      expect(JSON.stringify(page.screen().blocks)).toMatch(/"label":"(Où|Quel|Quelle) /);
    });

    test('a name that no page of Flinks knows is reported', async () => {
      const page = await openWidget(start(), { acountSelectorEnable: 'true' });
      expect(page.effects()).toContainEqual({
        kind: 'log',
        text: 'No page of Flinks and no public code uses the parameter "acountSelectorEnable".',
      });
    });

    test('terms post their steps as they are ticked and read', async () => {
      const page = await openWidget(start(), { termsUrl: 'https://app.example/terms' });
      for (const action of ['read-terms', 'accept-terms', 'deny-terms']) await page.act(action);
      expect(namesOf(page.messages()).slice(-3)).toEqual([
        'COMPONENT_CLICK_TERMS_URL',
        'COMPONENT_ACCEPT_TERMS',
        'COMPONENT_DENY_TERMS',
      ]);
    });

    test.each([
      ['Greatday', 'ENHANCED_MFA_HAS_QUESTIONS'],
      ['greatday_nomfa', 'ENHANCED_MFA_NO_QUESTIONS'],
    ])('enhancedMFA: %s', async (username, step) => {
      const sandbox = start({ drive: 1, scenario: username === 'Greatday' ? 'mfa' : 'everyday' });
      const page = await openWidget(sandbox, { enhancedMFA: 'true' });
      await page.play();
      expect(namesOf(page.messages())).toContain(step);
      expect(page.screen().name).toBe('result');
    });
  });

  test.each([
    ['waits for the person', null, null],
    ['is as fast as a person', 1, 900],
    ['is a hundred times as fast', 100, 9],
  ])('a scenario %s', async (_, drive, afterMs) => {
    const sandbox = start({ drive });
    const page = new URL('https://widget.example/v2/');
    page.searchParams.set('authorizeToken', await createFlinksClient(sandbox).mint());
    const opened = await sandbox.fetch(
      new Request('https://widget.example/sandbox/widget', {
        method: 'POST',
        body: JSON.stringify({ href: page.href }),
      }),
    );
    const { next, screen }: WidgetReply = await opened.json();
    expect([screen.name, next?.afterMs ?? null]).toEqual(['consent', afterMs]);
  });

  describe('resuming at the question', () => {
    async function interrupted(clock = createManualClock()) {
      const sandbox = start({ clock });
      const flinks = createFlinksClient(sandbox);
      const { loginId } = sandbox.login({ username: 'Greatday' });
      const token = await flinks.mint();
      const { body } = await flinks.authorize(
        { LoginId: loginId, MostRecentCached: false, Save: true },
        token,
      );
      return { clock, sandbox, loginId, requestId: String(body['RequestId']) };
    }

    test.each([
      ['with a fresh token', {}],
      ['without a token', { authorizeToken: null }],
    ])('%s', async (_, parameters) => {
      const { sandbox, loginId, requestId } = await interrupted();
      const page = await openWidget(sandbox, {
        requestId,
        sandboxDrive: '1',
        sandboxScenario: 'mfa',
        ...parameters,
      });
      await page.play();
      expect(namesOf(page.messages())).toEqual([
        'APP_MOUNTED',
        'COMPONENT_LOAD_MFA',
        'SUBMIT_MFA',
        'REDIRECT',
      ]);
      expect(JSON.stringify(page.messages().at(-1))).toContain(loginId);
    });

    test('comes too late after eight minutes: the person signs in again', async () => {
      const { clock, sandbox, requestId } = await interrupted();
      clock.advance(8 * 60_000);
      const page = await openWidget(sandbox, { requestId });
      expect(page.screen().name).toBe('credentials');
    });

    test('keeps the earlier choice of accounts', async () => {
      const { sandbox, requestId } = await interrupted();
      const page = await openWidget(sandbox, {
        requestId,
        resumeSelectedAccounts: 'one,two',
        accountSelectorEnable: 'true',
        sandboxDrive: '1',
      });
      await page.play();
      expect(page.messages().at(-1)).toMatchObject({ url: expect.stringContaining('accountId=one%2Ctwo') });
    });
  });

  describe("an OAuth bank's own window", () => {
    const decide = (sandbox: ReturnType<typeof start>, id: string, action: string) =>
      sandbox
        .fetch(
          new Request(`https://widget.example/sandbox/bank/${id}`, {
            method: 'POST',
            body: JSON.stringify({ action }),
          }),
        )
        .then((response) => response.json());

    test('opens, is agreed to, and the widget goes on', async () => {
      const sandbox = start();
      const page = await openWidget(sandbox, { consentEnable: 'false' }, '/v2/Credential/SandboxOAuthBank');
      await page.act('opened');
      await decide(sandbox, page.id, 'approve');
      await page.act('look');
      expect(namesOf(page.messages())).toEqual([
        'APP_MOUNTED',
        'POPUP_OPENED',
        'COMPONENT_ACCEPT_PROVIDER_CONSENT',
        'REDIRECT',
      ]);
    });

    test('is blocked by the browser, and the button stays', async () => {
      const page = await openWidget(start(), { consentEnable: 'false' }, '/v2/Credential/SandboxOAuthBank');
      await page.act('blocked');
      expect(namesOf(page.messages())).toEqual(['APP_MOUNTED', 'POPUP_BLOCKED']);
      expect(page.screen().blocks.map(({ kind }) => kind)).toEqual(['alert', 'buttons']);
    });

    test('is refused, and the person chooses again', async () => {
      const sandbox = start();
      const page = await openWidget(sandbox, { consentEnable: 'false' }, '/v2/Credential/SandboxOAuthBank');
      await page.act('opened');
      await decide(sandbox, page.id, 'deny');
      await page.act('look');
      expect(page.screen().name).toBe('institution');
    });

    test.each([
      ['', {}],
      [', whatever else is asked of the widget', { innerRedirect: 'true', jsRedirect: 'true' }],
    ])(
      'takes the whole page with oauthWindowRedirect, and leads back with the ids%s',
      async (_what, more) => {
        const sandbox = start();
        const page = await openWidget(
          sandbox,
          {
            consentEnable: 'false',
            oauthWindowRedirect: 'true',
            redirectUrl: 'https://app.example/back?state=s1',
            ...more,
          },
          '/v2/Credential/SandboxOAuthBank',
        );
        await page.act('leave');
        expect(page.effects().at(-1)).toMatchObject({ kind: 'navigate', window: 'top' });
        expect(await decide(sandbox, page.id, 'approve')).toMatchObject({
          leadsTo: expect.stringMatching(
            /^https:\/\/app\.example\/back\?state=s1&loginId=[-0-9a-f]{36}&institution=RideauTrust$/,
          ),
        });
      },
    );
  });
});
