import { createHmac } from 'node:crypto';
import { describe, expect, test } from 'vitest';
import { createVault } from '../../src/crypto/createVault.ts';
import { createMemoryStore, type FlinksStore } from '../../src/index.ts';
import { decodeRecord } from '../../src/store/recordCodec.ts';
import type { CollectionRecord, ConnectionRecord, TombstoneRecord } from '../../src/store/records.ts';
import { letPass } from '../letPass.ts';
import { startTestServer, testKey, testOrigin } from '../startTestServer.ts';
import { storeAround } from '../storeAround.ts';

// Whatever writes to a connection read it before. Between any two of those steps another user's link may put the login in
// doubt: then all its data goes, and nothing that was read before may come back.

const secret = 'webhook-secret';
const minute = 60_000;

/** A store in a process that is killed once it made such a write. */
function killAfter(store: FlinksStore, write: 'insert' | 'replace', kind: string): FlinksStore {
  let isDead = false;
  return storeAround(store, async (name, step) => {
    if (isDead) throw new Error('killed');
    return step().finally(() => {
      isDead ||= name === `${write} ${kind}`;
    });
  });
}

/** A store that stops before one step of a job, so that something else happens there. */
function createPausedStore(store: FlinksStore) {
  let left = Number.POSITIVE_INFINITY;
  let steps = 0;
  let happen = async (): Promise<void> => undefined;
  const pause = async (): Promise<void> => {
    steps += 1;
    if (steps === left) await happen();
  };
  return {
    slow: storeAround(store, async (_name, step) => {
      await pause();
      return step();
    }),
    before: (step: number, what: () => Promise<void>): void => {
      steps = 0;
      left = step;
      happen = what;
    },
  };
}

/** Ann and Mallory rest on one sign-in. Ann has linked it; Mallory has not yet. */
async function startWorld({
  username = 'greatday_nomfa',
  authorizeAsync = false,
  killed = null as 'once a deletion is stored' | 'in the middle of a contest' | null,
} = {}) {
  const kept = createMemoryStore();
  const paused = createPausedStore(kept);
  const shared = {
    rateLimit: () => true,
    webhook: { secrets: [secret] },
    timing: { nightlyTouchMs: minute },
  };
  const quick = startTestServer({
    sandbox: { pendingPolls: 0 },
    flinks: { authorizeAsync },
    server: { ...shared, store: kept },
  });
  const { clock, sandbox } = quick;
  const server = startTestServer({
    beside: quick,
    flinks: { authorizeAsync },
    server: {
      ...shared,
      store:
        killed === 'once a deletion is stored' ? killAfter(paused.slow, 'insert', 'tombstone') : paused.slow,
    },
  });
  const theirServer =
    killed === 'in the middle of a contest'
      ? startTestServer({
          beside: quick,
          server: { ...shared, store: killAfter(kept, 'replace', 'connection') },
        })
      : quick;
  const [ann, mallory] = [server.clientOf('ann'), theirServer.clientOf('mallory')];
  const theirs = await mallory.openSession({});
  const own = await ann.openSession({});
  clock.advance(1_000);
  const login = sandbox.login({ username });
  const { id } = await ann.linkConnection({ sessionId: own.sessionId, ...login });
  const vault = createVault([testKey]);
  const read = async <Value>(kind: string): Promise<Value | null> => {
    const row = await kept.get(kind, id);
    // What opens was sealed by the server: its shape is the one of its kind.
    // oxlint-disable-next-line typescript/no-unsafe-type-assertion
    return row === null ? null : (decodeRecord(await vault.open(row.sealed, `${kind}:${id}`)) as Value);
  };
  return {
    id,
    ann,
    server,
    /** Ann in a process that is not killed. */
    secondTab: quick.clientOf('ann'),
    maintain: () => letPass(clock, quick.flinks.maintain()),
    clock,
    sandbox,
    login,
    before: paused.before,
    /** Mallory links the sign-in. Answers whether that put Ann's connection in doubt. */
    async contest(): Promise<boolean> {
      const link = mallory.linkConnection({ sessionId: theirs.sessionId, ...login });
      await letPass(clock, link).catch(() => undefined);
      return (await read<ConnectionRecord>('connection'))?.verification.status === 'unverified';
    },
    readConnection: () => read<ConnectionRecord>('connection'),
    readCollection: () => read<CollectionRecord>('collection'),
    readTombstone: () => read<TombstoneRecord>('tombstone'),
    liveRefreshes: () =>
      ['Authorize', 'AuthorizeAsync'].flatMap((endpoint) =>
        sandbox.journal
          .calls(endpoint)
          .filter(({ request }) => JSON.stringify(request).includes('"MostRecentCached":false')),
      ).length,
    async deliver(responseType: string): Promise<void> {
      const [saved] = sandbox.logins();
      const body = JSON.stringify({
        ResponseType: responseType,
        HttpStatusCode: 200,
        Accounts: [
          { Id: crypto.randomUUID(), Title: 'Chequing', AccountNumber: '1111000', Category: 'Operations' },
        ],
        Login: { Id: login.loginId, LastRefresh: saved?.lastRefresh },
        RequestId: crypto.randomUUID(),
      });
      const headers = {
        'flinks-authenticity-key': createHmac('sha256', secret).update(body).digest('base64'),
      };
      await server.flinks.handler(
        new Request(`${testOrigin}/api/flinks/webhook`, { method: 'POST', headers, body }),
      );
    },
  };
}

type World = Awaited<ReturnType<typeof startWorld>>;

interface ContestedJob {
  readonly what: string;
  readonly world?: Parameters<typeof startWorld>[0];
  readonly prepare?: (world: World) => Promise<unknown>;
  readonly run: (world: World) => Promise<unknown>;
}

const collect = ({ ann, id }: World) => ann.getAccounts(id);
const jobs: readonly ContestedJob[] = [
  { what: 'accounts are collected', run: collect },
  { what: 'a live refresh', prepare: collect, run: ({ ann, id }) => ann.refreshConnection(id) },
  {
    what: 'a live refresh that ends in a question',
    world: { username: 'Greatday' },
    prepare: collect,
    run: ({ ann, id }) => ann.refreshConnection(id),
  },
  {
    what: 'a reconnect that refreshes first',
    world: { username: 'Greatday' },
    prepare: collect,
    run: ({ ann, id }) => ann.openSession({ connectionId: id }),
  },
  {
    what: 'the start of a background refresh',
    world: { authorizeAsync: true },
    prepare: collect,
    run: ({ ann, id }) => ann.refreshConnection(id),
  },
  {
    what: 'the end of a background refresh',
    world: { authorizeAsync: true },
    prepare: async (world) => {
      await collect(world);
      await world.ann.refreshConnection(world.id);
      world.clock.advance(11_000);
    },
    run: ({ ann, id }) => ann.refreshConnection(id),
  },
  { what: 'a delivery of accounts', prepare: collect, run: (world) => world.deliver('GetAccountsDetail') },
  { what: 'a delivery without accounts', prepare: collect, run: (world) => world.deliver('KYC') },
  { what: 'a page of connections', run: ({ ann }) => ann.listConnections() },
  {
    what: 'maintain() keeps the nightly refresh',
    prepare: async (world) => {
      await collect(world);
      await world.ann.setNightlyRefresh(world.id, true);
      world.clock.advance(2 * minute);
    },
    run: ({ server }) => server.flinks.maintain(),
  },
  {
    what: 'the nightly refresh is switched on',
    prepare: collect,
    run: ({ ann, id }) => ann.setNightlyRefresh(id, true),
  },
  { what: 'an instruction is asked for', prepare: collect, run: askForInstruction },
];

async function askForInstruction({ server, id }: World): Promise<unknown> {
  const user = server.flinks.forUser('ann');
  return user.getEftInstruction({ connectionId: id, accountId: await eligibleAccount({ server, id }) });
}

async function eligibleAccount({ server, id }: Pick<World, 'server' | 'id'>): Promise<string> {
  const { accounts } = await server.flinks.forUser('ann').getAccounts(id);
  return accounts.find(({ eft }) => eft.status === 'eligible')?.id ?? '';
}

/** Runs a job with a contest before each of its steps in turn, and gives the world after each. */
async function contestEachStep(
  { world, prepare, run }: ContestedJob,
  check: (world: World, contested: { readonly refreshes: number; readonly step: number }) => Promise<void>,
): Promise<number> {
  let contests = 0;
  for (let step = 1; ; step += 1) {
    const made = await startWorld(world);
    await prepare?.(made);
    const contest: { inDoubt: boolean | null; refreshes: number } = { inDoubt: null, refreshes: 0 };
    made.before(step, async () => {
      contest.inDoubt = await made.contest();
      contest.refreshes = made.liveRefreshes();
    });
    await letPass(
      made.clock,
      run(made).catch(() => undefined),
    );
    await letPass(made.clock, new Promise((resolve) => setImmediate(resolve)));
    // The job has no such step any more.
    if (contest.inDoubt === null) return contests;
    // While the job holds the login the other link is refused, and a connection that is gone is not contested.
    if (!contest.inDoubt) continue;
    contests += 1;
    await check(made, { refreshes: contest.refreshes, step });
  }
}

describe('a login that is contested between two steps of a job', () => {
  test.each(jobs)('$what: nothing that was read before comes back', async (job) => {
    const contests = await contestEachStep(job, async (world, { refreshes, step }) => {
      const connection = await world.readConnection();
      const collection = await world.readCollection();
      expect({ step, connection, collection }).toMatchObject({
        step,
        connection: {
          verification: { status: 'unverified', withheld: true },
          refresh: { status: 'idle' },
          accounts: null,
        },
        collection: { requestId: null, summary: null, collected: null },
      });
      expect(await world.ann.listConnections()).toMatchObject([{ health: { status: 'needs-user' } }]);
      // A refresh would move LastRefresh, and so confirm the login.
      expect({ step, live: world.liveRefreshes() }).toEqual({ step, live: refreshes });
    });
    expect(contests).toBeGreaterThan(2);
  });

  test.each([null, 'in the middle of a contest'] as const)(
    'no instruction is given after it, also where a crash interrupts it (%s)',
    async (killed) => {
      let accountId = '';
      let instruction: unknown = null;
      const job = {
        what: 'an instruction is asked for',
        world: { killed },
        async prepare(world: World) {
          accountId = await eligibleAccount(world);
        },
        async run({ server, id }: World) {
          instruction = null;
          instruction = await server.flinks.forUser('ann').getEftInstruction({ connectionId: id, accountId });
        },
      };
      const uncontested = await startWorld();
      await job.prepare(uncontested);
      await job.run(uncontested);
      expect(instruction).toMatchObject({ accountNumber: expect.stringMatching(/\d{7}/) });
      const contests = await contestEachStep(job, async (_world, { step }) => {
        expect({ step, instruction }).toEqual({ step, instruction: null });
      });
      expect(contests).toBeGreaterThan(1);
    },
  );

  test('a deletion leaves the card at Flinks', async () => {
    const job: ContestedJob = {
      what: 'a deletion',
      prepare: collect,
      run: ({ ann, id }) => ann.deleteConnection(id),
    };
    const contests = await contestEachStep(job, async (world, { step }) => {
      if ((await world.readConnection()) !== null) return;
      // The other link expires at the first run; only then would the card be deleted.
      for (const hours of [48, 2, 2]) {
        world.clock.advance(hours * 60 * minute);
        await letPass(world.clock, world.server.flinks.maintain());
      }
      expect({ step, cards: world.sandbox.logins().length }).toEqual({ step, cards: 1 });
    });
    expect(contests).toBeGreaterThan(0);
  });

  test.each<[string, (world: World) => Promise<unknown>]>([
    ['maintain()', ({ maintain }) => maintain()],
    ['a second tab', ({ secondTab, id, clock }) => letPass(clock, secondTab.deleteConnection(id))],
  ])('a deletion that a crash interrupts, and %s finishes, leaves it, too', async (_name, finish) => {
    const job: ContestedJob = {
      what: 'a deletion',
      world: { killed: 'once a deletion is stored' },
      prepare: collect,
      run: ({ ann, id }) => ann.deleteConnection(id),
    };
    const contests = await contestEachStep(job, async (world, { step }) => {
      await finish(world);
      expect(await world.readConnection()).toBeNull();
      for (const hours of [48, 2, 2]) {
        world.clock.advance(hours * 60 * minute);
        await world.maintain();
      }
      expect({ step, cards: world.sandbox.logins().length }).toEqual({ step, cards: 1 });
    });
    expect(contests).toBeGreaterThan(0);
  });
});
