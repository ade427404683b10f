/**
 * Where the server keeps what it knows. A store sees only rows: an address, three indexes, and a sealed text that
 * it cannot read. So an adapter holds no secret, needs no schema of ours, and is seven small methods.
 *
 * Every method must be durable when its promise resolves, and `insert`, `replace` and `lease` must be atomic
 * between processes. `flinksStoreChecks` proves an adapter.
 */
export interface FlinksStore {
  get(kind: RowKind, id: string): Promise<StoredRow | null>;
  /** Adds a row of version 1. Answers `false`, and changes nothing, when the address is taken. */
  insert(row: StoredRow): Promise<boolean>;
  /** Puts a row in the place of its version minus one. Answers `false` when that version is not there. */
  replace(row: StoredRow): Promise<boolean>;
  remove(kind: RowKind, id: string): Promise<void>;
  /** Rows of one kind that match every given index, in order of `id`, at most `limit`. */
  list(query: RowQuery): Promise<readonly StoredRow[]>;
  /** Takes the lease `key` for `holder` until `until`, if it is free, expired at `now`, or the holder's own. */
  lease(lease: Lease): Promise<boolean>;
  /** Gives a lease back early. Another holder's lease stays. */
  release(key: string, holder: string): Promise<void>;
}

/**
 * The kind of a row. An adapter stores any string, so that a new kind needs no migration. In use: `session`, `return`,
 * `connection`, `owner`, `collection`, `inbox` (webhooks), `attempts` (links that were not verified), `tombstone`,
 * `identity-key` (of a user's account identities), `institutions`, `maintenance`.
 */
export type RowKind = string;

/** One row. Instants are milliseconds since the epoch. */
export interface StoredRow {
  readonly kind: RowKind;
  readonly id: string;
  /** 1, 2, 3…: grows by one with each change. */
  readonly version: number;
  readonly userId: string | null;
  /** The keyed hash of the `LoginId`: finds rows of one login without holding it. */
  readonly loginKey: string | null;
  /** When `maintain()` should look at this row next. */
  readonly dueAt: number | null;
  /** AES-GCM; opens only in its own place. */
  readonly sealed: string;
}

/** Which rows to list. `after` goes on after that id. */
export interface RowQuery {
  readonly kind: RowKind;
  readonly userId?: string | undefined;
  readonly loginKeys?: readonly string[] | undefined;
  readonly dueBefore?: number | undefined;
  readonly after?: string | undefined;
  readonly limit: number;
}

/** A claim on a piece of work, so that two processes don't do it twice. */
export interface Lease {
  readonly key: string;
  readonly holder: string;
  readonly now: number;
  readonly until: number;
  /**
   * No claim on this key lasts longer than this. One that does is of a process whose clock is ahead: it is cut to this
   * end, so that the work does not wait for as long as that clock was wrong.
   */
  readonly latestUntil?: number | undefined;
}
