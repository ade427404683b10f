import { FlinksClient, verifyFlinksWebhook } from '@rizwannur/flinks';
import { createManualClock, createSandbox, type Sandbox, type SandboxOptions } from '@flinks-kit/sandbox';
import NodeFlinks, { isMessageValid } from 'node-flinks';
import { describe, expect, test, vi } from 'vitest';

// Clients that others wrote from Flinks' docs, and that never heard of this sandbox.
describe('@rizwannur/flinks', () => {
  const connect = (sandbox: Sandbox) => {
    const { instance, customerId, secretKey, apiKey } = sandbox.credentials;
    return new FlinksClient({
      instance,
      customerId,
      secretKey,
      xApiKey: apiKey,
      fetch: (input, init) => sandbox.fetch(new Request(input, init)),
    });
  };

  test('goes from the token through the question and the 202s to the accounts, and deletes the card', async () => {
    const sandbox = createSandbox();
    const flinks = connect(sandbox);
    const { loginId } = sandbox.login({ username: 'sandbox_asks_cached' });
    let result = await flinks.getAccountDetails({ loginId }, { poll: { intervalMs: 0 } });
    expect(result.status).toBe('mfa');
    if (result.status === 'mfa') result = await result.answer(answersTo(result.challenges));
    expect(result).toMatchObject({ status: 'done', accounts: { length: 9 } });

    expect(sandbox.journal.entries().map(({ endpoint, status }) => `${endpoint} ${status}`)).toEqual([
      'GenerateAuthorizeToken 200',
      'Authorize 203',
      'Authorize 200',
      'GetAccountsDetail 202',
      'GetAccountsDetailAsync 202',
      'GetAccountsDetailAsync 200',
    ]);
    const summary = await flinks.getAccountSummary({
      loginId: sandbox.login({ username: 'greatday_nomfa' }).loginId,
    });
    expect(summary).toMatchObject({ status: 'done', accounts: { 5: { eftEligibleRatio: 1 } } });
    expect(await flinks.connect.deleteCard(loginId)).toMatchObject({ statusCode: 200 });
  });

  test('reads a refusal by its code', async () => {
    const sandbox = createSandbox();
    const flinks = connect(sandbox);
    const asked = flinks.authorize.authorize({ loginId: '00000000-0000-4000-8000-000000000000' });
    await expect(asked).rejects.toMatchObject({ flinksCode: 'INVALID_LOGIN', httpStatusCode: 400 });
  });

  test('verifies the signature of a webhook', async () => {
    const { body, headers } = await receiveWebhook();
    expect(verifyFlinksWebhook(body, headers, 'webhook-secret')).toBe(true);
    expect(verifyFlinksWebhook(`${body} `, headers, 'webhook-secret')).toBe(false);
  });
});

// Its calls carry a bearer and no keys, and it polls by POST (docs/flinks/api.md 13.10), so the hop adds the keys and
// only the calls that it gets right are tried.
describe('node-flinks', () => {
  const connect = (sandbox: Sandbox) => {
    const { instance, customerId, apiKey } = sandbox.credentials;
    const client = new NodeFlinks(instance, customerId);
    Reflect.set(client, 'client', {
      extend: () => Reflect.get(client, 'client'),
      post: async (path: string, { json }: { json: unknown }) => {
        const response = await sandbox.fetch(
          new Request(`https://${instance}-api.private.fin.ag/v3/${customerId}/${path}`, {
            method: 'POST',
            headers: { 'x-api-key': apiKey },
            body: JSON.stringify(json),
          }),
        );
        return { body: await response.json() };
      },
    });
    return client;
  };

  test('reads Authorize, Summary, Detail and Statements', async () => {
    const sandbox = createSandbox({ requireAuthorizeToken: false, pendingPolls: 0 });
    const flinks = connect(sandbox);
    const { loginId } = sandbox.login({ username: 'greatday_nomfa' });
    const { requestId } = await flinks.authorize({ loginId, mostRecentCached: true });
    expect(await flinks.getAccountsSummary({ requestId })).toMatchObject({ accounts: { length: 9 } });
    expect(await flinks.getAccountsDetail({ requestId })).toMatchObject({
      login: { username: 'greatday_nomfa' },
    });
    expect(await flinks.getStatements({ requestId })).toMatchObject({ statementsByAccount: { length: 9 } });
  });

  test('verifies the signature of a webhook', async () => {
    const { body, headers } = await receiveWebhook();
    const signature = headers.get('flinks-authenticity-key') ?? '';
    expect(isMessageValid(body, signature, 'webhook-secret')).toBe(true);
    expect(isMessageValid(body, signature, 'another-secret')).toBe(false);
  });
});

async function receiveWebhook() {
  const clock = createManualClock();
  const received: { body: string; headers: Headers }[] = [];
  const webhook: SandboxOptions['webhook'] = {
    url: 'https://app.example/webhook',
    secret: 'webhook-secret',
    async fetch(request) {
      received.push({ body: await request.text(), headers: request.headers });
      return new Response(null, { status: 200 });
    },
  };
  const sandbox = createSandbox({ clock, webhook, requireAuthorizeToken: false });
  const { customerId } = sandbox.credentials;
  await sandbox.fetch(
    new Request(`https://api.example/v3/${customerId}/BankingServices/Authorize`, {
      method: 'POST',
      body: JSON.stringify({
        Institution: 'FlinksCapital',
        Username: 'greatday_nomfa',
        Password: 'Everyday',
      }),
    }),
  );
  clock.advance(0);
  return vi.waitUntil(() => received[0]);
}

function answersTo(challenges: readonly { prompt: string }[]): Record<string, string[]> {
  const known: Record<string, string> = { city: 'Montreal', country: 'Canada', shape: 'Triangle' };
  return Object.fromEntries(
    challenges.map(({ prompt }) => [
      prompt,
      Object.entries(known).flatMap(([word, answer]) => (prompt.includes(word) ? [answer] : [])),
    ]),
  );
}
