import { describe, expect, test } from 'vitest';
import { startTestServer } from '../../test/startTestServer.ts';

/** A healthy connection whose next cached Authorize is answered so. */
async function answeredBy(answer: (requestId: string) => Response | Promise<Response>) {
  const { sandbox, clock } = startTestServer({ sandbox: { pendingPolls: 0 } });
  let asked = 0;
  let strikes = false;
  const server = startTestServer({
    server: { clock },
    flinks: {
      async fetch(request) {
        const real = await sandbox.fetch(request.clone());
        if (!strikes || !request.url.endsWith('/Authorize')) return real;
        asked += 1;
        const body: unknown = await real.json();
        return answer(String(Reflect.get(Object(body), 'RequestId')));
      },
    },
  });
  const client = server.clientOf('ann');
  const { sessionId } = await client.openSession({});
  const { id } = await client.linkConnection({ sessionId, ...sandbox.login({ username: 'greatday_nomfa' }) });
  await client.getAccounts(id);
  await client.setNightlyRefresh(id, true);
  clock.advance(5 * 24 * 60 * 60_000);
  strikes = true;
  await server.flinks.maintain();
  return { ...server, client, id, clock, asked: () => asked };
}

const refusal = (FlinksCode: string, RequestId?: string) =>
  Response.json({ HttpStatusCode: 401, FlinksCode, RequestId }, { status: 401 });

describe('a stored collection of an earlier release', () => {
  test.each([
    ['QUESTION_NOT_FOUND', 'needs-user'],
    ['INVALID_PASSWORD', 'needs-user'],
    ['RETRY_LATER', 'unavailable'],
  ])(
    '%s of the last nightly refresh, replayed: the older accounts, and a connection that is %s',
    async (code, status) => {
      const { client, id, asked, events } = await answeredBy((requestId) => refusal(code, requestId));
      expect(await client.getConnection(id)).toMatchObject({ health: { status, flinksCode: code } });
      expect(await client.getAccounts(id)).toMatchObject({
        status: 'ready',
        asOf: '2026-01-15T12:00:00.000Z',
      });
      expect((await client.getAccounts(id)).accounts).toHaveLength(9);
      expect(events.filter(({ type }) => type === 'needs-user')).toHaveLength(
        status === 'needs-user' ? 1 : 0,
      );
      // Reported once, it is not requested again: only a live refresh changes it.
      expect(asked()).toBe(1);
    },
  );

  test.each<[string, () => Response | Promise<Response>]>([
    ['throttled', () => refusal('TOO_MANY_REQUESTS')],
    ['refused for its keys', () => refusal('ACCESS_DENIED')],
    ['answered by a page', () => new Response('<!doctype html>')],
    ['lost', () => Promise.reject(new TypeError('fetch failed'))],
  ])('a call that was %s leaves the health as it is, and is made again', async (_name, answer) => {
    const { client, id, asked, events, clock } = await answeredBy(answer);
    expect(await client.getConnection(id)).toMatchObject({ health: { status: 'ok', flinksCode: null } });
    expect((await client.getAccounts(id)).accounts).toHaveLength(9);
    clock.advance(60_000);
    await client.getAccounts(id);
    expect(asked()).toBe(2);
    expect(events.map(({ type }) => type)).toEqual(['linked']);
  });
});
