import type { FlinksStore } from '../src/index.ts';

/** A store in a process that is killed after so many writes: none of its later writes arrives. */
export function killAfterWrites(store: FlinksStore, writes: number): FlinksStore {
  let left = writes;
  const write = async <Result>(work: () => Promise<Result>): Promise<Result> => {
    if (left-- <= 0) throw new Error('killed');
    return work();
  };
  return {
    ...store,
    insert: (row) => write(() => store.insert(row)),
    replace: (row) => write(() => store.replace(row)),
    remove: (kind, id) => write(() => store.remove(kind, id)),
  };
}
