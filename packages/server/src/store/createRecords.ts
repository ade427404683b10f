import type { Vault } from '../crypto/createVault.ts';
import type { FlinksStore, RowKind, RowQuery, StoredRow } from './FlinksStore.ts';
import { createRecent } from './createRecent.ts';
import { encodeRecord, reviveSealed } from './recordCodec.ts';

/**
 * The store in the server's own terms: values of one kind go in and out, sealed as a whole, so that no field of
 * any record can be forgotten.
 */
export function createRecords<Value extends { readonly id: string }>(
  { store, vault, warn }: RecordsKeeper,
  kind: RowKind,
  toIndexes: (value: Value) => Partial<RecordIndexes>,
): Records<Value> {
  const context = (id: string) => `${kind}:${id}`;

  async function toRow(value: Value, version: number): Promise<StoredRow> {
    const sealed = await vault.seal(encodeRecord(value), context(value.id));
    const indexes = { userId: null, loginKey: null, dueAt: null, ...toIndexes(value) };
    return { kind, id: value.id, version, ...indexes, sealed };
  }

  // What opens was sealed by us, for this very place: its shape is the one we wrote.
  const open = async (row: StoredRow): Promise<Value> =>
    JSON.parse(await vault.open(row.sealed, context(row.id)), reviveSealed);
  const opened = createRecent<Promise<Value>>(500);

  /** Many read the same row while it does not change: opening it once is enough. Values are never changed in place. */
  function fromRow(row: StoredRow): Promise<Value> {
    const known = opened.get(row.id, row.sealed);
    if (known !== undefined) return known;
    const value = open(row);
    opened.set(row.id, row.sealed, value);
    value.catch(() => opened.delete(row.id));
    return value;
  }

  /** One row that does not open must not stop the work on all the others. */
  const fromReadableRow = (row: StoredRow): Promise<Value | null> =>
    fromRow(row).catch((cause: unknown) => {
      warn(`A stored ${kind} cannot be opened, so it was left as it is.`, cause);
      return null;
    });

  /** Every row of a query, page by page: a row that does not open is no end. */
  async function* rowsOf(query: Omit<RowQuery, 'kind' | 'limit' | 'after'>): AsyncGenerator<StoredRow> {
    let rows = await store.list({ ...query, kind, limit: 200 });
    while (rows.length > 0) {
      yield* rows;
      rows = await store.list({ ...query, kind, after: rows.at(-1)?.id, limit: 200 });
    }
  }

  return {
    async get(id) {
      const row = await store.get(kind, id);
      return row === null ? null : fromRow(row);
    },
    insert: async (value) => store.insert(await toRow(value, 1)),
    async update(id, change) {
      for (;;) {
        const row = await store.get(kind, id);
        if (row === null) return null;
        const value = await fromRow(row);
        const next = change(value);
        if (next === value) return value;
        if (await store.replace(await toRow(next, row.version + 1))) return next;
        // Another writer was faster: its change is read, and ours is made on top of it.
      }
    },
    async remove(id) {
      opened.delete(id);
      await store.remove(kind, id);
    },
    async reseal() {
      let count = 0;
      for await (const row of rowsOf({})) {
        if (await vault.isNewest(row.sealed)) continue;
        const value = await fromReadableRow(row);
        // Lost to a change that came between: then that change was sealed, by whichever key its process has first.
        if (value !== null && (await store.replace(await toRow(value, row.version + 1)))) count += 1;
      }
      return count;
    },
    async *each(query) {
      for await (const row of rowsOf(query)) {
        const value = await fromReadableRow(row);
        if (value !== null) yield value;
      }
    },
    async list(query) {
      const rows = await store.list({ ...query, kind });
      const values = await Promise.all(rows.map(fromReadableRow));
      return values.filter((value) => value !== null);
    },
  };
}

/** Where records are kept, and which listener receives one that can't be read. */
export interface RecordsKeeper {
  readonly store: FlinksStore;
  readonly vault: Vault;
  readonly warn: (sentence: string, cause?: unknown) => void;
}

/** Values of one kind. */
export interface Records<Value> {
  get(id: string): Promise<Value | null>;
  /** `false` when the id is taken. */
  insert(value: Value): Promise<boolean>;
  /**
   * Changes a value and answers the new one, or `null` when it is gone. `change` may run more than once, so it is
   * pure; answering the very same value changes nothing.
   */
  update(id: string, change: (value: Value) => Value): Promise<Value | null>;
  remove(id: string): Promise<void>;
  /** Seals every row again that an older key sealed; returns how many. */
  reseal(): Promise<number>;
  list(query: Omit<RowQuery, 'kind'>): Promise<readonly Value[]>;
  /** All that match, however many. */
  each(query: Omit<RowQuery, 'kind' | 'limit' | 'after'>): AsyncIterable<Value>;
}

/** What may be looked up without opening a row. */
export type RecordIndexes = Pick<StoredRow, 'userId' | 'loginKey' | 'dueAt'>;
