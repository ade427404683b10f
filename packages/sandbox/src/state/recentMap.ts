/** A map that forgets the oldest when it is full, so that a sandbox that runs for days stays small. */
export function createRecentMap<Value>(limit: number): RecentMap<Value> {
  const map = new Map<string, Value>();
  return {
    get: (key) => map.get(key),
    set(key, value) {
      map.set(key, value);
      if (map.size <= limit) return;
      const [oldest] = map.keys();
      if (oldest !== undefined) map.delete(oldest);
    },
    values: () => [...map.values()],
  };
}

/** What `createRecentMap` gives. */
export interface RecentMap<Value> {
  get(key: string): Value | undefined;
  set(key: string, value: Value): void;
  values(): readonly Value[];
}
