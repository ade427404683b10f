/** The last so many values by id, each good for one version of what it was made of. */
export function createRecent<Value>(limit: number): Recent<Value> {
  const entries = new Map<string, { readonly version: string; readonly value: Value }>();
  return {
    get(id, version) {
      const entry = entries.get(id);
      return entry?.version === version ? entry.value : undefined;
    },
    set(id, version, value) {
      // Inserted again, so that the first is always the oldest.
      entries.delete(id);
      entries.set(id, { version, value });
      const [oldest] = entries.keys();
      if (entries.size > limit && oldest !== undefined) entries.delete(oldest);
    },
    delete(id) {
      entries.delete(id);
    },
  };
}

/** See `createRecent`. */
export interface Recent<Value> {
  get(id: string, version: string): Value | undefined;
  set(id: string, version: string, value: Value): void;
  delete(id: string): void;
}
