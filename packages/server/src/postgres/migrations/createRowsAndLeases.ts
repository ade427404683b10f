import { type Kysely, type Migration, sql } from 'kysely';

/**
 * Rows are found by their address, by their owner, by their login's keyed hash, and by when they are due; each has
 * its index. Ids are compared byte by byte, so that pages follow each other alike on every server.
 */
export const createRowsAndLeases: Migration = {
  async up(database: Kysely<unknown>): Promise<void> {
    await database.schema
      .createTable('flinks_kit_rows')
      .addColumn('kind', 'text', (column) => column.notNull())
      .addColumn('id', sql`text collate "C"`, (column) => column.notNull())
      .addColumn('version', 'integer', (column) => column.notNull())
      .addColumn('user_id', 'text')
      .addColumn('login_key', 'text')
      .addColumn('due_at', 'bigint')
      .addColumn('sealed', 'text', (column) => column.notNull())
      .addPrimaryKeyConstraint('flinks_kit_rows_address', ['kind', 'id'])
      .execute();
    for (const column of ['user_id', 'login_key', 'due_at']) {
      await database.schema
        .createIndex(`flinks_kit_rows_${column}`)
        .on('flinks_kit_rows')
        .columns(['kind', column])
        .where(sql.ref(column), 'is not', null)
        .execute();
    }
    await database.schema
      .createTable('flinks_kit_leases')
      .addColumn('key', 'text', (column) => column.primaryKey())
      .addColumn('holder', 'text', (column) => column.notNull())
      .addColumn('until', 'bigint', (column) => column.notNull())
      .execute();
  },
};
