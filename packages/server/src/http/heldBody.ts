/**
 * Bodies that are whole in memory. A stream costs more than all the rest of a small call, so where both ends are
 * ours they hand the body on beside the `Request` or the `Response`. Code that does not know of it, or made a copy,
 * reads the stream: it holds the same.
 */
const held = new WeakMap<Request | Response, Uint8Array<ArrayBuffer> | string>();

/** The body that was held for this very object; `undefined` when it has to be read. */
export const heldBody = (carrier: Request | Response): Uint8Array<ArrayBuffer> | string | undefined =>
  held.get(carrier);

/** Holds the body that the object was made with, and gives the object back. */
export function holdBody<Carrier extends Request | Response>(
  carrier: Carrier,
  body: Uint8Array<ArrayBuffer> | string,
): Carrier {
  held.set(carrier, body);
  return carrier;
}

/** What a body parser of the app left of a body: its value, written out again, or nothing. */
export type ParsedAway = 'rewritten' | 'consumed';

const parsedAway = new WeakMap<Request, ParsedAway>();

/** Records that the bytes of this request are not the bytes that the client sent. */
export function markParsedAway(request: Request, what: ParsedAway): Request {
  parsedAway.set(request, what);
  return request;
}

/** Whether a body parser ran before this handler, and did not keep the bytes that the client sent. */
export const wasParsedAway = (request: Request): ParsedAway | undefined =>
  // A Web-standard request whose stream was read has nothing left to read.
  parsedAway.get(request) ?? (request.bodyUsed ? 'consumed' : undefined);
