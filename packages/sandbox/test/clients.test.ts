import { FlinksClient, verifyFlinksWebhook } from '@rizwannur/flinks';
import { createManualClock, createSandbox, type SandboxOptions } from '@flinks-kit/sandbox';
import { startSandbox, type StartedSandbox, type StartSandboxOptions } from '@flinks-kit/sandbox/node';
import http from 'node:http';
import https from 'node:https';
import NodeFlinks, { isMessageValid } from 'node-flinks';
import { afterEach, describe, expect, test, vi } from 'vitest';

// Clients that others wrote from Flinks' docs. They run unchanged, over HTTP, against the served sandbox.
const open: StartedSandbox[] = [];
const start = async (options?: StartSandboxOptions): Promise<StartedSandbox> => {
  const started = await startSandbox(options);
  open.push(started);
  return started;
};

describe('other clients of Flinks', () => {
  afterEach(async () => {
    vi.restoreAllMocks();
    await Promise.all(open.splice(0).map(({ close }) => close()));
  });

  describe('@rizwannur/flinks', () => {
    const connect = ({ sandbox, apiUrl }: StartedSandbox) => {
      const { instance, customerId, secretKey, apiKey } = sandbox.credentials;
      return new FlinksClient({
        instance,
        customerId,
        secretKey,
        xApiKey: apiKey,
        hosts: { banking: apiUrl },
      });
    };

    test('goes from the token through the question and the 202s to the accounts, and deletes the card', async () => {
      const started = await start();
      const { sandbox } = started;
      const flinks = connect(started);
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

    test('matches the fields of a holder', async () => {
      const started = await start({ pendingPolls: 0 });
      const flinks = connect(started);
      const { loginId } = started.sandbox.login({ username: 'greatday_nomfa' });
      await flinks.getAccountDetails({ loginId });
      const match = await flinks.identity.fieldMatch({ loginId, fullName: 'Jon Doe', threshold: '0.8' });
      expect(match).toMatchObject({ overallMatch: true, overallMatchRate: 0.86 });
    });

    test('reads a refusal by its code', async () => {
      const flinks = connect(await start());
      const asked = flinks.authorize.authorize({ loginId: '00000000-0000-4000-8000-000000000000' });
      await expect(asked).rejects.toMatchObject({ flinksCode: 'INVALID_LOGIN', httpStatusCode: 400 });
    });

    test('verifies the signature of a webhook', async () => {
      const { body, headers } = await receiveWebhook();
      expect(verifyFlinksWebhook(body, headers, 'webhook-secret')).toBe(true);
      expect(verifyFlinksWebhook(`${body} `, headers, 'webhook-secret')).toBe(false);
    });
  });

  // Its host is fixed, so the network leads its requests to the sandbox. It sends neither an authorize token nor an
  // x-api-key, and it polls by POST (docs/flinks/api.md 12).
  describe('node-flinks', () => {
    const connect = ({ sandbox, apiUrl }: StartedSandbox) => {
      const { instance, customerId } = sandbox.credentials;
      const host = `${instance}-api.private.fin.ag`;
      vi.spyOn(https, 'request').mockImplementation((url, options, callback) => {
        if (!(url instanceof URL) || url.hostname !== host || typeof options !== 'object') {
          throw new Error('Only requests to the sandbox are expected.');
        }
        const { hostname, port } = new URL(apiUrl);
        return http.request(
          {
            method: options.method,
            headers: options.headers,
            path: url.pathname + url.search,
            hostname,
            port,
          },
          callback,
        );
      });
      return new NodeFlinks(instance, customerId);
    };

    const readEverything = async (started: StartedSandbox, token: { accessToken?: string } = {}) => {
      const flinks = connect(started);
      const { loginId } = started.sandbox.login({ username: 'greatday_nomfa' });
      const opened = await flinks.authorize({ loginId, mostRecentCached: true, ...token });
      const asked = { requestId: opened.requestId, ...token };
      expect(await flinks.getAccountsSummary(asked)).toMatchObject({ accounts: { length: 9 } });
      expect(await flinks.getAccountsSummaryAsync(asked)).toMatchObject({ accounts: { length: 9 } });
      expect(await flinks.getAccountsDetail(asked)).toMatchObject({ login: { username: 'greatday_nomfa' } });
      expect(await flinks.getAccountsDetailAsync(asked)).toMatchObject({ accounts: { length: 9 } });
      expect(await flinks.getStatements(asked)).toMatchObject({ statementsByAccount: { length: 9 } });
    };

    test('reads an instance of an early customer, which wants no keys', async () => {
      await readEverything(
        await start({ requireAuthorizeToken: false, requireApiKey: false, pendingPolls: 0 }),
      );
    });

    test('reads an instance that hands out access tokens', async () => {
      const started = await start({ pendingPolls: 0 });
      const secret = started.sandbox.credentials.secretKey;
      const { accessToken } = await connect(started).token({ clientId: 'kit', secret }, true);
      await readEverything(started, { accessToken: String(accessToken) });
    });

    test('verifies the signature of a webhook', async () => {
      const { body, headers } = await receiveWebhook();
      const signature = headers.get('flinks-authenticity-key') ?? '';
      expect(isMessageValid(body, signature, 'webhook-secret')).toBe(true);
      expect(isMessageValid(body, signature, 'another-secret')).toBe(false);
    });
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
  await expect.poll(() => received).toHaveLength(1);
  return received[0] ?? expect.unreachable();
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
