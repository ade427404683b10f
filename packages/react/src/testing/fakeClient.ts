import {
  type AccountsClient,
  type AccountsSnapshot,
  type ConnectionsClient,
  type ConnectClient,
  type ConnectedAccount,
  type Connection,
  FlinksKitError,
} from '@flinks-kit/core';

/** A client without a network: it opens sessions at `connectUrl`, links logins, and serves the given accounts. */
export function createFakeClient({ accounts, connectUrl, calls }: FakeClientOptions): FakeClient {
  const connections = new Map<string, Connection>();
  let opened = 0;

  function find(connectionId: string): Connection {
    const connection = connections.get(connectionId);
    if (connection) return connection;
    throw new FlinksKitError(
      `No connection "${connectionId}" was made with this fake. Run a journey first.`,
      {
        code: 'connection-not-found',
        status: 404,
      },
    );
  }

  // Every method notes its call first, so that a test can assert on the traffic.
  function noted<Name extends FakeMethod>(method: Name, answer: FakeClient[Name]): FakeClient[Name] {
    const note = (...args: readonly unknown[]): void => void calls.push({ method, args });
    return new Proxy(answer, {
      apply(target, self, args: unknown[]) {
        note(...args);
        return Reflect.apply(target, self, args);
      },
    });
  }

  return {
    openSession: noted('openSession', async () => {
      opened += 1;
      const url = new URL(connectUrl);
      url.searchParams.set('authorizeToken', `fake-${opened}`);
      return { connectUrl: url.href, sessionId: `session-${opened}` };
    }),
    linkConnection: noted('linkConnection', async () => {
      const id = `connection-${connections.size + 1}`;
      const connection = fakeConnection(id, accounts.length);
      connections.set(id, connection);
      return connection;
    }),
    sendReport: noted('sendReport', () => undefined),
    listConnections: noted('listConnections', async () => [...connections.values()]),
    getConnection: noted('getConnection', async (id) => find(id)),
    getAccounts: noted('getAccounts', async (id) => readySnapshot(find(id), accounts)),
    refreshConnection: noted('refreshConnection', async (id) => ({
      status: 'done',
      connection: find(id),
      retryAfterMs: null,
    })),
    setNightlyRefresh: noted('setNightlyRefresh', async (id, nightlyRefresh) => {
      const connection = { ...find(id), nightlyRefresh };
      connections.set(id, connection);
      return connection;
    }),
    deleteConnection: noted('deleteConnection', async (id) => {
      connections.delete(find(id).id);
      return { status: 'deleted' };
    }),
  };
}

/** One call that the hooks made, in order. */
export interface FakeCall {
  readonly method: FakeMethod;
  readonly args: readonly unknown[];
}

interface FakeClientOptions {
  readonly accounts: readonly ConnectedAccount[];
  readonly connectUrl: string;
  readonly calls: FakeCall[];
}

type FakeClient = Required<Pick<ConnectClient, 'openSession' | 'linkConnection' | 'sendReport'>> &
  AccountsClient &
  ConnectionsClient;
type FakeMethod = keyof FakeClient;

function fakeConnection(id: string, accountsCount: number): Connection {
  return {
    id,
    institution: 'FlinksCapital',
    createdAt: moment,
    lastRefreshAt: moment,
    accountsCount,
    nightlyRefresh: null,
    verification: 'verified',
    health: { status: 'ok', flinksCode: null },
  };
}

function readySnapshot({ id }: Connection, accounts: readonly ConnectedAccount[]): AccountsSnapshot {
  const own = accounts.map((account) => ({ ...account, connectionId: id }));
  return { status: 'ready', accounts: own, asOf: moment, retryAfterMs: null };
}

const moment = '2026-01-05T15:00:00.000Z';
