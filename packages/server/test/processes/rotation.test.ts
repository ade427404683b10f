import { bankAccount, createManualClock, testUser } from '@flinks-kit/sandbox';
import { startSandbox } from '@flinks-kit/sandbox/node';
import { describe, expect, test } from 'vitest';
import { passSlowly } from '../letPass.ts';
import { findPostgres, startPostgres } from '../startPostgres.ts';
import { testKey } from '../startTestServer.ts';
import { createRandom, rounds } from './longForms.ts';
import { type ServerProcess, startServerProcess } from './startServerProcess.ts';

const bin = findPostgres();
const newKey = btoa('flinks-kit new key, still public');

/** The guide's way, one process after the other: from the old key alone to the new one last, first, alone. */
const stepsOf = (round: number): readonly (readonly string[])[] => {
  const [before, after] = round % 2 === 0 ? ([testKey, newKey] as const) : ([newKey, testKey] as const);
  return [[before, after], [after, before], [after]];
};

/** Two users share each bank login, as joint holders do. */
const users = ['ann', 'ann-joint', 'bob', 'bob-joint'];
const bankUserOf = (user: string): string => user.replace('-joint', '');
const people = ['ann', 'bob'].map((username) =>
  testUser({ username, accounts: [bankAccount({ title: `Account of ${username}` })] }),
);

describe.skipIf(bin === undefined)(
  'a rotation over three real processes, while users link and delete',
  () => {
    test('loses no link and no card, and gives no user another’s bank', async () => {
      const postgres = await startPostgres(bin ?? '');
      const clock = createManualClock();
      const { sandbox, apiUrl, close } = await startSandbox({ clock, people, pendingPolls: 0 });
      const random = createRandom(1);
      const start = (keys: readonly string[]) =>
        startServerProcess({
          database: postgres.config,
          credentials: sandbox.credentials,
          apiUrl,
          now: clock.now(),
          keys,
        });
      const servers: ServerProcess[] = await Promise.all([1, 2, 3].map(() => start([testKey])));
      /** What the server last confirmed to each user; a request that died with its process confirms nothing. */
      const confirmed = new Map<string, 'linked' | 'deleted' | 'unknown'>();
      const figures = { linked: 0, deleted: 0, unanswered: 0, wrongOwners: 0, lostLinks: 0, lostCards: 0 };

      async function advance(passed: number): Promise<void> {
        clock.advance(passed);
        // One that was killed has no clock; the one in its place starts with that of this process.
        await Promise.all(servers.map((server) => server.advance(passed).catch(() => undefined)));
      }
      // A process that was killed may hold what the work waits for, until time passes.
      const whileTimePasses = (work: Promise<unknown>) => passSlowly(() => advance(50), work);
      async function act(user: string): Promise<void> {
        const client = (servers[random(3)] ?? expect.unreachable()).clientOf(user);
        const isDeletion = random(3) === 0;
        try {
          const [connection] = await client.listConnections();
          if (connection !== undefined && isDeletion) {
            await client.deleteConnection(connection.id);
            confirmed.set(user, 'deleted');
            figures.deleted += 1;
            return;
          }
          const { sessionId } = await client.openSession({});
          await client.linkConnection({ sessionId, ...sandbox.login({ username: bankUserOf(user) }) });
          confirmed.set(user, 'linked');
          figures.linked += 1;
        } catch {
          confirmed.set(user, 'unknown');
          figures.unanswered += 1;
        }
      }
      async function check(): Promise<void> {
        for (const user of users) {
          const client = (servers[random(3)] ?? expect.unreachable()).clientOf(user);
          const connections = await client.listConnections();
          expect(connections.length).toBeLessThanOrEqual(1);
          const [connection] = connections;
          if (connection === undefined && confirmed.get(user) === 'linked') figures.lostLinks += 1;
          if (connection === undefined) continue;
          const accounts = await client.getAccounts(connection.id).catch(() => null);
          const titles = (accounts?.accounts ?? []).map(({ title }) => title);
          if (titles.some((title) => title !== `Account of ${bankUserOf(user)}`)) figures.wrongOwners += 1;
          if (connection.verification !== 'verified') continue;
          const card = sandbox.logins().find(({ username }) => username === bankUserOf(user));
          if (card === undefined) figures.lostCards += 1;
        }
      }

      try {
        for (let round = 0; round < rounds(1, 12); round += 1) {
          for (const keys of stepsOf(round)) {
            for (const at of servers.keys()) {
              await whileTimePasses(
                Promise.all([
                  ...users.map(act),
                  // The old process is killed while it answers, and the new one takes its place.
                  (async () => {
                    await servers[at]?.stop('SIGKILL');
                    servers[at] = await start(keys);
                  })(),
                ]),
              );
              await whileTimePasses(check());
              await advance(5 * 60_000);
            }
            // Every process has the keys of this step now. What died with a lease is done later.
            await advance(20 * 60_000);
            for (const server of servers) {
              expect(await server.maintain()).toMatchObject({ failed: [], unreadable: 0 });
            }
            await whileTimePasses(check());
          }
        }
        console.log(`rotation over three processes: ${JSON.stringify(figures)}`);
        expect(figures).toMatchObject({ wrongOwners: 0, lostLinks: 0, lostCards: 0 });
        expect(figures.linked).toBeGreaterThan(users.length);
        expect(figures.deleted).toBeGreaterThan(0);
      } finally {
        await Promise.all(servers.map((server) => server.stop()));
        await Promise.all([close(), postgres.stop()]);
      }
    }, 600_000);
  },
);
