import { FlinksKitError } from '@flinks-kit/core';
import { type Kysely, type Migration, Migrator } from 'kysely';
import { createRowsAndLeases } from './migrations/createRowsAndLeases.ts';

/**
 * Brings the tables up to date. Kysely takes an advisory lock for it, so each migration runs once however many
 * processes start together.
 */
export async function migrate<Tables>(database: Kysely<Tables>): Promise<void> {
  const migrator = new Migrator({
    db: database,
    provider: { getMigrations: async () => migrations },
    migrationTableName: 'flinks_kit_migrations',
    migrationLockTableName: 'flinks_kit_migrations_lock',
  });
  // Many first starts at once may meet before the lock is there to take: the second try finds it.
  const first = await migrator.migrateToLatest();
  if (first.error === undefined) return;
  const { error } = await migrator.migrateToLatest();
  if (error === undefined) return;
  throw new FlinksKitError(
    'The tables of the store could not be brought up to date, so nothing can be kept. Check that the database answers and that its user may create tables.',
    { code: 'store-unusable', cause: error },
  );
}

// Run in the order of their names; one that was released is never changed.
const migrations: Record<string, Migration> = { '001-create-rows-and-leases': createRowsAndLeases };
