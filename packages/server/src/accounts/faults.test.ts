import { knownFlinksCodes } from '@flinks-kit/core/wire';
import { expect, test } from 'vitest';
import { startTestServer } from '../../test/startTestServer.ts';
import { judgeFlinksCode } from '../flinks/judgeFlinksCode.ts';

test.each(knownFlinksCodes)(
  '%s, replayed by a cached Authorize, is told as what it is',
  async (FlinksCode) => {
    const { sandbox, clock } = startTestServer();
    let replays = false;
    const server = startTestServer({
      server: { clock },
      flinks: {
        fetch: (request) =>
          replays && request.url.endsWith('/Authorize')
            ? Promise.resolve(Response.json({ HttpStatusCode: 401, FlinksCode }, { status: 401 }))
            : sandbox.fetch(request),
      },
    });
    const client = server.clientOf('ann');
    const { sessionId } = await client.openSession({});
    const login = sandbox.login({ username: 'greatday_nomfa' });
    replays = true;
    const linked = await client.linkConnection({ sessionId, ...login }).catch((error: unknown) => error);
    if (FlinksCode === 'INVALID_LOGIN') {
      expect(linked).toMatchObject({ code: 'login-unknown' });
      return;
    }
    const needsUser = judgeFlinksCode(FlinksCode) === 'needs-user';
    expect(linked).toMatchObject({
      provisional: true,
      health: { status: needsUser ? 'needs-user' : 'unavailable', flinksCode: FlinksCode },
    });
  },
);

test('200 users with 50 readers each: Flinks is asked as for one each', async () => {
  const server = startTestServer({
    sandbox: { pendingPolls: 1, journalLimit: 10_000 },
    server: { rateLimit: () => true },
  });
  const users = await Promise.all(
    Array.from({ length: 200 }, async (_, i) => {
      const { connection } = await server.link(`user-${i}`);
      const mine = server.flinks.forUser(`user-${i}`);
      return () => Promise.all(Array.from({ length: 50 }, () => mine.getAccounts(connection.id)));
    }),
  );
  for (let poll = 0; poll < 3; poll++) {
    for (let i = 0; i < users.length; i += 10) {
      await Promise.all(users.slice(i, i + 10).map((readAsFifty) => readAsFifty()));
    }
    server.clock.advance(10_000);
  }
  const calls = (endpoint: string) => server.sandbox.journal.calls(endpoint).length;
  expect(calls('GetAccountsSummary')).toBe(200);
  expect(calls('GetAccountsDetail')).toBe(200);
  // The bank is visited once for all of them, since they all are the same test user.
  expect(calls('GetAccountsDetailAsync')).toBeLessThanOrEqual(200);
}, 60_000);
