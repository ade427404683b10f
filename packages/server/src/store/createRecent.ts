/**
 * The values that were used last, each good for one version of the text that it was made of. Bounded by the bytes of
 * those texts, so that a few large values do not fill the memory.
 */
export function createRecent<Value>(mostBytes: number): Recent<Value> {
  const entries = new Map<
    string,
    { readonly text: string; readonly weight: number; readonly value: Value }
  >();
  let bytes = 0;
  function drop(id: string): void {
    const entry = entries.get(id);
    if (entry === undefined) return;
    bytes -= entry.weight;
    entries.delete(id);
  }
  return {
    get(id, text) {
      const entry = entries.get(id);
      return entry?.text === text ? entry.value : undefined;
    },
    set(id, text, value) {
      // Put in again, so that the first is always the oldest.
      drop(id);
      const weight = weigh(text);
      if (weight > mostBytes) return;
      entries.set(id, { text, weight, value });
      bytes += weight;
      if (bytes <= mostBytes) return;
      for (const oldest of entries.keys()) {
        drop(oldest);
        if (bytes <= mostBytes) return;
      }
    },
    delete: drop,
    bytes: () => bytes,
  };
}

// The text in base64, and the value that was parsed from it, which takes about three times as much.
const weigh = (text: string): number => 200 + text.length * 4;

/** See `createRecent`. */
export interface Recent<Value> {
  get(id: string, text: string): Value | undefined;
  set(id: string, text: string, value: Value): void;
  delete(id: string): void;
  /** About how many bytes it holds. */
  bytes(): number;
}
