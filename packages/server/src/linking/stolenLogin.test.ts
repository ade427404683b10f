import { describe, expect, test } from 'vitest';
import { startTestServer, type TestServer } from '../../test/startTestServer.ts';
import { createMemoryStore } from '../index.ts';

/**
 * A user's old LoginId in a thief's hands, on the day that Flinks leaves `Login` out of the answer to the link: the
 * connection is provisional, and every way to make it more than that is tried.
 */
async function stealWhileFlinksIsSilent() {
  const { sandbox, clock } = startTestServer({ sandbox: { pendingPolls: 0 } });
  let silent = false;
  const server = startTestServer({
    server: { clock },
    flinks: {
      fetch: (request) =>
        silent && request.url.endsWith('/Authorize')
          ? Promise.resolve(
              Response.json({ HttpStatusCode: 202, FlinksCode: 'OPERATION_PENDING' }, { status: 202 }),
            )
          : sandbox.fetch(request),
    },
  });
  const stolen = sandbox.login({ username: 'greatday_nomfa' });
  clock.advance(24 * 60 * 60_000);
  const thief = server.clientOf('mallory');
  const steal = async () => {
    const { sessionId } = await thief.openSession({});
    return thief.linkConnection({ sessionId, ...stolen });
  };
  silent = true;
  const { id } = await steal();
  silent = false;
  return { server, sandbox, clock, stolen, thief, id, steal };
}

type Theft = Awaited<ReturnType<typeof stealWhileFlinksIsSilent>>;

const read = async ({ thief, clock, id }: Theft) => {
  clock.advance(20_000);
  await thief.getAccounts(id).catch(() => undefined);
};

describe('a stolen login', () => {
  test.each<[string, (theft: Theft) => Promise<unknown>]>([
    ['nothing more', async () => undefined],
    ['a second link', ({ steal }) => steal()],
    ['a refresh', ({ thief, id }) => thief.refreshConnection(id)],
    ['a reconnect', ({ thief, id }) => thief.openSession({ connectionId: id })],
    [
      'a reconnect and its link',
      async ({ thief, id, stolen }) => {
        const { sessionId } = await thief.openSession({ connectionId: id });
        return thief.linkConnection({ sessionId, ...stolen });
      },
    ],
    ['the nightly refresh', ({ thief, id }) => thief.setNightlyRefresh(id, true)],
    ['a second link after its data was dropped', async (theft) => (await read(theft), theft.steal())],
    [
      'a refresh after its data was dropped',
      async (theft) => (await read(theft), theft.thief.refreshConnection(theft.id)),
    ],
  ])('a stolen login and %s: no data, no EFT instruction, no live refresh', async (_name, attempt) => {
    const theft = await stealWhileFlinksIsSilent();
    const { server, sandbox, stolen, thief, id } = theft;
    await attempt(theft).catch(() => undefined);
    await read(theft);
    await read(theft);

    await expect(thief.getAccounts(id)).rejects.toMatchObject({ code: 'login-unconfirmed' });
    for (const accountId of stolen.accountIds) {
      const given = server.flinks.forUser('mallory').getEftInstruction({ connectionId: id, accountId });
      await expect(given).rejects.toMatchObject({ code: 'login-unconfirmed' });
    }
    const liveRefreshes = sandbox.journal
      .calls('Authorize')
      .filter(({ request }) => JSON.stringify(request).includes('"Save":true'));
    expect(liveRefreshes).toEqual([]);
    expect(sandbox.journal.calls('SetScheduledRefresh')).toEqual([]);
  });

  test('a refresh by the true owner, later, does not confirm the thief', async () => {
    const theft = await stealWhileFlinksIsSilent();
    const { server, sandbox, clock, thief, id, stolen } = theft;
    clock.advance(10 * 60_000);
    sandbox.login({ username: 'greatday_nomfa' });
    await read(theft);
    expect(await thief.getConnection(id)).toMatchObject({ verification: 'unverified' });
    const given = server.flinks
      .forUser('mallory')
      .getEftInstruction({ connectionId: id, accountId: stolen.accountIds[5] ?? '' });
    await expect(given).rejects.toMatchObject({ code: 'connection-unverified' });
  });

  test('a thief who deletes does not delete the owner’s card at Flinks', async () => {
    const { sandbox, thief, id } = await stealWhileFlinksIsSilent();
    expect(await thief.deleteConnection(id)).toEqual({ status: 'deleted' });
    expect(sandbox.journal.calls('DeleteCard')).toEqual([]);
    expect(await thief.listConnections()).toEqual([]);
  });

  test('an honest provisional connection that is deleted takes its card along', async () => {
    const { sandbox, clock } = startTestServer({ sandbox: { pendingPolls: 0 } });
    let down = false;
    const server = startTestServer({
      server: { clock },
      flinks: {
        fetch: (request) => (down ? Promise.reject(new TypeError('no network')) : sandbox.fetch(request)),
      },
    });
    const ann = server.clientOf('ann');
    const { sessionId } = await ann.openSession({});
    const login = sandbox.login({ username: 'greatday_nomfa' });
    down = true;
    const { id } = await ann.linkConnection({ sessionId, ...login });
    expect(await ann.deleteConnection(id)).toEqual({ status: 'deleting' });
    down = false;
    clock.advance(2 * 60 * 60_000);
    await server.flinks.maintain();
    expect(await ann.deleteConnection(id)).toEqual({ status: 'deleted' });
    expect(sandbox.journal.calls('DeleteCard')).toHaveLength(1);
  });

  test('an unverified link of another user does not keep the owner out', async () => {
    const { sandbox, clock } = startTestServer({ sandbox: { pendingPolls: 0 } });
    let down = false;
    const server = startTestServer({
      server: { clock, onSharedLogin: 'deny' },
      flinks: {
        fetch: (request) => (down ? Promise.reject(new TypeError('no network')) : sandbox.fetch(request)),
      },
    });
    const linkAs = async (
      server_: TestServer,
      user: string,
      login: { loginId: string; accountIds: readonly string[] },
    ) => {
      const client = server_.clientOf(user);
      const { sessionId } = await client.openSession({});
      down = user === 'mallory';
      return client.linkConnection({ sessionId, ...login }).finally(() => (down = false));
    };
    const stolen = sandbox.login({ username: 'greatday_nomfa' });
    clock.advance(24 * 60 * 60_000);
    await linkAs(server, 'mallory', stolen);
    const fresh = sandbox.login({ username: 'greatday_nomfa' });
    expect(await linkAs(server, 'ann', fresh)).toMatchObject({ verification: 'verified' });
  });

  test('a stolen login that was refused does not keep its owner’s card at Flinks', async () => {
    const theft = await stealWhileFlinksIsSilent();
    await read(theft);
    await expect(theft.thief.getAccounts(theft.id)).rejects.toMatchObject({ code: 'login-unconfirmed' });

    const owner = theft.server.clientOf('ann');
    const { sessionId } = await owner.openSession({});
    const again = theft.sandbox.login({ username: 'greatday_nomfa' });
    expect(again.loginId).toBe(theft.stolen.loginId);
    const { id } = await owner.linkConnection({ sessionId, ...again });
    await owner.getAccounts(id);
    expect(await owner.deleteConnection(id)).toEqual({ status: 'deleted' });
  });

  test('of two users who link one login at once, one is refused where sharing is', async () => {
    const server = startTestServer({ server: { onSharedLogin: 'deny' } });
    const login = server.sandbox.login({ username: 'greatday_nomfa' });
    const links = await Promise.all(
      ['ann', 'bob'].map(async (user) => {
        const client = server.clientOf(user);
        return { client, sessionId: (await client.openSession({})).sessionId };
      }),
    );
    const outcomes = await Promise.allSettled(
      links.map(({ client, sessionId }) => client.linkConnection({ sessionId, ...login })),
    );
    expect(outcomes.filter(({ status }) => status === 'fulfilled')).toHaveLength(1);
  });

  test('a deletion under way is not undone by a link of the same login', async () => {
    const store = createMemoryStore();
    const { sandbox, clock } = startTestServer({ sandbox: { pendingPolls: 0 } });
    let held = false;
    let release = () => {};
    let reach = () => {};
    const reached = new Promise<void>((resolve) => {
      reach = resolve;
    });
    const server = startTestServer({
      server: { clock, store },
      flinks: {
        async fetch(request) {
          if (held && request.url.endsWith('/Authorize')) {
            await new Promise<void>((resolve) => {
              release = resolve;
              reach();
            });
          }
          return sandbox.fetch(request);
        },
      },
    });
    const ann = server.clientOf('ann');
    const { sessionId } = await ann.openSession({});
    const login = sandbox.login({ username: 'greatday_nomfa' });
    const { id } = await ann.linkConnection({ sessionId, ...login });
    await ann.getAccounts(id);

    const again = await ann.openSession({});
    held = true;
    const linking = ann.linkConnection({ sessionId: again.sessionId, ...login });
    await reached;
    held = false;
    await ann.deleteConnection(id);
    release();
    await linking.catch(() => undefined);
    expect((await ann.listConnections()).map((connection) => connection.id)).not.toContain(id);
  });
});
