import type { FlinksStore, RowQuery, StoredRow } from './FlinksStore.ts';

/**
 * A store for demos and tests: everything is gone when the process ends, and a second process sees none of it.
 * `createFlinksServer` uses one when no store is given, and warns once.
 */
export function createMemoryStore(): FlinksStore {
  const rows = new Map<string, StoredRow>();
  const leases = new Map<string, { readonly holder: string; readonly until: number }>();
  const address = (row: { readonly kind: string; readonly id: string }) => `${row.kind}/${row.id}`;

  return {
    get: async (kind, id) => rows.get(address({ kind, id })) ?? null,
    async insert(row) {
      if (rows.has(address(row))) return false;
      rows.set(address(row), row);
      return true;
    },
    async replace(row) {
      if (rows.get(address(row))?.version !== row.version - 1) return false;
      rows.set(address(row), row);
      return true;
    },
    async remove(kind, id) {
      rows.delete(address({ kind, id }));
    },
    list: async (query) =>
      [...rows.values()]
        .filter((row) => matches(row, query))
        .toSorted((one, other) => (one.id < other.id ? -1 : 1))
        .slice(0, query.limit),
    async lease({ key, holder, now, until }) {
      const held = leases.get(key);
      if (held !== undefined && held.holder !== holder && held.until > now) return false;
      leases.set(key, { holder, until });
      return true;
    },
    async release(key, holder) {
      if (leases.get(key)?.holder === holder) leases.delete(key);
    },
  };
}

function matches(row: StoredRow, { kind, userId, loginKeys, dueBefore, after }: RowQuery): boolean {
  if (row.kind !== kind) return false;
  if (userId !== undefined && row.userId !== userId) return false;
  if (loginKeys !== undefined && !(row.loginKey !== null && loginKeys.includes(row.loginKey))) return false;
  if (dueBefore !== undefined && !(row.dueAt !== null && row.dueAt < dueBefore)) return false;
  return after === undefined || row.id > after;
}
