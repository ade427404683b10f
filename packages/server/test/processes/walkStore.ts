import type { FlinksStore } from '../../src/index.ts';

/** A store that names each step before it takes it, and each write once more when the database has it. */
export function walkStore(
  store: FlinksStore,
  step: (name: string) => void,
  written: (name: string) => void = () => {},
): FlinksStore {
  const write = async <Result>(name: string, work: () => Promise<Result>): Promise<Result> => {
    step(name);
    const result = await work();
    written(name);
    return result;
  };
  return {
    get: (kind, id) => (step(`get ${kind}`), store.get(kind, id)),
    insert: (row) => write(`insert ${row.kind}`, () => store.insert(row)),
    replace: (row) => write(`replace ${row.kind}`, () => store.replace(row)),
    remove: (kind, id) => (step(`remove ${kind}`), store.remove(kind, id)),
    list: (query) => (step(`list ${query.kind}`), store.list(query)),
    lease: (lease) => (step(`lease ${lease.key.split(':')[0]}`), store.lease(lease)),
    release: (key, holder) => (step(`release ${key.split(':')[0]}`), store.release(key, holder)),
  };
}
