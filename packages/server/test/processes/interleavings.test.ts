import { createHmac } from 'node:crypto';
import { FlinksKitError } from '@flinks-kit/core';
import { describe, expect, test } from 'vitest';
import { createMemoryStore, type FlinksStore } from '../../src/index.ts';
import { passSlowly } from '../letPass.ts';
import { startTestServer, testOrigin, type TestServer } from '../startTestServer.ts';
import { storeAround } from '../storeAround.ts';
import { createRandom, rounds } from './longForms.ts';

const secret = 'webhook-secret';
const most = rounds(12, 120);
const totals = { calls: 0, refusals: 0 };
const none = { zombies: 0, lostCards: 0, wrongOwners: 0, errors: 0 };

/** Ann and Bob share a bank login; Cem has another one at the same bank. */
const bankUsers = { ann: 'greatday_nomfa', bob: 'greatday_nomfa', cem: 'Greatday' } as const;
type User = keyof typeof bankUsers;
const users: readonly User[] = ['ann', 'bob', 'cem'];

/**
 * A store that takes between nothing and a few turns of the event loop for each step, by a seed. Some steps take as long as
 * a whole call of another user: between any two steps of one call another one may begin and end.
 */
function slowStore(store: FlinksStore, random: (below: number) => number): FlinksStore {
  const pause = async (): Promise<void> => {
    const turns = random(10) === 0 ? 60 : random(4);
    for (let turn = turns; turn > 0; turn -= 1) await new Promise((resolve) => setImmediate(resolve));
  };
  return storeAround(store, async (_name, step) => {
    await pause();
    return step();
  });
}

/** Ten calls of three users, at two processes. */
function callsOf(servers: readonly TestServer[], random: (below: number) => number) {
  const server = (): TestServer => servers[random(servers.length)] ?? expect.unreachable();
  const link = async (user: User): Promise<void> => {
    const client = server().clientOf(user);
    const { sessionId } = await client.openSession({});
    await client.linkConnection({ sessionId, ...server().sandbox.login({ username: bankUsers[user] }) });
  };
  const onFirst = async (
    user: User,
    call: (client: ReturnType<TestServer['clientOf']>, id: string) => Promise<unknown>,
  ): Promise<void> => {
    const client = server().clientOf(user);
    const [connection] = await client.listConnections();
    if (connection !== undefined) await call(client, connection.id);
  };
  return [
    (user: User) => link(user),
    // A second tab of the same user.
    (user: User) => Promise.all([link(user), link(user)]),
    (user: User) => onFirst(user, (client, id) => client.getAccounts(id)),
    (user: User) => onFirst(user, (client, id) => client.getConnection(id)),
    (user: User) => onFirst(user, (client, id) => client.refreshConnection(id)),
    (user: User) => onFirst(user, (client, id) => client.setNightlyRefresh(id, random(2) === 0)),
    (user: User) => onFirst(user, (client, id) => client.deleteConnection(id)),
    (user: User) => deliver(server(), bankUsers[user]),
    async () => void (await server().flinks.maintain()),
    // As soon as a page shows it.
    (user: User) => Promise.all([link(user), deleteAtFirstSight(server(), user)]),
  ];
}

async function deleteAtFirstSight(server: TestServer, user: User): Promise<void> {
  const client = server.clientOf(user);
  for (let look = 0; look < 100; look += 1) {
    const connections = await client.listConnections();
    await new Promise((resolve) => setImmediate(resolve));
    if (connections.length === 0) continue;
    await Promise.all(connections.map(({ id }) => client.deleteConnection(id)));
    return;
  }
}

async function deliver({ sandbox, flinks }: TestServer, username: string): Promise<void> {
  const saved = sandbox.logins().find((login) => login.username === username);
  if (saved === undefined) return;
  const body = JSON.stringify({
    ResponseType: 'KYC',
    HttpStatusCode: 200,
    Login: { Id: sandbox.login({ username }).loginId, LastRefresh: saved.lastRefresh },
    RequestId: crypto.randomUUID(),
  });
  const headers = { 'flinks-authenticity-key': createHmac('sha256', secret).update(body).digest('base64') };
  await flinks.handler(new Request(`${testOrigin}/api/flinks/webhook`, { method: 'POST', headers, body }));
}

describe('random interleavings of ten calls at two processes', () => {
  test.each(Array.from({ length: most }, (_, at) => at + 1))('hold with seed %i', async (seed) => {
    const random = createRandom(seed);
    const figures = { ...none };
    const store = createMemoryStore();
    const server = {
      store: slowStore(store, random),
      rateLimit: () => true,
      webhook: { secrets: [secret] },
    };
    const first = startTestServer({ sandbox: { pendingPolls: 0 }, server });
    const passTime = () => first.clock.advance(250);
    const servers = [first, startTestServer({ beside: first, server })];
    const calls = callsOf(servers, random);

    for (let wave = 0; wave < 6; wave += 1) {
      const work = Array.from({ length: 9 }, async () => {
        const call = calls[random(calls.length)] ?? expect.unreachable();
        totals.calls += 1;
        try {
          await call(users[random(3)] ?? 'ann');
        } catch (error) {
          // A refusal is an answer; anything else is not.
          if (!(error instanceof FlinksKitError) || error.status === null || error.status === 500) {
            figures.errors += 1;
            throw error;
          }
          totals.refusals += 1;
        }
      });
      await passSlowly(passTime, Promise.all(work));
      first.clock.advance(5 * 60_000);
    }
    for (let hours = 0; hours < 3; hours += 1) {
      first.clock.advance(60 * 60_000);
      for (const { flinks } of servers)
        expect(await passSlowly(passTime, flinks.maintain())).toMatchObject({ failed: [], unreadable: 0 });
    }

    const rows = async (kind: string) => (await store.list({ kind, limit: 99 })).map(({ id }) => id);
    const [connections, deleted] = [await rows('connection'), await rows('tombstone')];
    figures.zombies += connections.filter((id) => deleted.includes(id)).length;
    for (const id of await rows('collection')) if (!connections.includes(id)) figures.zombies += 1;
    for (const user of users) {
      const client = first.clientOf(user);
      const own = await client.listConnections();
      if (own.length > 1) figures.zombies += 1;
      for (const { id, verification } of own) {
        if (verification !== 'verified') continue;
        const card = first.sandbox.logins().some(({ username }) => username === bankUsers[user]);
        if (!card) figures.lostCards += 1;
        const other = users.find((name) => name !== user) ?? 'bob';
        const foreign = await first
          .clientOf(other)
          .getAccounts(id)
          .catch((error: unknown) => error);
        if (!(foreign instanceof FlinksKitError && foreign.code === 'connection-not-found'))
          figures.wrongOwners += 1;
      }
    }
    expect(figures).toEqual(none);
    for (const { warnings } of servers)
      expect(warnings.filter((sentence) => /could not be answered/.test(sentence))).toEqual([]);
    if (seed === most)
      console.log(`${most} interleavings of 54 calls: ${JSON.stringify({ ...totals, ...figures })}`);
  });
});
