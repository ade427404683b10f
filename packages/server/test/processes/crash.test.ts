import type { LinkConnectionRequest } from '@flinks-kit/core';
import { bankAccount, createManualClock, testUser } from '@flinks-kit/sandbox';
import { type StartedSandbox, startSandbox } from '@flinks-kit/sandbox/node';
import { Pool } from 'pg';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { FlinksStore } from '../../src/index.ts';
import { createPostgresStore } from '../../src/postgres/index.ts';
import { findPostgres, type RunningPostgres, startPostgres } from '../startPostgres.ts';
import { startTestServer, type TestServer } from '../startTestServer.ts';
import { startServerProcess, type ServerProcess } from './startServerProcess.ts';

const bin = findPostgres();
const clock = createManualClock();

// One process dies at each step, each with a user of its own: more of them than a link or a deletion has steps.
const crowd = (name: string) => Array.from({ length: 60 }, (_, step) => `${name}-${step}`);
const linking = crowd('linking');
const leaving = crowd('leaving');
const people = [...linking, ...leaving].map((username) =>
  testUser({ username, accounts: [bankAccount({ title: 'Chequing' })] }),
);

describe.skipIf(bin === undefined)('kill -9 between any two steps', () => {
  let postgres: RunningPostgres;
  let flinks: StartedSandbox;
  let pool: Pool;
  let store: FlinksStore;
  /** The process that comes up after the others died. */
  let after: TestServer;

  beforeAll(async () => {
    postgres = await startPostgres(bin ?? '');
    flinks = await startSandbox({ clock, people, pendingPolls: 0, deleteCard: 'strict' });
    pool = new Pool(postgres.config);
    store = await createPostgresStore({ pool });
    after = startTestServer({
      beside: { clock, sandbox: flinks.sandbox },
      server: { store, rateLimit: () => true },
    });
  }, 60_000);
  afterAll(async () => {
    await pool.end();
    await Promise.all([flinks.close(), postgres.stop()]);
  });

  /** Does the same work in one process after another, each killed one step later, until one of them lives to finish. */
  async function killAtEachStep(
    users: readonly string[],
    work: (server: ServerProcess, user: string) => Promise<unknown>,
  ) {
    const deaths: { readonly user: string; readonly steps: readonly string[] }[] = [];
    for (const [step, user] of users.entries()) {
      const server = await startServerProcess({
        database: postgres.config,
        credentials: flinks.sandbox.credentials,
        apiUrl: flinks.apiUrl,
        now: clock.now(),
        dieAt: step + 1,
      });
      await work(server, user).catch(() => undefined);
      const { killed, steps } = await server.stop();
      if (!killed) return deaths;
      deaths.push({ user, steps });
    }
    throw new Error('The work has more steps than there are users in this test.');
  }

  // Later than any lease of the dead.
  async function restartLater(): Promise<void> {
    clock.advance(20 * 60_000);
    await after.flinks.maintain();
  }

  /** A user who is back from the widget, with a session and a login. */
  async function comeBack(user: string): Promise<LinkConnectionRequest> {
    const { sessionId } = await after.clientOf(user).openSession({});
    return { sessionId, ...flinks.sandbox.login({ username: user }) };
  }

  test('of a link: no bank login that was received is lost', async () => {
    const links = new Map<string, LinkConnectionRequest>();
    for (const user of linking) links.set(user, await comeBack(user));
    const linkOf = (user: string) => links.get(user) ?? expect.unreachable();
    const deaths = await killAtEachStep(linking, ({ clientOf }, user) =>
      clientOf(user).linkConnection(linkOf(user)),
    );
    expect(deaths.length).toBeGreaterThan(12);

    await restartLater();
    const received = deaths.filter(({ steps }) => steps.includes('replace session'));
    expect(received.length).toBeGreaterThan(10);
    for (const { user } of received) expect(await after.clientOf(user).listConnections()).toHaveLength(1);
    for (const { user } of deaths) {
      const client = after.clientOf(user);
      // The page never had an answer, so it asks again: one connection, whichever process made it.
      const { id } = await client.linkConnection(linkOf(user));
      expect((await client.listConnections()).map((connection) => connection.id)).toEqual([id]);
      expect(await client.getAccounts(id)).toMatchObject({ accounts: [{ title: 'Chequing' }] });
      expect(await client.getConnection(id)).toMatchObject({
        verification: 'verified',
        health: { status: 'ok' },
      });
    }
  }, 180_000);

  test('of a deletion: no card stays at Flinks, and no row here', async () => {
    const links = new Map<string, LinkConnectionRequest & { readonly id: string }>();
    for (const user of leaving) {
      const link = await comeBack(user);
      const { id } = await after.clientOf(user).linkConnection(link);
      await after.clientOf(user).getAccounts(id);
      links.set(user, { ...link, id });
    }
    const linkOf = (user: string) => links.get(user) ?? expect.unreachable();
    const deaths = await killAtEachStep(leaving, ({ clientOf }, user) =>
      clientOf(user).deleteConnection(linkOf(user).id),
    );
    expect(deaths.length).toBeGreaterThan(12);

    await restartLater();
    for (const { user, steps } of deaths) {
      const client = after.clientOf(user);
      const { id, loginId } = linkOf(user);
      const begun = steps.includes('insert tombstone');
      // Nothing was promised before the tombstone: then the connection is whole, and the person asks again.
      expect(await client.listConnections()).toHaveLength(begun ? 0 : 1);
      expect(await client.deleteConnection(id)).toEqual({ status: 'deleted' });
      const deletions = flinks.sandbox.journal
        .calls('DeleteCard')
        .filter(({ path }) => path.endsWith(loginId));
      expect(deletions.map(({ status }) => status)).toContain(200);
      for (const kind of ['session', 'connection', 'collection', 'owner', 'inbox'] as const) {
        expect(await store.list({ kind, userId: user, limit: 9 })).toEqual([]);
      }
    }
  }, 180_000);
});
