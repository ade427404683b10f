import { createWarn } from '../common/createWarn.ts';
import { type Insertable, Kysely, PostgresDialect, type PostgresPool, type Selectable } from 'kysely';
import type { FlinksStore, RowKind, RowQuery, StoredRow } from '../store/FlinksStore.ts';
import type { Database, RowTable } from './Database.ts';
import { checkConnection } from './checkConnection.ts';
import { migrate } from './migrate.ts';
import { PGliteDialect, type PGliteLike } from './PGliteDialect.ts';

/**
 * A store in PostgreSQL. Brings its two tables up to date first, under a lock, so that any number of processes may
 * start at once. The pool or the PGlite is yours: you open it, and you close it. One store per PGlite: opening it
 * removes the leases of a process that was killed. A database connection that is lost is reported to `onWarning` and
 * replaced by the pool; it never ends the process.
 *
 * Every row is sealed before it gets here. Back up the database and the encryption keys apart from each other.
 *
 * Rejects with a `FlinksKitError` (`options-invalid`) for options that cannot work, before it reaches the database.
 *
 * @example
 * const store = await createPostgresStore({ pool: new Pool({ connectionString }), onWarning: logger.warn });
 * const store = await createPostgresStore({ pglite: new PGlite('./data') });
 */
export async function createPostgresStore(connection: PostgresConnection): Promise<FlinksStore> {
  checkConnection(connection);
  if ('pool' in connection) watchConnections(connection);
  const dialect =
    'pool' in connection
      ? new PostgresDialect({ pool: connection.pool })
      : new PGliteDialect(connection.pglite);
  const database = new Kysely<Database>({ dialect });
  await migrate(database);
  // One process at a time has a PGlite: an earlier holder of a lease in it is gone, and must not keep the work waiting.
  if ('pglite' in connection) await database.deleteFrom('flinks_kit_leases').execute();

  return {
    async get(kind, id) {
      const row = await database
        .selectFrom('flinks_kit_rows')
        .selectAll()
        .where('kind', '=', kind)
        .where('id', '=', id)
        .executeTakeFirst();
      return row === undefined ? null : toStored(row);
    },
    async insert(row) {
      const { numInsertedOrUpdatedRows } = await database
        .insertInto('flinks_kit_rows')
        .values(toTable(row))
        .onConflict((conflict) => conflict.doNothing())
        .executeTakeFirstOrThrow();
      return numInsertedOrUpdatedRows === 1n;
    },
    async replace(row) {
      const { numUpdatedRows } = await database
        .updateTable('flinks_kit_rows')
        .set(toTable(row))
        .where('kind', '=', row.kind)
        .where('id', '=', row.id)
        .where('version', '=', row.version - 1)
        .executeTakeFirstOrThrow();
      return numUpdatedRows === 1n;
    },
    async remove(kind, id) {
      await database
        .deleteFrom('flinks_kit_rows')
        .where('kind', '=', kind)
        .where('id', '=', id)
        .executeTakeFirst();
    },
    list: (query) => list(database, query),
    async lease({ key, holder, now, until, latestUntil }) {
      // One statement, so that of two processes one waits for the other's row and then finds it taken.
      const taken = await database
        .insertInto('flinks_kit_leases')
        .values({ key, holder, until })
        .onConflict((conflict) =>
          conflict
            .column('key')
            .doUpdateSet({ holder, until })
            .where((row) =>
              row.or([
                row('flinks_kit_leases.holder', '=', holder),
                row('flinks_kit_leases.until', '<=', String(now)),
              ]),
            ),
        )
        .returning('key')
        .executeTakeFirst();
      if (taken !== undefined) return true;
      if (latestUntil !== undefined) {
        await database
          .updateTable('flinks_kit_leases')
          .set({ until: latestUntil })
          .where('key', '=', key)
          .where('until', '>', String(latestUntil))
          .executeTakeFirst();
      }
      return false;
    },
    async release(key, holder) {
      await database
        .deleteFrom('flinks_kit_leases')
        .where('key', '=', key)
        .where('holder', '=', holder)
        .executeTakeFirst();
    },
  };
}

/** A pool of the `pg` package for any PostgreSQL and any number of processes, or an embedded PGlite for one. */
export type PostgresConnection =
  | {
      readonly pool: PostgresPool & WatchablePool;
      /** Receives a sentence for each database connection that is lost. `console.warn` unless given. */
      readonly onWarning?: ((sentence: string, cause?: unknown) => void) | undefined;
    }
  | { readonly pglite: PGliteLike };

/** The events of a pool of the `pg` package that are used. */
export interface WatchablePool {
  on(event: 'error', listener: (cause: Error) => void): unknown;
  on(event: 'acquire', listener: (client: WatchableClient) => void): unknown;
}

/** A connection of the pool. */
export interface WatchableClient {
  on(event: 'error', listener: (cause: Error) => void): unknown;
}

// An 'error' event without a listener ends the process. The pool reports only connections that are idle; one that is
// lost during a query reports to its own listeners.
function watchConnections({
  pool,
  onWarning,
}: Extract<PostgresConnection, { readonly pool: unknown }>): void {
  const warn = createWarn(onWarning);
  const report = (cause: Error): void => {
    // The app closes its pool: Workers then report each connection as lost, and each request has a pool of its own.
    if (Reflect.get(pool, 'ending') === true) return;
    warn(
      'A connection to the database was lost. A query under way on it fails; the pool opens another connection for the next one.',
      cause,
    );
  };
  const watched = new WeakSet<WatchableClient>();
  pool.on('error', report);
  pool.on('acquire', (client) => {
    if (watched.has(client)) return;
    watched.add(client);
    client.on('error', report);
  });
}

async function list(
  database: Kysely<Database>,
  { kind, userId, loginKeys, dueBefore, after, limit }: RowQuery,
): Promise<readonly StoredRow[]> {
  // SQL has no empty list, and an empty list matches nothing.
  if (loginKeys?.length === 0) return [];
  let rows = database.selectFrom('flinks_kit_rows').selectAll().where('kind', '=', kind);
  if (userId !== undefined) rows = rows.where('user_id', '=', userId);
  if (loginKeys !== undefined) rows = rows.where('login_key', 'in', loginKeys);
  if (dueBefore !== undefined) rows = rows.where('due_at', '<', String(dueBefore));
  if (after !== undefined) rows = rows.where('id', '>', after);
  return (await rows.orderBy('id').limit(limit).execute()).map(toStored);
}

const toTable = ({
  kind,
  id,
  version,
  userId,
  loginKey,
  dueAt,
  sealed,
}: StoredRow): Insertable<RowTable> => ({
  kind,
  id,
  version,
  user_id: userId,
  login_key: loginKey,
  due_at: dueAt,
  sealed,
});

const toStored = (row: Selectable<RowTable>): StoredRow => ({
  kind: row.kind satisfies RowKind,
  id: row.id,
  version: row.version,
  userId: row.user_id,
  loginKey: row.login_key,
  // A bigint comes as text from one driver and as a number from the other.
  dueAt: row.due_at === null ? null : Number(row.due_at),
  sealed: row.sealed,
});
