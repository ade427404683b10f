import { once } from 'node:events';
import { startSandbox } from '@flinks-kit/sandbox/node';
import { describe, expect, test } from 'vitest';
import { createMemoryStore } from '../../src/index.ts';
import { findPostgres, startPostgres } from '../startPostgres.ts';
import { startTestServer, testKey } from '../startTestServer.ts';
import { trail } from './auditTrail.ts';
import { nightlyReport } from './nightlyReport.ts';
import { rotateKeys } from './rotateKeys.ts';
import { startApp } from './startApp.ts';

const bin = findPostgres();

describe('the server’s guides', () => {
  describe.skipIf(bin === undefined)('the guide to deployment', () => {
    test('starts a server that reports on its set-up and answers', async () => {
      const postgres = await startPostgres(bin ?? '');
      const { host, user, database } = postgres.config;
      const flinks = await startSandbox();
      const { server, report } = await startApp({
        databaseUrl: `postgresql://${user}@/${database}?host=${encodeURIComponent(host)}`,
        encryptionKeys: [testKey],
        credentials: { ...flinks.sandbox.credentials, apiUrl: flinks.apiUrl },
        userOf: async (request) => request.headers.get('x-test-user'),
      });
      await once(server.listen(0, 'localhost'), 'listening');
      const { port } = Object(server.address());
      const answer = await fetch(`http://localhost:${port}/api/flinks/connections`, {
        headers: { 'x-test-user': 'ann' },
      });
      expect([answer.status, await answer.json()]).toEqual([200, []]);
      expect(report).toContain('ok      secret key');
      server.close().closeAllConnections();
      await once(server, 'close');
      await Promise.all([flinks.close(), postgres.stop()]);
    }, 60_000);
  });

  test('the guide to keys: after a rotation the new key alone opens everything', async () => {
    const store = createMemoryStore();
    const before = startTestServer({ server: { store }, sandbox: { pendingPolls: 0 } });
    const { connection, client } = await before.link('ann');
    await client.getAccounts(connection.id);
    const options = {
      endpoint: '/api/flinks',
      flinks: { ...before.sandbox.credentials, fetch: before.sandbox.fetch },
      encryption: { keys: [testKey] },
      identify: () => 'ann',
      store,
      clock: before.clock,
    };
    const newKey = btoa('flinks-kit new key, still public');
    await rotateKeys(options, newKey);
    const after = startTestServer({ beside: before, server: { store, encryption: { keys: [newKey] } } });
    expect((await after.clientOf('ann').getAccounts(connection.id)).accounts).toHaveLength(9);
  });

  test('the guide to nightly refresh: each condition that fails names its reason', async () => {
    const { clock, flinks, link } = startTestServer({ sandbox: { pendingPolls: 0 } });
    const { client, connection } = await link('ann');
    await client.getAccounts(connection.id);
    expect(await nightlyReport(flinks, 'ann', clock.now())).toContain(
      'Flinks Capital: switched-on is false. As Flinks last reported it.',
    );
  });

  test('the guide to hooks: who did what, without data', async () => {
    const lines: string[] = [];
    const server = startTestServer({ server: trail((line) => lines.push(line)) });
    const { link } = await server.link('ann');
    expect(lines.join('\n')).toMatch(/ ann session-opened \n.* ann linked \S+/);
    expect(lines.join('\n')).not.toContain(link.loginId);
  });
});
