import { describe, expect, test } from 'vitest';
import { startTestServer, type TestServer } from '../startTestServer.ts';
import { secretsThatLeft } from './watchSecrets.ts';

async function live(expose: readonly 'accountNumber'[] = []) {
  const server = startTestServer({ sandbox: { pendingPolls: 0 }, server: { expose } });
  const { client, connection, link } = await server.link('ann');
  await client.getAccounts(connection.id);
  return { server, link };
}

/** An app whose own sign-in throws: the one way in which a caller's words get into a warning. */
async function warnOf(server: TestServer, words: string): Promise<void> {
  const identify = () => {
    throw new Error(words);
  };
  const broken = startTestServer({ beside: server, server: { identify } });
  await broken
    .clientOf('ann')
    .listConnections()
    .catch(() => undefined);
}

describe('watchSecrets', () => {
  test('a whole life lets nothing out', async () => {
    await live();
    expect(secretsThatLeft()).toEqual([]);
  });

  test.each<[string, (life: Awaited<ReturnType<typeof live>>) => unknown, string]>([
    ['in a response', () => live(['accountNumber']), 'an account number'],
    ['by the console', ({ link }) => console.debug('linked', { login: link.loginId }), 'a LoginId'],
    ['in capitals', ({ link }) => console.debug(link.loginId.toUpperCase()), 'a LoginId'],
    ['in the cause of a warning', ({ server, link }) => warnOf(server, link.loginId), 'a LoginId'],
    ['as a key', ({ server }) => warnOf(server, server.sandbox.credentials.secretKey), 'a key of Flinks'],
  ])(
    'a secret that leaves the server is seen by whichever test it happens in: %s',
    async (_way, plant, name) => {
      await plant(await live());
      expect(secretsThatLeft()).toEqual([name]);
    },
  );
});
