import { describeFlinksCode } from '@flinks-kit/core';
import { knownFlinksCodes } from '@flinks-kit/core/wire';
import { describe, expect, test } from 'vitest';
import { startTestServer } from '../startTestServer.ts';
import { contractCodes } from './contractCodes.ts';

/** A server whose Flinks answers one endpoint, once it is switched on, by a code under a status. */
function startAnswering(endpoint: string, status: number, FlinksCode: string, more: object = {}) {
  const world = startTestServer({ sandbox: { pendingPolls: 0 } });
  let armed = false;
  const server = startTestServer({
    beside: world,
    flinks: {
      fetch: async (request) =>
        armed && request.url.endsWith(`/${endpoint}`)
          ? Response.json({ HttpStatusCode: status, FlinksCode, ...more }, { status })
          : world.sandbox.fetch(request),
    },
  });
  return { ...server, arm: (on: boolean) => void (armed = on) };
}

// Once per status: the code decides, since Flinks' own pages disagree about the status.
const rows = contractCodes.flatMap(([code, statuses, comesTo]) =>
  statuses.map((status) => ({ code, status, comesTo })),
);

const health = { waits: 'pending', person: 'needs-user', passes: 'unavailable' } as const;

describe('codes of Flinks', () => {
  test('the table has every code whose name we know', () => {
    const written = contractCodes.map(([code]) => code);
    expect(knownFlinksCodes.filter((code) => !written.includes(code))).toEqual([]);
  });

  test.each(rows)(
    '$code under $status at a link is reported as what it is',
    async ({ code, status, comesTo }) => {
      const { clientOf, sandbox, arm } = startAnswering('Authorize', status, code);
      const client = clientOf('ann');
      const { sessionId } = await client.openSession({});
      const login = sandbox.login({ username: 'greatday_nomfa' });
      arm(true);
      const linking = client.linkConnection({ sessionId, ...login });
      if (code === 'INVALID_LOGIN') {
        // Without a RequestId it means that there is no such LoginId.
        await expect(linking).rejects.toMatchObject({ code: 'login-unknown', status: 422 });
        return;
      }
      const flinksCode = comesTo === 'waits' ? null : code;
      expect(await linking).toMatchObject({
        verification: 'unverified',
        health: { status: health[comesTo], flinksCode },
      });
    },
  );

  test.each(rows)(
    '$code under $status at a refresh is reported as what it is',
    async ({ code, status, comesTo }) => {
      const replay = { RequestId: crypto.randomUUID() };
      const { link, clock, arm } = startAnswering('Authorize', status, code, replay);
      const { client, connection } = await link('ann');
      await client.getAccounts(connection.id);
      clock.advance(60 * 60_000);
      arm(true);
      const refreshing = client.refreshConnection(connection.id);
      if (comesTo === 'passes') {
        await expect(refreshing).rejects.toMatchObject({
          code: 'unavailable',
          flinksCode: code,
          retry: true,
        });
      } else {
        expect(await refreshing).toMatchObject(
          comesTo === 'person'
            ? {
                status: 'action-required',
                connection: { health: { status: 'needs-user', flinksCode: code } },
              }
            : { connection: { health: { status: 'pending' } } },
        );
      }
      // Whatever it was: what was read before can still be read.
      expect((await client.getAccounts(connection.id)).accounts).toHaveLength(9);
    },
  );

  test.each(rows)(
    '$code under $status at the Detail is reported as what it is',
    async ({ code, status, comesTo }) => {
      const { link, clock, arm } = startAnswering('GetAccountsDetail', status, code);
      arm(true);
      const { client, connection } = await link('ann');
      const first = await client.getAccounts(connection.id);
      expect([first.status, first.accounts.length]).toEqual(['partial', 9]);
      const returned = await client.getConnection(connection.id);
      expect(returned.health.status).toBe(comesTo === 'person' ? 'needs-user' : 'pending');

      arm(false);
      clock.advance(60_000);
      const { status: later } = await client.getAccounts(connection.id);
      expect(later).toBe(comesTo === 'person' ? 'partial' : 'ready');
    },
  );

  test.each(contractCodes)(
    '%s shows the user what to do',
    (code, _statuses, _comesTo, atAuthorize, atData) => {
      expect(describeFlinksCode(code, { source: 'authorize', locale: 'en' }).action).toBe(atAuthorize);
      expect(describeFlinksCode(code, { source: 'data', locale: 'en' }).action).toBe(atData);
    },
  );

  test.each([
    [200, {}, 'ok'],
    [200, { FlinksCode: 'OK' }, 'ok'],
    [201, { FlinksCode: 'CREATED' }, 'ok'],
    [203, { SecurityChallenges: [{ Type: 'QuestionAndAnswer', Prompt: '?' }] }, 'needs-user'],
  ])('a %i of Authorize with %o leaves the connection %s', async (HttpStatusCode, more, expected) => {
    const world = startTestServer({ sandbox: { pendingPolls: 0 } });
    const server = startTestServer({
      beside: world,
      flinks: {
        async fetch(request) {
          const answer = await world.sandbox.fetch(request);
          if (!request.url.endsWith('/Authorize')) return answer;
          return Response.json(
            { ...(await answer.json()), HttpStatusCode, ...more },
            { status: HttpStatusCode },
          );
        },
      },
    });
    const { client, connection } = await server.link('ann');
    await client.getAccounts(connection.id).catch(() => undefined);
    expect((await client.getConnection(connection.id)).health.status).toBe(expected);
  });
});
