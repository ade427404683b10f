/** Lets pieces of work under one key follow each other in this process, in the order they came. */
export function createKeyedQueue(): KeyedQueue {
  const last = new Map<string, Promise<unknown>>();
  return (key, work) => {
    const turn = (last.get(key) ?? Promise.resolve()).then(work, work);
    last.set(key, turn);
    const leave = () => {
      if (last.get(key) === turn) last.delete(key);
    };
    turn.then(leave, leave);
    return turn;
  };
}

/** Runs `work` when everything that came before it under the same key is over, however that ended. */
export type KeyedQueue = <Result>(key: string, work: () => Promise<Result>) => Promise<Result>;
