import type { Vault } from '../crypto/createVault.ts';
import type { FlinksStore, RowKind, RowQuery, StoredRow } from './FlinksStore.ts';
import { createRecent } from './createRecent.ts';
import { decodeRecord, encodeRecord } from './recordCodec.ts';

/**
 * The store in the server's own terms: values of one kind go in and out, sealed as a whole, so that no field of
 * any record can be forgotten.
 *
 * A row that does not open (altered, truncated, sealed by a key that is lost) counts as absent: it is reported, it
 * stops no work on any other row, and the next `insert` under its id replaces it.
 */
export function createRecords<Value extends { readonly id: string }>(
  { store, vault, warn }: RecordsKeeper,
  kind: RowKind,
  toIndexes: (value: Value) => Partial<RecordIndexes>,
  { sealedBy, cachedBytes = 1024 * 1024, pageSize = 200 }: RecordsOptions<Value> = {},
): Records<Value> {
  const context = (id: string) => `${kind}:${id}`;

  async function toRow(value: Value, version: number): Promise<StoredRow> {
    const sealed = await vault.seal(encodeRecord(value), context(value.id), sealedBy?.(value));
    const { userId = null, loginKey = null, dueAt = null } = toIndexes(value);
    return { kind, id: value.id, version, userId, loginKey, dueAt, sealed };
  }

  // What opens was sealed by us, for this very place: its shape is the one we wrote.
  const open = async (row: StoredRow): Promise<Value> =>
    // oxlint-disable-next-line typescript/no-unsafe-type-assertion
    decodeRecord(await vault.open(row.sealed, context(row.id))) as Value;

  // A row that is being opened by one caller is not opened again by the next.
  const opened = createRecent<Value | Promise<Value>>(cachedBytes);

  /** Many read the same row while it does not change: opening it once is enough. Values are never changed in place. */
  function fromRow(row: StoredRow): Value | Promise<Value> {
    const known = opened.get(row.id, row.sealed);
    if (known !== undefined) return known;
    const opening = open(row).then(
      (value) => {
        // Unless a newer version took its place.
        if (opened.get(row.id, row.sealed) === opening) opened.set(row.id, row.sealed, value);
        return value;
      },
      (cause: unknown) => {
        if (opened.get(row.id, row.sealed) === opening) opened.delete(row.id);
        throw cause;
      },
    );
    opened.set(row.id, row.sealed, opening);
    return opening;
  }

  const reported = new Set<string>();
  function reportUnreadable({ id, sealed }: StoredRow, cause: unknown): void {
    // Once for each row and not at each read; a bounded set, since there may be many.
    const row = `${id} ${sealed.slice(0, 64)}`;
    if (reported.has(row)) return;
    if (reported.size >= 1_000) reported.clear();
    reported.add(row);
    warn(`A stored ${kind} cannot be opened, so it was left as it is and counts as absent.`, cause);
  }

  function fromReadableRow(row: StoredRow, onUnreadable = reportUnreadable): Value | Promise<Value | null> {
    const value = fromRow(row);
    if (!(value instanceof Promise)) return value;
    return value.catch((cause: unknown) => {
      onUnreadable(row, cause);
      return null;
    });
  }

  /** One page of a query. A row that does not open is no end. */
  const pageAfter = (after: string | undefined, query: Omit<RowQuery, 'kind' | 'limit' | 'after'>) =>
    store.list({ ...query, kind, after, limit: pageSize });

  async function replace(value: Value, { version }: StoredRow): Promise<boolean> {
    const row = await toRow(value, version + 1);
    const isReplaced = await store.replace(row);
    // Also in the place of the older text, which is read by no caller any more.
    if (isReplaced) opened.set(row.id, row.sealed, value);
    return isReplaced;
  }

  return {
    async get(id) {
      const row = await store.get(kind, id);
      return row === null ? null : fromReadableRow(row);
    },
    async getOrThrow(id) {
      const row = await store.get(kind, id);
      return row === null ? null : fromRow(row);
    },
    async peek(id) {
      const row = await store.get(kind, id);
      if (row === null) return null;
      return { userId: row.userId, loginKey: row.loginKey, isKeyKnown: await vault.isKnown(row.sealed) };
    },
    async insert(value) {
      const row = await toRow(value, 1);
      if (await store.insert(row)) {
        // What was just written is read soon.
        opened.set(row.id, row.sealed, value);
        return true;
      }
      const taken = await store.get(kind, value.id);
      if (taken === null || (await fromReadableRow(taken)) !== null) return false;
      return replace(value, taken);
    },
    async update(id, change) {
      for (;;) {
        const row = await store.get(kind, id);
        const value = row === null ? null : await fromReadableRow(row);
        if (row === null || value === null) return null;
        const next = change(value);
        if (next === value) return value;
        if (await replace(next, row)) return next;
        // Another caller was faster: its change is read, and ours is made on top of it.
      }
    },
    async remove(id) {
      opened.delete(id);
      await store.remove(kind, id);
    },
    async reseal(onUnreadable) {
      let count = 0;
      for (let after: string | undefined; ;) {
        const rows = await pageAfter(after, {});
        for (const row of rows) {
          if (await vault.isNewest(row.sealed)) continue;
          const value = await fromReadableRow(row, onUnreadable);
          // Lost to a change that came between: then that change was sealed, by whichever key its process has first.
          if (value !== null && (await replace(value, row))) count += 1;
        }
        if (rows.length < pageSize) return count;
        after = rows.at(-1)?.id;
      }
    },
    async *each(query, onUnreadable) {
      for (let after: string | undefined; ;) {
        const rows = await pageAfter(after, query);
        for (const row of rows) {
          const value = await fromReadableRow(row, onUnreadable);
          if (value !== null) yield value;
        }
        if (rows.length < pageSize) return;
        after = rows.at(-1)?.id;
      }
    },
    async list(query) {
      const rows = await store.list({ ...query, kind });
      if (rows.length === 0) return [];
      const values = await Promise.all(rows.map(async (row) => fromReadableRow(row)));
      return values.filter((value) => value !== null);
    },
    listIds: async (query) => (await store.list({ ...query, kind })).map(({ id }) => id),
  };
}

/** Where records are kept, and which listener receives one that can't be read. */
export interface RecordsKeeper {
  readonly store: FlinksStore;
  readonly vault: Vault;
  readonly warn: (sentence: string, cause?: unknown) => void;
}

/** What is special about a kind. */
export interface RecordsOptions<Value> {
  /** The key that seals a value, where it is not the newest. */
  readonly sealedBy?: (value: Value) => string;
  /** How many bytes of opened rows are kept in memory at most; 1 MiB unless given. 0: none. */
  readonly cachedBytes?: number;
  /** How many rows are fetched at once where all are read; 200 unless given. */
  readonly pageSize?: number;
}

/** Values of one kind. */
export interface Records<Value> {
  /** `null` when there is none, or none that opens. */
  get(id: string): Promise<Value | null>;
  /** As `get`, but rejects with `sealed-unreadable` when the row does not open. */
  getOrThrow(id: string): Promise<Value | null>;
  /** What can be known of a row, whether it opens or not. Its indexes are not authenticated. */
  peek(id: string): Promise<PeekedRow | null>;
  /** `false` when the id is taken by a row that opens; any other row is replaced. */
  insert(value: Value): Promise<boolean>;
  /**
   * Changes a value and answers the new one, or `null` when it is gone or does not open. `change` may run more than
   * once, so it is pure; answering the very same value changes nothing.
   */
  update(id: string, change: (value: Value) => Value): Promise<Value | null>;
  remove(id: string): Promise<void>;
  /** Seals every row again that an older key sealed; returns how many. */
  reseal(onUnreadable?: OnUnreadable): Promise<number>;
  list(query: Omit<RowQuery, 'kind'>): Promise<readonly Value[]>;
  /** The ids of the rows that match, whether they open or not. */
  listIds(query: Omit<RowQuery, 'kind'>): Promise<readonly string[]>;
  /** All that match, however many. Without `onUnreadable`, a row that does not open is a warning. */
  each(query: Omit<RowQuery, 'kind' | 'limit' | 'after'>, onUnreadable?: OnUnreadable): AsyncIterable<Value>;
}

/** A row that was not opened. */
export interface PeekedRow extends Pick<StoredRow, 'userId' | 'loginKey'> {
  /** `false` for a row of a process with other keys, or of a key that is lost. */
  readonly isKeyKnown: boolean;
}

/** Called for each row that does not open. */
export type OnUnreadable = (row: StoredRow, cause: unknown) => void;

/** What may be looked up without opening a row. */
export type RecordIndexes = Pick<StoredRow, 'userId' | 'loginKey' | 'dueAt'>;
