import { type StartedSandbox, startSandbox, type StartSandboxOptions } from '@flinks-kit/sandbox/node';
import { request } from 'node:http';
import { readdir } from 'node:fs/promises';
import { networkInterfaces } from 'node:os';
import { createManualClock } from '@flinks-kit/core';
import { createShiftableClock } from '@flinks-kit/sandbox';
import { afterEach, describe, expect, test } from 'vitest';

const open: StartedSandbox[] = [];
const start = async (options?: StartSandboxOptions): Promise<StartedSandbox> => {
  const started = await startSandbox(options);
  open.push(started);
  return started;
};

describe('startSandbox', () => {
  afterEach(async () => {
    await Promise.all(open.splice(0).map(({ close }) => close()));
  });

  test('serves the API and the page on two origins with two host names', async () => {
    const { apiUrl, connectUrl, sandbox } = await start();
    expect(new URL(apiUrl).hostname).toBe('localhost');
    expect(new URL(connectUrl).hostname).toBe('127.0.0.1');

    const token = await fetch(
      `${apiUrl}/v3/${sandbox.credentials.customerId}/BankingServices/GenerateAuthorizeToken`,
      { method: 'POST', headers: { 'flinks-auth-key': sandbox.credentials.secretKey } },
    );
    expect(await token.json()).toMatchObject({ HttpStatusCode: 200 });
    for (const path of ['/v2/Credential/FlinksCapital?demo=true', '/Upload', '/v2/Upload', '/?requestId=1']) {
      const page = await fetch(new URL(path, connectUrl));
      expect(await page.text()).toContain('<div id="widget">');
    }
    for (const origin of [apiUrl, connectUrl]) {
      expect(await (await fetch(new URL('/health', origin))).json()).toEqual({ status: 'ok' });
    }
  });

  test('lets the page reach its own origin and nothing else', async () => {
    const { connectUrl } = await start();
    const policy = (await fetch(connectUrl)).headers.get('content-security-policy') ?? '';
    expect(policy.split('; ')).toEqual(
      expect.arrayContaining(["default-src 'none'", "connect-src 'self'", "form-action 'none'"]),
    );
    expect(policy).not.toMatch(/https?:|\*/);
  });

  test('serves every file of the page, and nothing beside it', async () => {
    const { connectUrl } = await start();
    const files = (await readdir(new URL('../../page/', import.meta.url))).filter((name) =>
      /\.(js|css)$/.test(name),
    );
    const statuses = await Promise.all(
      [...files, '..%2Fpackage.json', 'tsconfig.json'].map(
        async (name) => (await fetch(new URL(`/page/${name}`, connectUrl))).status,
      ),
    );
    expect(statuses).toEqual([...files.map(() => 200), 404, 404]);
  });

  test('a target that is no address is answered, and the next call too', async () => {
    const { apiUrl } = await start();
    const { hostname, port } = new URL(apiUrl);
    const status = await new Promise((resolve) => {
      request({ hostname, port, path: '//' }, (response) => resolve(response.statusCode)).end();
    });
    expect(status).toBe(400);
    expect((await fetch(apiUrl)).status).toBe(404);
  });

  test.each([
    ['html', /^<!doctype html>/],
    ['empty', /^$/],
    ['malformed', /^\{"[^}]*$/],
  ] as const)('a fault comes over the wire as it is: %s', async (kind, text) => {
    const { apiUrl, sandbox } = await start();
    sandbox.faults.add({ kind });
    const { credentials } = sandbox;
    const response = await fetch(
      `${apiUrl}/v3/${credentials.customerId}/BankingServices/GenerateAuthorizeToken`,
      {
        method: 'POST',
        headers: { 'flinks-auth-key': credentials.secretKey },
      },
    );
    expect(response.status).toBe(200);
    expect(await response.text()).toMatch(text);
  });

  test('a slow body comes over the wire in pieces, and whole in the end', async () => {
    const { apiUrl, sandbox } = await start();
    sandbox.faults.add({ kind: 'slow-body', ms: 5 });
    const response = await fetch(
      `${apiUrl}/v3/${sandbox.credentials.customerId}/BankingServices/Institutions`,
    );
    const pieces: number[] = [];
    for await (const chunk of response.body ?? []) pieces.push(chunk.length);
    expect(pieces.length).toBeGreaterThan(1);
  });

  test('a fault that cuts the connection cuts it on the wire', async () => {
    const { apiUrl, sandbox } = await start();
    sandbox.faults.add({ kind: 'cut', times: 1 });
    await expect(fetch(apiUrl)).rejects.toThrow('fetch failed');
    expect((await fetch(apiUrl)).status).toBe(404);
  });

  test('a taken port is one clear sentence', async () => {
    const { apiUrl } = await start();
    const port = Number(new URL(apiUrl).port);
    await expect(start({ port })).rejects.toThrow(
      `Port ${port} is taken, so the sandbox cannot serve Flinks' API`,
    );
  });

  describe('host', () => {
    test('lets other machines reach both origins', async () => {
      const { apiUrl, connectUrl } = await start({ host: '0.0.0.0' });
      const [address] = Object.values(networkInterfaces())
        .flatMap((list) => list ?? [])
        .filter(({ family, internal }) => family === 'IPv4' && !internal);
      for (const url of [apiUrl, connectUrl]) {
        const { port } = new URL(url);
        const response = await fetch(`http://${address?.address ?? '127.0.0.1'}:${port}/health`);
        expect(response.status).toBe(200);
      }
    });
  });

  test('a failure is logged and answered', async () => {
    const errors: unknown[] = [];
    const failing = createManualClock();
    const clock = {
      ...failing,
      now: () => {
        if (errors.length === 0 && isBroken) throw new Error('the clock is broken');
        return failing.now();
      },
    };
    let isBroken = false;
    const { apiUrl } = await start({ clock, onError: (error) => errors.push(error) });
    isBroken = true;
    const response = await fetch(apiUrl);
    expect([response.status, errors]).toEqual([
      500,
      [expect.objectContaining({ message: 'the clock is broken' })],
    ]);
  });

  describe('the control API', () => {
    const json = { 'content-type': 'application/json' };
    const call = (apiUrl: string, method: string, path: string, body?: unknown, headers: object = json) =>
      fetch(`${apiUrl}/sandbox${path}`, {
        method,
        headers: { ...headers },
        ...(body !== undefined && { body: JSON.stringify(body) }),
      });

    test('is off by default', async () => {
      const { apiUrl } = await start();
      const response = await call(apiUrl, 'POST', '/reset', {});
      expect(response.status).toBe(404);
      expect(await response.text()).toContain('--control');
    });

    test('does what a JavaScript test does in process', async () => {
      const { apiUrl, sandbox } = await start({ control: true });
      const read = async (method: string, path: string, body?: unknown) => {
        const response = await call(apiUrl, method, path, body);
        expect([path, response.status]).toEqual([path, 200]);
        return response.json();
      };
      const { loginId, accountIds } = await read('POST', '/login', { username: 'greatday_nomfa' });
      expect([loginId, accountIds.length]).toEqual([expect.stringMatching(/^[-0-9a-f]{36}$/), 9]);

      const { now } = await read('GET', '/clock');
      const later = await read('POST', '/clock', { advanceMs: 480_000 });
      expect(Date.parse(later.now) - Date.parse(now)).toBeGreaterThanOrEqual(480_000);
      expect(await read('POST', '/clock', { now: '2030-01-01T00:00:00Z' })).toMatchObject({
        now: expect.stringMatching(/^2030-01-01T00:00:0/),
      });

      expect(await read('POST', '/faults', { kind: 'throttle', times: 1 })).toMatchObject({
        faults: [{ kind: 'throttle', times: 1 }],
      });
      await read('DELETE', '/faults', {});
      expect(await read('GET', '/faults')).toEqual({ faults: [] });

      await read('POST', '/nightly-refresh', {});
      expect(await read('POST', '/scenario', { name: 'mfa', drive: 10 })).toEqual({ next: 'mfa' });
      const { next, scenarios } = await read('GET', '/scenario');
      expect([next, scenarios.map(({ name }: { name: string }) => name)]).toEqual([
        'mfa',
        expect.arrayContaining(['everyday', 'mfa', 'consent-denied']),
      ]);
      await read('POST', '/scenario', { name: null });
      expect(await read('GET', '/scenario')).toMatchObject({ next: null });
      await sandbox.fetch(
        new Request(`${apiUrl}/v3/x/BankingServices/DeleteCard/${loginId}`, { method: 'DELETE' }),
      );
      const journal = JSON.stringify(await read('GET', '/journal?endpoint=DeleteCard'));
      expect(journal).toContain('DeleteCard/•••');
      expect(journal).not.toContain(loginId);
      await sandbox.fetch(new Request(`${apiUrl}/v3/x/BankingServices/Institutions`));
      const { entries: last } = await read('GET', '/journal?last=1');
      expect(last).toEqual([expect.objectContaining({ path: '/v3/x/BankingServices/Institutions' })]);
      const mistake = await call(apiUrl, 'GET', '/journal?last=none');
      expect([mistake.status, (await mistake.json()).Message]).toEqual([
        400,
        expect.stringContaining('"last" is "none"'),
      ]);
      await read('POST', '/reset', {});
      expect(await read('GET', '/journal')).toEqual({ entries: [] });
      expect((await read('GET', '')).routes).toContain('POST /sandbox/reset');
    });

    test('moves a clock that the server of the same process uses too, and no other clock of the caller', async () => {
      const clock = createShiftableClock();
      const shared = await start({ control: true, clock });
      await call(shared.apiUrl, 'POST', '/clock', { now: '2030-01-01T00:00:00Z' });
      expect(new Date(clock.now()).toISOString()).toMatch(/^2030-01-01T00:00:0/);

      const { apiUrl } = await start({ control: true, clock: createManualClock() });
      const refused = await call(apiUrl, 'POST', '/clock', { advanceMs: 1 });
      expect([refused.status, (await refused.json()).Message]).toEqual([
        409,
        expect.stringContaining('createShiftableClock'),
      ]);
    });

    test('lists, resends and triggers webhooks', async () => {
      const received: string[] = [];
      const webhook = {
        url: 'https://app.example/webhook',
        secret: 'webhook-secret',
        async fetch(delivery: Request) {
          received.push(await delivery.text());
          return new Response(null, { status: 200 });
        },
      };
      const { apiUrl } = await start({ control: true, webhook });
      const list = async () => (await (await call(apiUrl, 'GET', '/webhooks')).json()).deliveries;
      await call(apiUrl, 'POST', '/webhooks/trigger', { username: 'greatday_nomfa' });
      await call(apiUrl, 'POST', '/clock', { advanceMs: 10_000 });
      await expect.poll(list).toHaveLength(2);
      expect((await list())[1]).toEqual({
        index: 1,
        at: expect.any(String),
        responseType: 'GetAccountsDetail',
        attempt: 1,
        status: 200,
      });
      await call(apiUrl, 'POST', '/webhooks/resend', { index: 0 });
      expect([received.length, received[2] === received[0]]).toEqual([3, true]);
    });

    test.each<[string, Record<string, string>, number]>([
      ['a page of another origin', { ...json, origin: 'https://evil.example' }, 403],
      ['a page of another site, as browsers report it', { ...json, 'sec-fetch-site': 'cross-site' }, 403],
      ['a form: no JSON', { 'content-type': 'text/plain' }, 403],
      ['its own origin', json, 200],
    ])('%s', async (_, headers, status) => {
      const { apiUrl } = await start({ control: true });
      expect((await call(apiUrl, 'POST', '/reset', {}, headers)).status).toBe(status);
    });

    test('a name that another site points to this machine', async () => {
      const { apiUrl } = await start({ control: true });
      const { hostname, port } = new URL(apiUrl);
      const status = await new Promise((resolve) => {
        const headers = { ...json, host: `rebound.example:${port}` };
        request({ hostname, port, path: '/sandbox/reset', method: 'POST', headers }, (response) =>
          resolve(response.statusCode),
        ).end('{}');
      });
      expect(status).toBe(403);
    });

    test('wants its token where other machines reach it', async () => {
      const { apiUrl } = await start({ control: true, host: '0.0.0.0', controlToken: 'let-me-in' });
      const statuses = await Promise.all(
        [
          json,
          { ...json, authorization: 'Bearer wrong' },
          { ...json, authorization: 'Bearer let-me-in' },
        ].map(async (headers) => (await call(apiUrl, 'POST', '/reset', {}, headers)).status),
      );
      expect(statuses).toEqual([401, 401, 200]);
      await expect(start({ control: true, host: '0.0.0.0' })).rejects.toThrow('control token');
    });

    test.each([
      ['/clock', { advanceMs: -1 }, /"advanceMs" is -1/],
      ['/login', { username: 'absent' }, /no test user called "absent"/],
      ['/scenario', { name: 'nope' }, /no scenario called "nope"/],
      ['/faults', { kind: 'rain' }, /"kind" is "rain", so no fault was added/],
      ['/faults', { kind: 'html', endpoint: 'GetAcounts' }, /no endpoint called "GetAcounts"/],
    ])('a mistake is one sentence: %s %j', async (path, body, sentence) => {
      const { apiUrl } = await start({ control: true });
      const response = await call(apiUrl, 'POST', path, body);
      expect([response.status, (await response.json()).Message]).toEqual([
        400,
        expect.stringMatching(sentence),
      ]);
    });
  });
});
