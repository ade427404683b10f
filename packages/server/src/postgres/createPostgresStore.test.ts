import { PGlite } from '@electric-sql/pglite';
import { Pool } from 'pg';
import { afterAll, beforeAll, describe, expect, test, vi } from 'vitest';
import { findPostgres, type RunningPostgres, startPostgres } from '../../test/startPostgres.ts';
import { startTestServer } from '../../test/startTestServer.ts';
import { flinksStoreChecks } from '../store/flinksStoreChecks.ts';
import { createPostgresStore } from './createPostgresStore.ts';

// A database starts and truncates at its own pace on a busy machine.
vi.setConfig({ testTimeout: 60_000 });

describe('on an embedded PGlite', () => {
  let pglite: PGlite;
  beforeAll(async () => {
    pglite = await PGlite.create();
  }, 60_000);
  afterAll(() => pglite.close());

  const emptyStore = async () => {
    const store = await createPostgresStore({ pglite });
    await pglite.exec('truncate flinks_kit_rows, flinks_kit_leases');
    return store;
  };

  test.each(flinksStoreChecks)('the store %s', async (_name, check) => {
    await check(emptyStore);
  });

  test('a whole life of a connection goes through it', async () => {
    const server = startTestServer({ sandbox: { pendingPolls: 1 }, server: { store: await emptyStore() } });
    const { client, connection } = await server.link('ann');
    await client.getAccounts(connection.id);
    server.clock.advance(10_000);
    expect(await client.getAccounts(connection.id)).toMatchObject({ status: 'ready' });
    expect(await client.deleteConnection(connection.id)).toEqual({ status: 'deleted' });
    expect(await client.listConnections()).toEqual([]);
  });

  test('work that a killed process had begun is free when its successor opens the store', async () => {
    const killed = await emptyStore();
    const lease = { key: 'collect:1', now: 0, until: 240_000 };
    expect(await killed.lease({ ...lease, holder: 'killed' })).toBe(true);
    const successor = await createPostgresStore({ pglite });
    expect(await successor.lease({ ...lease, holder: 'successor' })).toBe(true);
  });

  test('nothing of a login or an account can be read in the database', async () => {
    const server = startTestServer({ sandbox: { pendingPolls: 0 }, server: { store: await emptyStore() } });
    const { client, connection, link } = await server.link('ann');
    await client.getAccounts(connection.id);
    const { rows } = await pglite.query('select * from flinks_kit_rows');
    const everything = JSON.stringify(rows);
    expect(rows.length).toBeGreaterThan(3);
    for (const secret of [link.loginId, '1111000', 'Chequing', 'FlinksCapital', 'John Doe']) {
      expect(everything).not.toContain(secret);
    }
  });
});

const bin = findPostgres();

describe.skipIf(bin === undefined)('on a real PostgreSQL', () => {
  let postgres: RunningPostgres;
  const pools: Pool[] = [];
  const openPool = (application_name = 'test') => {
    const pool = new Pool({ ...postgres.config, application_name });
    pools.push(pool);
    return pool;
  };
  beforeAll(async () => {
    postgres = await startPostgres(bin ?? '');
  }, 60_000);
  afterAll(async () => {
    await Promise.all(pools.map((pool) => pool.end()));
    await postgres.stop();
  });

  test('many processes may start at once: each migration runs once', async () => {
    await Promise.all(Array.from({ length: 5 }, () => createPostgresStore({ pool: openPool() })));
    const { rows } = await openPool().query('select name from flinks_kit_migrations');
    expect(rows).toEqual([{ name: '001-create-rows-and-leases' }]);
  });

  test.each(flinksStoreChecks)('the store %s', async (_name, check) => {
    const pool = openPool();
    await check(async () => {
      const store = await createPostgresStore({ pool });
      await pool.query('truncate flinks_kit_rows, flinks_kit_leases');
      return store;
    });
  });

  test('two servers with a hundred readers each ask Flinks once per ten seconds', async () => {
    const store = () => createPostgresStore({ pool: openPool() });
    const one = startTestServer({ sandbox: { pendingPolls: 3 }, server: { store: await store() } });
    const { sandbox, clock } = one;
    const other = startTestServer({
      server: { store: await store(), clock },
      flinks: { fetch: sandbox.fetch },
    });
    const { connection } = await one.link('ann');
    const readers = [one, other].flatMap((server) =>
      Array.from({ length: 100 }, () => server.clientOf('ann')),
    );
    for (let poll = 0; poll < 3; poll++) {
      await Promise.all(readers.map((client) => client.getAccounts(connection.id)));
      clock.advance(10_000);
    }
    expect(sandbox.journal.calls('GetAccountsSummary')).toHaveLength(1);
    expect(sandbox.journal.calls('GetAccountsDetail')).toHaveLength(1);
    expect(sandbox.journal.calls('GetAccountsDetailAsync')).toHaveLength(2);
  });

  test('a connection that is lost while the app closes its pool is no warning', async () => {
    const warnings: string[] = [];
    const pool = new Pool(postgres.config);
    await createPostgresStore({ pool, onWarning: (sentence) => warnings.push(sentence) });
    const closed = pool.end();
    const client = await openPool().connect();
    pool.emit('error', new Error('Stream was cancelled.'), client);
    client.release();
    await closed;
    expect(warnings).toEqual([]);
  });

  test.each(['idle', 'busy'])(
    'a connection that the database ends while it is %s is a warning, not the end of the process',
    async (state) => {
      const warnings: string[] = [];
      const pool = openPool('watched');
      const store = await createPostgresStore({ pool, onWarning: (sentence) => warnings.push(sentence) });
      const taken = state === 'busy' ? await pool.connect() : undefined;
      const query = taken?.query('select pg_sleep(60)').then(
        () => 'finished',
        () => 'failed',
      );
      const admin = openPool();
      const terminate = async () => {
        const { rows } = await admin.query(
          `select pg_terminate_backend(pid) from pg_stat_activity
         where application_name = 'watched' and query like $1`,
          [state === 'busy' ? '%pg_sleep%' : '%'],
        );
        return rows.length;
      };
      await expect.poll(terminate).toBeGreaterThan(0);
      expect(await query).toBe(taken === undefined ? undefined : 'failed');
      await expect.poll(() => warnings.length).toBeGreaterThan(0);
      taken?.release(true);
      expect(warnings[0]).toContain('connection to the database was lost');
      expect(await store.get('connection', 'none')).toBeNull();
    },
  );
});
