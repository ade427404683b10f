import { createManualClock, createSandbox, type WebhookOptions } from '@flinks-kit/sandbox';
import { createHmac } from 'node:crypto';
import { describe, expect, test, vi } from 'vitest';
import { createFlinksClient, login } from '../../test/flinksClient.ts';
import { ticks } from '../../test/ticks.ts';

/** A receiver that answers the given statuses one after the other, then the last one. */
function start(statuses: readonly number[] = [200], options: Partial<WebhookOptions> = {}) {
  const received: { headers: Headers; body: string }[] = [];
  const clock = createManualClock();
  const sandbox = createSandbox({
    clock,
    webhook: {
      url: 'https://app.example/api/flinks/webhook',
      secret: 'webhook-secret',
      async fetch(request) {
        received.push({ headers: request.headers, body: await request.text() });
        return new Response(null, { status: statuses[received.length - 1] ?? statuses.at(-1) ?? 200 });
      },
      ...options,
    },
  });
  return { clock, sandbox, received, flinks: createFlinksClient(sandbox) };
}

const half = 30 * 60_000;

describe('a login', () => {
  test('sends KYC at once and GetAccountsDetail once the data is there, each signed over its bytes', async () => {
    const { clock, received, flinks } = start();
    const { body } = await flinks.authorize({ ...login('greatday_nomfa'), Tag: 'cart-7' });
    clock.advance(10_000);
    await expect.poll(() => received).toHaveLength(2);

    for (const { headers, body: raw } of received) {
      const expected = createHmac('sha256', 'webhook-secret').update(raw).digest('base64');
      expect(headers.get('flinks-authenticity-key')).toBe(expected);
    }
    const [kyc, detail] = received.map(({ body: raw }) => JSON.parse(raw));
    expect(Object.keys(kyc).slice(0, 3)).toEqual(['ResponseType', 'HttpStatusCode', 'Holders']);
    expect(kyc).toMatchObject({
      ResponseType: 'KYC',
      Holders: [{ Name: 'John Doe' }],
      RequestId: body['RequestId'],
    });
    expect(Object.keys(detail).slice(0, 3)).toEqual(['ResponseType', 'HttpStatusCode', 'Accounts']);
    expect(detail).toMatchObject({
      ResponseType: 'GetAccountsDetail',
      Tag: 'cart-7',
      Login: { Id: body['Login'].Id },
    });
    expect(detail.Accounts).toHaveLength(9);
  });

  test('sends what is due first first, however long its signature takes', async () => {
    const { subtle } = crypto;
    const sign = subtle.sign.bind(subtle);
    vi.spyOn(subtle, 'sign').mockImplementationOnce(async (...args) => {
      for (let turn = 0; turn < 5000; turn += 1) await new Promise((resolve) => setImmediate(resolve));
      return sign(...args);
    });
    try {
      const { clock, received, flinks } = start();
      await flinks.authorize(login('greatday_nomfa'));
      clock.advance(10_000);
      await expect.poll(() => received).toHaveLength(2);
      expect(received.map(({ body }) => JSON.parse(body).ResponseType)).toEqual(['KYC', 'GetAccountsDetail']);
    } finally {
      vi.restoreAllMocks();
    }
  });

  test('opened from stored data sends nothing', async () => {
    const { clock, sandbox, received, flinks } = start();
    const { loginId } = sandbox.login({ username: 'greatday_nomfa' });
    await flinks.authorize({ LoginId: loginId, MostRecentCached: true });
    clock.advance(half);
    expect(received).toEqual([]);
  });
});

describe('tries', () => {
  test('only exactly 200 counts, and the next try is half an hour later', async () => {
    const { clock, sandbox, flinks } = start([500, 204, 200]);
    await flinks.authorize(login('greatday_nomfa'));
    const attempts = async (count: number) => {
      await expect.poll(() => sandbox.webhooks.deliveries()).toHaveLength(count);
    };
    clock.advance(0);
    await attempts(1);
    clock.advance(half - 1);
    await attempts(2); // the Detail of the same login, ten seconds in
    clock.advance(1);
    await attempts(3);
    clock.advance(half);
    await attempts(4);
    expect(
      sandbox.webhooks
        .deliveries()
        .map(({ responseType, attempt, status }) => [responseType, attempt, status]),
    ).toEqual([
      ['KYC', 1, 500],
      ['GetAccountsDetail', 1, 204],
      ['KYC', 2, 200],
      ['GetAccountsDetail', 2, 200],
    ]);
  });

  test('there are ten, half an hour apart, and then no more', async () => {
    const { clock, sandbox, flinks } = start([503], { detailAfterMs: 1e12 });
    await flinks.authorize(login('greatday_nomfa'));
    for (let attempt = 1; attempt <= 12; attempt += 1) {
      clock.advance(attempt === 1 ? 0 : half);
      await expect.poll(() => sandbox.webhooks.deliveries()).toHaveLength(Math.min(attempt, 10));
    }
    const minutes = sandbox.webhooks
      .deliveries()
      .map(({ at, attempt }) => [attempt, (Date.parse(at) - Date.parse('2026-01-15T12:00:00Z')) / 60_000]);
    expect(minutes).toEqual(Array.from({ length: 10 }, (_, index) => [index + 1, index * 30]));
  });

  test.each([[201], [202], [204], [301], [400], [401], [404], [500], [503]])(
    '%i is no receipt',
    async (status) => {
      const { clock, sandbox, flinks } = start([status, 200], { detailAfterMs: 1e12 });
      await flinks.authorize(login('greatday_nomfa'));
      clock.advance(0);
      await expect.poll(() => sandbox.webhooks.deliveries()).toHaveLength(1);
      clock.advance(half);
      await expect.poll(() => sandbox.webhooks.deliveries()).toMatchObject([{ status }, { status: 200 }]);
    },
  );

  test('no answer is an attempt too', async () => {
    const { clock, sandbox, flinks } = start([], {
      fetch: () => Promise.reject(new TypeError('fetch failed')),
    });
    await flinks.authorize(login('greatday_nomfa'));
    clock.advance(0);
    await expect.poll(() => sandbox.webhooks.deliveries()).toMatchObject([{ status: null }]);
  });
});

describe('webhooks of the sandbox', () => {
  test('duplicates and late old bodies come on demand, byte for byte', async () => {
    const { clock, sandbox, received, flinks } = start([200], { header: 'X-Flinks-Signature' });
    await flinks.authorize(login('greatday_nomfa'));
    clock.advance(0);
    await expect.poll(() => sandbox.webhooks.deliveries()).toHaveLength(1);
    const [delivery] = sandbox.webhooks.deliveries();
    if (delivery !== undefined) await sandbox.webhooks.resend(delivery);
    // A day later the newer Detail has long arrived.
    clock.advance(48 * half);
    await expect.poll(() => received).toHaveLength(3);
    if (delivery !== undefined) await sandbox.webhooks.resend(delivery);

    const [first, duplicate, newer, late] = received;
    expect(newer?.body).toContain('"ResponseType":"GetAccountsDetail"');
    for (const again of [duplicate, late]) {
      expect(again?.body).toBe(first?.body);
      expect(again?.headers.get('X-Flinks-Signature')).toBe(first?.headers.get('X-Flinks-Signature'));
    }
  });

  test('a reset forgets deliveries, also one that is on its way and would be tried again', async () => {
    const onItsWay: ((response: Response) => void)[] = [];
    const { clock, sandbox, flinks } = start([], {
      fetch: () => new Promise((answer) => onItsWay.push(answer)),
    });
    await flinks.authorize(login('greatday_nomfa'));
    clock.advance(0);
    await expect.poll(() => onItsWay).toHaveLength(1);
    sandbox.reset();
    onItsWay[0]?.(new Response(null, { status: 503 }));
    await ticks();
    clock.advance(half);
    await ticks();
    expect(sandbox.webhooks.deliveries()).toEqual([]);
  });
});
