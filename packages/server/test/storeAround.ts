import type { FlinksStore } from '../src/index.ts';

/** A store whose steps run inside of `around`, each with its name: `get session`, `lease collect`. */
export function storeAround(store: FlinksStore, around: AroundStep): FlinksStore {
  return {
    get: (kind, id) => around(`get ${kind}`, () => store.get(kind, id)),
    insert: (row) => around(`insert ${row.kind}`, () => store.insert(row)),
    replace: (row) => around(`replace ${row.kind}`, () => store.replace(row)),
    remove: (kind, id) => around(`remove ${kind}`, () => store.remove(kind, id)),
    list: (query) => around(`list ${query.kind}`, () => store.list(query)),
    lease: (lease) => around(`lease ${lease.key.split(':')[0]}`, () => store.lease(lease)),
    release: (key, holder) => around(`release ${key.split(':')[0]}`, () => store.release(key, holder)),
  };
}

/** Takes a step when it may, and does what the test needs before and after it. */
export type AroundStep = <Result>(name: string, step: () => Promise<Result>) => Promise<Result>;
