import { describe, expect, it } from 'vitest';
import { startTestServer } from '../../test/startTestServer.ts';

const listed = (accounts: readonly { readonly id: string }[] | null) => accounts?.map(({ id }) => id);

describe('the accounts of a connection', () => {
  it('are null before Flinks sent the Summary, then those of the snapshot, in every answer', async () => {
    const server = startTestServer({ sandbox: { pendingPolls: 0 } });
    const { client, connection } = await server.link('ann');
    expect(connection.accounts).toBeNull();
    const { accounts } = await client.getAccounts(connection.id);
    const expected = accounts.map(({ id, title, mask, category }) => ({ id, title, mask, category }));
    expect(expected).toHaveLength(9);
    const outcome = await client.refreshConnection(connection.id);
    for (const answer of [
      await client.getConnection(connection.id),
      (await client.listConnections())[0],
      outcome.connection,
    ]) {
      expect(answer?.accounts).toEqual(expected);
    }
  });

  it('are only those that the user chose, also when a reconnect chose fewer than were collected', async () => {
    const server = startTestServer({ sandbox: { pendingPolls: 0 } });
    const client = server.clientOf('ann');
    const { loginId, accountIds } = server.sandbox.login({ username: 'greatday_nomfa' });
    const choose = async (chosen: readonly string[], connectionId?: string) => {
      const { sessionId } = await client.openSession({ connectionId });
      return client.linkConnection({ sessionId, loginId, accountIds: chosen });
    };
    const { id } = await choose(accountIds.slice(0, 3));
    await client.getAccounts(id);
    expect(listed((await client.getConnection(id)).accounts)).toEqual(accountIds.slice(0, 3));
    const { accounts } = await choose(accountIds.slice(0, 1), id);
    expect(listed(accounts)).toEqual(accountIds.slice(0, 1));
  });

  it('are null while the login is not verified, although the accounts are shown', async () => {
    const { clock, sandbox } = startTestServer({ sandbox: { pendingPolls: 0 } });
    const server = startTestServer({
      beside: { clock, sandbox },
      flinks: { fetch: async (request) => withoutLastRefresh(await sandbox.fetch(request)) },
    });
    const { client, connection } = await server.link('ann');
    expect(connection.verification).toBe('unverified');
    expect((await client.getAccounts(connection.id)).accounts).toHaveLength(9);
    expect((await client.getConnection(connection.id)).accounts).toBeNull();
  });
});

async function withoutLastRefresh(answer: Response): Promise<Response> {
  const text = await answer.text();
  return new Response(text.replace(/"LastRefresh":"[^"]*"/, '"LastRefresh":null'), answer);
}
