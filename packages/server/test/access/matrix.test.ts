import { clientHeader, flinksRoutes } from '@flinks-kit/core';
import { describe, expect, test } from 'vitest';
import { userRoutes } from '../../src/http/routes.ts';
import { startTestServer, testOrigin } from '../startTestServer.ts';
import { sampleReport } from './sampleReport.ts';

type RouteName = keyof typeof flinksRoutes;

/** Every route that asks who is calling, with a body that it takes; what it answers to the user whose it is. */
const routes: Readonly<Record<RouteName, { readonly body?: object; readonly own: number }>> = {
  openSession: { body: {}, own: 201 },
  getSession: { own: 200 },
  sendReport: { body: sampleReport, own: 200 },
  linkConnection: { body: {}, own: 201 },
  listConnections: { own: 200 },
  getConnection: { own: 200 },
  getAccounts: { own: 200 },
  refreshConnection: { body: {}, own: 200 },
  setNightlyRefresh: { body: { enabled: true }, own: 200 },
  listInstitutions: { own: 200 },
  deleteConnection: { own: 200 },
};

const named = (name: string): name is RouteName => Object.hasOwn(routes, name);

/** Ann has a bank; a user, or a caller without one, calls a route with ids of hers or others. */
async function call(name: RouteName, user: string, ids: { connection?: string; session?: string } = {}) {
  const server = startTestServer({ sandbox: { pendingPolls: 0 } });
  const { client, connection, link } = await server.link('ann');
  await client.getAccounts(connection.id);
  server.sandbox.journal.clear();
  const { method, path } = flinksRoutes[name];
  const id = path.startsWith('/sessions')
    ? (ids.session ?? link.sessionId)
    : (ids.connection ?? connection.id);
  const { body } = routes[name];
  // The one route whose ids stand in the body.
  const sent = name === 'linkConnection' ? { ...link, sessionId: ids.session ?? link.sessionId } : body;
  const answer = await server.flinks.handler(
    new Request(`${testOrigin}/api/flinks${path.replace(':id', encodeURIComponent(id ?? ''))}`, {
      method,
      headers: { 'content-type': 'application/json', [clientHeader]: '1', 'x-test-user': user },
      ...(sent === undefined ? {} : { body: JSON.stringify(sent) }),
    }),
  );
  return { status: answer.status, body: await answer.json(), asked: server.sandbox.journal.entries().length };
}

const all = userRoutes.map(({ name }) => name).filter(named);
const withId = all.filter((name) => flinksRoutes[name].path.includes(':id') || name === 'linkConnection');

describe('access to every route', () => {
  test('the matrix has every route of the server', () => {
    expect(userRoutes.map(({ name }) => name).toSorted()).toEqual(Object.keys(routes).toSorted());
  });

  test.each(all)('%s answers the user whose it is', async (name) => {
    expect((await call(name, 'ann')).status).toBe(routes[name].own);
  });

  test.each(all)('%s without a user is refused, and Flinks is not asked', async (name) => {
    expect(await call(name, '')).toMatchObject({ status: 401, body: { code: 'not-signed-in' }, asked: 0 });
  });

  test.each(withId)(
    '%s with another user’s id is answered as with an id that does not exist',
    async (name) => {
      const others = await call(name, 'bob');
      const unknown = await call(name, 'bob', { connection: 'unknown', session: 'unknown' });
      expect(others).toMatchObject({ status: 404, asked: 0 });
      expect(others).toEqual(unknown);
    },
  );

  test.each(
    withId.flatMap((name) =>
      ['../connections', '%00', 'x'.repeat(129), 'é', ' '].map((id) => ({ name, id })),
    ),
  )('$name with the malformed id “$id” finds nothing, and asks Flinks nothing', async ({ name, id }) => {
    const { status, asked } = await call(name, 'ann', { connection: id, session: id });
    expect([400, 404]).toContain(status);
    expect(asked).toBe(0);
  });

  test.each(['ann', 'bob'])('an app without nightly refresh keeps it off for %s', async (user) => {
    const { link, clientOf } = startTestServer({ server: { nightlyRefresh: false } });
    const { connection } = await link('ann');
    await expect(clientOf(user).setNightlyRefresh(connection.id, true)).rejects.toMatchObject({
      code: user === 'ann' ? 'nightly-refresh-off' : 'connection-not-found',
    });
  });

  test('an app that does not offer the list of institutions shows it to no user, and Flinks is not asked', async () => {
    const { clientOf, sandbox } = startTestServer({ server: { institutions: false } });
    await expect(clientOf('ann').listInstitutions('en')).rejects.toMatchObject({
      status: 404,
      code: 'feature-off',
      message: expect.stringContaining('institutions: true'),
    });
    expect(sandbox.journal.entries()).toEqual([]);
  });

  test.each<[string, (of: 'ann' | 'bob') => Promise<unknown>]>([['getEftInstruction', (of) => instruct(of)]])(
    '%s, which only a server can ask, knows owners too',
    async (_name, ask) => {
      await expect(ask('ann')).resolves.toMatchObject({ accountNumber: '1111000' });
      await expect(ask('bob')).rejects.toMatchObject({ code: 'connection-not-found', status: 404 });
    },
  );

  test('getAllAccounts, which only a server can ask, reads the connections of its user alone', async () => {
    const { flinks, link } = startTestServer({ sandbox: { pendingPolls: 0 } });
    await link('ann');
    expect((await flinks.forUser('ann').getAllAccounts()).accounts).toHaveLength(9);
    expect(await flinks.forUser('bob').getAllAccounts()).toEqual({ accounts: [], connections: [] });
  });
});

async function instruct(user: 'ann' | 'bob'): Promise<unknown> {
  const { flinks, link } = startTestServer({ sandbox: { pendingPolls: 0 } });
  const { client, connection } = await link('ann');
  const { accounts } = await client.getAccounts(connection.id);
  const chequing = accounts.find(({ title }) => title === 'Chequing CAD');
  return flinks
    .forUser(user)
    .getEftInstruction({ connectionId: connection.id, accountId: chequing?.id ?? '' });
}
