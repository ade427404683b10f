import type { LinkConnectionRequest } from '@flinks-kit/core';
import { bankAccount, createManualClock, testUser } from '@flinks-kit/sandbox';
import { startSandbox } from '@flinks-kit/sandbox/node';
import { Pool } from 'pg';
import { describe, expect, test } from 'vitest';
import { createPostgresStore } from '../../src/postgres/index.ts';
import { secretsThatLeft } from '../canary/watchSecrets.ts';
import { findPostgres, startPostgres } from '../startPostgres.ts';
import { startTestServer } from '../startTestServer.ts';
import { createRandom, rounds } from './longForms.ts';
import { startServerProcess } from './startServerProcess.ts';

const bin = findPostgres();
const most = rounds(5, 150);
const kinds = ['linking', 'refreshing', 'leaving'] as const;
const userOf = (kind: (typeof kinds)[number], round: number) => `${kind}-${round}`;
const people = Array.from({ length: most }, (_, round) => kinds.map((kind) => userOf(kind, round)))
  .flat()
  .map((username) => testUser({ username, accounts: [bankAccount({ title: `Account of ${username}` })] }));

describe.skipIf(bin === undefined)('kill -9 while a link, a refresh and a deletion are under way', () => {
  test(`${most} times: loses no link, and leaves no card and no half connection`, async () => {
    const postgres = await startPostgres(bin ?? '');
    const clock = createManualClock();
    const { sandbox, apiUrl, close } = await startSandbox({ clock, people, pendingPolls: 0 });
    const pool = new Pool(postgres.config);
    const store = await createPostgresStore({ pool });
    /** The process that lives on. */
    const after = startTestServer({
      beside: { clock, sandbox },
      server: { store, rateLimit: () => true },
    });
    const random = createRandom(1);
    const figures = {
      killed: 0,
      linked: 0,
      lostLinks: 0,
      keptCards: 0,
      lostCards: 0,
      zombies: 0,
      wrongOwners: 0,
    };
    const openLink = async (user: string): Promise<LinkConnectionRequest> => {
      const { sessionId } = await after.clientOf(user).openSession({});
      return { sessionId, ...sandbox.login({ username: user }) };
    };
    const hasCard = (user: string) => sandbox.logins().some(({ username }) => username === user);

    try {
      for (let round = 0; round < most; round += 1) {
        const [linking, refreshing, leaving] = kinds.map((kind) => userOf(kind, round));
        if (linking === undefined || refreshing === undefined || leaving === undefined) return;
        const [kept, left] = [await openLink(refreshing), await openLink(leaving)];
        const keptId = (await after.clientOf(refreshing).linkConnection(kept)).id;
        const leftId = (await after.clientOf(leaving).linkConnection(left)).id;
        clock.advance(10 * 60_000);
        const late = await openLink(linking);
        const server = await startServerProcess({
          database: postgres.config,
          credentials: sandbox.credentials,
          apiUrl,
          now: clock.now(),
          // A link, a refresh and a deletion take about 70 steps together.
          dieAt: 1 + random(60),
        });
        await Promise.allSettled([
          server.clientOf(linking).linkConnection(late),
          server.clientOf(refreshing).refreshConnection(keptId),
          server.clientOf(leaving).deleteConnection(leftId),
        ]);
        const { killed, steps } = await server.stop();
        if (killed) figures.killed += 1;

        // Later than any lease of the dead.
        clock.advance(20 * 60_000);
        expect(await after.flinks.maintain()).toMatchObject({ failed: [], unreadable: 0 });
        // The intent was stored: from there on the login is not lost, also when the page never asks again.
        // Another call may have met the end after this step was named and before the database had it.
        const isReceived = steps.includes('written: replace session');
        const own = await after.clientOf(linking).listConnections();
        if (isReceived) figures.linked += 1;
        if (isReceived && own.length !== 1) figures.lostLinks += 1;
        if (own.length > 1) figures.zombies += 1;
        if (own.length === 1 && !hasCard(linking)) figures.lostCards += 1;
        const isBegun = steps.includes('written: insert tombstone');
        const isUntouched = !steps.includes('insert tombstone');
        const rest = await after.clientOf(leaving).listConnections();
        if ((isBegun && rest.length > 0) || (isUntouched && rest.length !== 1)) figures.zombies += 1;
        if (isBegun && hasCard(leaving)) figures.keptCards += 1;
        if (isUntouched && !hasCard(leaving)) figures.lostCards += 1;
        for (const [user, id] of [
          [refreshing, keptId],
          ...own.map(({ id: linked }) => [linking, linked]),
        ] as const) {
          const { accounts } = await after.clientOf(user ?? '').getAccounts(id ?? '');
          if (accounts.length !== 1 || accounts[0]?.title !== `Account of ${user}`) figures.wrongOwners += 1;
        }
        // What left in 150 rounds is too much to be looked at after the last of them.
        expect(secretsThatLeft()).toEqual([]);
      }
      console.log(`kill -9, ${most} rounds: ${JSON.stringify(figures)}`);
      const none = { lostLinks: 0, keptCards: 0, lostCards: 0, zombies: 0, wrongOwners: 0 };
      expect(figures).toMatchObject(none);
      expect(figures.killed).toBeGreaterThan(most / 2);
    } finally {
      await pool.end();
      await Promise.all([close(), postgres.stop()]);
    }
  }, 900_000);
});
