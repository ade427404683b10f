import { createHmac } from 'node:crypto';
import * as fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { startTestServer, testOrigin } from '../startTestServer.ts';

const secret = 'a-secret-of-the-test';
const returns = { publicUrl: `${testOrigin}/api/flinks`, returnTo: '/bank' };

describe('strange requests', () => {
  test('no delivery, however strange and rightly signed, is a server error', async () => {
    const { flinks, link } = startTestServer({ server: { webhook: { secrets: [secret] } } });
    const { link: linked } = await link('ann');
    // Shapes that come close to the documented one, so that they get past its first checks.
    const near = fc.record(
      {
        ResponseType: fc.oneof(fc.constantFrom('KYC', 'GetAccountsDetail', 'Dropout'), fc.jsonValue()),
        HttpStatusCode: fc.oneof(fc.constantFrom(200, 202, 401), fc.jsonValue()),
        Login: fc.oneof(
          fc.record({ Id: fc.constant(linked.loginId), LastRefresh: fc.jsonValue() }),
          fc.jsonValue(),
        ),
        Accounts: fc.oneof(
          fc.array(fc.jsonValue()),
          fc.array(fc.record({ Id: fc.jsonValue(), Balance: fc.jsonValue() })),
        ),
        RequestId: fc.jsonValue(),
      },
      { requiredKeys: [] },
    );
    const body = fc.oneof(
      near.map((value) => JSON.stringify(value)),
      fc.json(),
      fc.string(),
    );
    await fc.assert(
      fc.asyncProperty(body, async (text) => {
        const signature = createHmac('sha256', secret).update(text).digest('base64');
        const answer = await flinks.handler(
          new Request(`${testOrigin}/api/flinks/webhook`, {
            method: 'POST',
            headers: { 'flinks-authenticity-key': signature },
            body: text,
          }),
        );
        // Flinks counts only exactly 200 as received, and would send anything else again for five hours.
        expect(answer.status).toBe(200);
      }),
      { numRuns: 200 },
    );
  }, 60_000);

  test('no landing, however strange, is a server error or leads to another site', async () => {
    const { flinks, clientOf } = startTestServer({
      server: { connect: { redirect: returns }, rateLimit: () => true },
    });
    const { connectUrl } = await clientOf('ann').openSession({});
    const state = new URL(new URL(connectUrl).searchParams.get('redirectUrl') ?? testOrigin).pathname;
    const headers = { 'x-test-user': 'ann', 'sec-fetch-mode': 'navigate', 'sec-fetch-dest': 'document' };
    const path = fc.oneof(
      fc.constant(state),
      fc.webPath({ size: 'small' }).map((rest) => `/api/flinks/return${rest}`),
    );
    await fc.assert(
      fc.asyncProperty(path, fc.webQueryParameters(), async (landing, query) => {
        const answer = await flinks.handler(
          new Request(`${testOrigin}${landing}?loginId=${query}`, { headers }),
        );
        expect(answer.status).toBeLessThan(500);
        const goesTo = answer.headers.get('location');
        if (goesTo !== null) expect(new URL(goesTo).origin).toBe(testOrigin);
      }),
      { numRuns: 200 },
    );
  }, 60_000);
});
