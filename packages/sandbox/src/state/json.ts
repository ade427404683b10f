/** Parses JSON; `undefined` where the text is none. */
export function parseJson(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}

/** A response before it becomes bytes: the status, and the JSON body with its keys in order. */
export interface Answer {
  readonly status: number;
  readonly body: unknown;
}
