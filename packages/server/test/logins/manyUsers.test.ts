import { describe, expect, test } from 'vitest';
import { startTestServer, type TestServer } from '../startTestServer.ts';

const minute = 60_000;
const most = 50;

/** Every account of a thief has a session open while Ann signs in again, and links that sign-in. */
async function crowd(server: TestServer, accounts: number) {
  const thieves = Array.from({ length: accounts }, (_, index) => server.clientOf(`thief-${index}`));
  const waiting = await Promise.all(
    thieves.map(async (client) => ({ client, sessionId: (await client.openSession({})).sessionId })),
  );
  server.clock.advance(minute);
  const ann = server.clientOf('ann');
  const [own] = await ann.listConnections();
  const { sessionId } = await ann.openSession({ connectionId: own?.id });
  server.clock.advance(1_000);
  const login = server.sandbox.login({ username: 'greatday_nomfa' });
  await ann.linkConnection({ sessionId, ...login });
  const outcomes: string[] = [];
  for (const { client, ...session } of waiting) {
    const outcome = await client.linkConnection({ ...session, ...login }).then(
      ({ verification }) => verification,
      (error: unknown) => String(Reflect.get(Object(error), 'code')),
    );
    outcomes.push(outcome);
  }
  return { outcomes, login };
}

const startCrowd = () => startTestServer({ sandbox: { pendingPolls: 0 }, server: { rateLimit: () => true } });

describe('a thief with many accounts', () => {
  test('does not push the owner of a login out of sight', async () => {
    const server = startCrowd();
    const { client: ann, connection } = await server.link('ann');
    server.clock.advance(60 * minute);
    const { login } = await crowd(server, 3 * most);

    // The doubt is of that sign-in; of the next refresh only Ann's connection shows whose it is.
    server.clock.advance(30 * minute);
    const thief = server.clientOf('mallory');
    const { sessionId } = await thief.openSession({});
    server.clock.advance(minute);
    await ann.refreshConnection(connection.id);
    server.clock.advance(1_000);
    const stolen = thief.linkConnection({ sessionId, ...login });
    await expect(stolen).rejects.toMatchObject({ code: 'too-many-links' });
    expect((await ann.getAccounts(connection.id)).accounts).toHaveLength(9);
  });

  test('fills a login with fifty users at most, and keeps no user out who is verified', async () => {
    const server = startCrowd();
    await server.link('ann');
    server.clock.advance(60 * minute);
    const { outcomes } = await crowd(server, most + 10);
    expect(outcomes.filter((outcome) => outcome === 'unverified')).toHaveLength(most - 1);
    expect(outcomes.filter((outcome) => outcome === 'too-many-links')).toHaveLength(11);
    expect((await server.linkJoint('bob')).connection).toMatchObject({ verification: 'verified' });
  });
});
