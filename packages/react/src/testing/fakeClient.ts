import { type FakeAnswer, giveAnswer } from './answers.ts';
import { fakeConnection, toListed } from './builders.ts';
import {
  type AccountsClient,
  type AccountsSnapshot,
  type ConnectionsClient,
  type ConnectClient,
  type ConnectedAccount,
  type Connection,
  type ConnectionHealth,
  FlinksKitError,
  type InstitutionsClient,
} from '@flinks-kit/core';

/** A client without a network: it opens sessions at `connectUrl`, links logins, and serves the given accounts. */
export function createFakeClient(options: FakeClientOptions): FakeClient {
  const { accounts, health, connectUrl, calls, answers } = options;
  const connections = new Map(options.connections.map((connection) => [connection.id, connection]));
  const keep = (connection: Connection): void => void connections.set(connection.id, connection);
  // The connection that each session is for: none where it connects another bank.
  const sessions = new Map<string | undefined, string | undefined>();

  function newId(): string {
    let made = connections.size + 1;
    while (connections.has(`connection-${made}`)) made += 1;
    return `connection-${made}`;
  }

  function find(connectionId: string): Connection {
    const connection = connections.get(connectionId);
    if (connection) return connection;
    throw new FlinksKitError(
      `No connection "${connectionId}" was made with this fake. Run a scenario first.`,
      {
        code: 'connection-not-found',
        status: 404,
      },
    );
  }

  // What a later call has to know of an answer, whether the fake made it or the test.
  const remember: Remember = {
    openSession: ({ sessionId }, { connectionId }) => void sessions.set(sessionId, connectionId),
    linkConnection: keep,
    listConnections: (listed) => listed.forEach(keep),
    refreshConnection: ({ connection }) => keep(connection),
    setNightlyRefresh: keep,
    deleteConnection: (_outcome, id) => void connections.delete(id),
  };

  // Every method records its call first, so that a test can assert on the traffic. An answer of the test comes first.
  function noted<Name extends FakeMethod>(method: Name, answer: FakeClient[Name]): FakeClient[Name] {
    const own: FakeAnswer<unknown> = answers[method];
    const changes = remember[method];
    let count = 0;
    return new Proxy(answer, {
      apply(target, self, args: unknown[]) {
        calls.push({ method, args });
        const answered: unknown =
          own === undefined ? Reflect.apply(target, self, args) : giveAnswer(own, count++);
        if (changes === undefined) return answered;
        return Promise.resolve(answered).then((value) => {
          Reflect.apply(changes, undefined, [value, ...args]);
          return value;
        });
      },
    });
  }

  return {
    openSession: noted('openSession', async () => {
      const opened = sessions.size + 1;
      const url = new URL(connectUrl);
      url.searchParams.set('authorizeToken', `fake-${opened}`);
      return { connectUrl: url.href, sessionId: `session-${opened}` };
    }),
    linkConnection: noted('linkConnection', async ({ sessionId }) => {
      const id = sessions.get(sessionId) ?? newId();
      return fakeConnection({
        ...connections.get(id),
        id,
        lastRefreshAt: new Date().toISOString(),
        health: health ?? { status: 'ok', flinksCode: null },
        accounts: accounts.map(toListed),
      });
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
    setNightlyRefresh: noted('setNightlyRefresh', async (id, nightlyRefresh) => ({
      ...find(id),
      nightlyRefresh,
    })),
    listInstitutions: noted('listInstitutions', async () => [
      { id: '14', name: 'Flinks Capital', country: 'CA' },
      { id: '2', name: 'Sample Caisse', country: 'CA' },
      { id: '3', name: 'Sample Bank of Montréal', country: 'CA' },
    ]),
    deleteConnection: noted('deleteConnection', async (id) => {
      find(id);
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
  /** The health of a connection that is made; a healthy one unless given. */
  readonly health: ConnectionHealth | undefined;
  readonly connectUrl: string;
  readonly calls: FakeCall[];
  readonly connections: readonly Connection[];
  readonly answers: FakeAnswers;
}

/** What a method does instead of what the fake would do, by the name of the client's method. */
export type FakeAnswers = {
  readonly [Name in Exclude<FakeMethod, 'openSession' | 'sendReport'>]?:
    | FakeAnswer<Awaited<ReturnType<FakeClient[Name]>>>
    | undefined;
} & { readonly openSession?: Error | undefined; readonly sendReport?: undefined };

/** The methods of the fake client: those of the client, each of them present. */
export type FakeClient = Required<Pick<ConnectClient, 'openSession' | 'linkConnection' | 'sendReport'>> &
  AccountsClient &
  ConnectionsClient &
  InstitutionsClient;
/** The name of a method of the fake client. */
export type FakeMethod = keyof FakeClient;

type Remember = {
  readonly [Name in FakeMethod]?: (
    answered: Awaited<ReturnType<FakeClient[Name]>>,
    ...args: Parameters<FakeClient[Name]>
  ) => void;
};

function readySnapshot({ id }: Connection, accounts: readonly ConnectedAccount[]): AccountsSnapshot {
  const own = accounts.map((account) => ({ ...account, connectionId: id }));
  return { status: 'ready', accounts: own, asOf: new Date().toISOString(), retryAfterMs: null };
}
