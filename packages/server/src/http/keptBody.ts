/** What is known of a request's body beside its stream. */
export interface KeptBody {
  /**
   * The body, where it is whole in memory: a stream costs more than all the rest of a small call. Code that does not know
   * of it reads the stream, or that of `clone()`: it holds the same.
   */
  readonly whole?: Uint8Array<ArrayBuffer> | string | undefined;
  readonly parsedAway?: ParsedAway | undefined;
}

/** What a body parser of the app left of a body: its value, written out again, or nothing. */
export type ParsedAway = 'rewritten' | 'consumed';

const kept = new WeakMap<Request, KeptBody>();

/** Keeps what is known of the body of this very object, and returns it. */
export function keepBody(request: Request, body: KeptBody): Request {
  kept.set(request, body);
  return request;
}

/** What is known of the body of this very object. */
export const keptBody = (request: Request): KeptBody => kept.get(request) ?? {};
