import type { FlinksStore, RowQuery, StoredRow } from './FlinksStore.ts';

/**
 * A store for demos and tests: everything is gone when the process ends, and a second process sees none of it.
 * `createFlinksServer` uses one when no store is given, and reports it once.
 */
export function createMemoryStore(): FlinksStore {
  const store = makeStore();
  memoryStores.add(store);
  return store;
}

/** Whether a store is one of `createMemoryStore`, which no other process sees. */
export const isMemoryStore = (store: FlinksStore): boolean => memoryStores.has(store);

const memoryStores = new WeakSet<FlinksStore>();

function makeStore(): FlinksStore {
  const kinds = new Map<string, Kind>();
  const leases = new Map<string, { readonly holder: string; readonly until: number }>();
  function kindOf(kind: string): Kind {
    const known = kinds.get(kind);
    if (known !== undefined) return known;
    const made: Kind = { rows: new Map(), byUser: new Map(), byLogin: new Map() };
    kinds.set(kind, made);
    return made;
  }
  function put(row: StoredRow): void {
    drop(row);
    const { rows, byUser, byLogin } = kindOf(row.kind);
    rows.set(row.id, row);
    addTo(byUser, row.userId, row.id);
    addTo(byLogin, row.loginKey, row.id);
  }
  function drop({ kind, id }: Pick<StoredRow, 'kind' | 'id'>): void {
    const { rows, byUser, byLogin } = kindOf(kind);
    const row = rows.get(id);
    if (row === undefined) return;
    rows.delete(id);
    removeFrom(byUser, row.userId, id);
    removeFrom(byLogin, row.loginKey, id);
  }

  return {
    get: async (kind, id) => kindOf(kind).rows.get(id) ?? null,
    async insert(row) {
      if (kindOf(row.kind).rows.has(row.id)) return false;
      put(row);
      return true;
    },
    async replace(row) {
      if (kindOf(row.kind).rows.get(row.id)?.version !== row.version - 1) return false;
      put(row);
      return true;
    },
    async remove(kind, id) {
      drop({ kind, id });
    },
    async list(query) {
      const kind = kindOf(query.kind);
      const found: StoredRow[] = [];
      for (const id of candidates(kind, query).toSorted()) {
        if (found.length >= query.limit) break;
        const row = kind.rows.get(id);
        if (row !== undefined && matches(row, query)) found.push(row);
      }
      return found;
    },
    async lease({ key, holder, now, until, latestUntil = Number.MAX_SAFE_INTEGER }) {
      const held = leases.get(key);
      if (held !== undefined && held.holder !== holder && held.until > now) {
        leases.set(key, { ...held, until: Math.min(held.until, latestUntil) });
        return false;
      }
      leases.set(key, { holder, until });
      return true;
    },
    async release(key, holder) {
      if (leases.get(key)?.holder === holder) leases.delete(key);
    },
  };
}

interface Kind {
  readonly rows: Map<string, StoredRow>;
  /** Ids by user. */
  readonly byUser: Map<string, Set<string>>;
  /** Ids by the keyed hash of the login. */
  readonly byLogin: Map<string, Set<string>>;
}

function addTo(index: Map<string, Set<string>>, value: string | null, id: string): void {
  if (value === null) return;
  const ids = index.get(value) ?? new Set();
  index.set(value, ids.add(id));
}

function removeFrom(index: Map<string, Set<string>>, value: string | null, id: string): void {
  if (value === null) return;
  const ids = index.get(value);
  ids?.delete(id);
  if (ids?.size === 0) index.delete(value);
}

/** The ids among which the matching ones are: as few as an index can find. */
function candidates({ rows, byUser, byLogin }: Kind, { userId, loginKeys, after }: RowQuery): string[] {
  const ids =
    loginKeys === undefined
      ? ((userId === undefined ? rows.keys() : byUser.get(userId)) ?? [])
      : new Set(loginKeys.flatMap((key) => [...(byLogin.get(key) ?? [])]));
  return after === undefined ? [...ids] : [...ids].filter((id) => id > after);
}

function matches(row: StoredRow, { userId, loginKeys, dueBefore }: RowQuery): boolean {
  if (userId !== undefined && row.userId !== userId) return false;
  if (loginKeys !== undefined && !(row.loginKey !== null && loginKeys.includes(row.loginKey))) return false;
  return dueBefore === undefined || (row.dueAt !== null && row.dueAt < dueBefore);
}
