import { keptBody, type ParsedAway } from './keptBody.ts';

/**
 * A request as the handler reads it. Making a `Request` costs more than all checks of a small call, so the Node adapter hands
 * on what Node has, and makes one for `identify` alone.
 */
export interface HttpRequest {
  readonly method: string;
  /** The whole address. */
  readonly url: string;
  /** Its path, as `URL` writes it. */
  readonly pathname: string;
  /** The value of a header, by its lower-case name. */
  readonly header: (name: string) => string | null;
  /** The whole body, where it is in memory; otherwise `stream` has it. */
  readonly whole: Uint8Array<ArrayBuffer> | string | undefined;
  readonly stream: () => ReadableStream<Uint8Array> | null;
  /** Whether a body parser ran before this handler, and did not keep the bytes that the client sent. */
  readonly parsedAway: ParsedAway | undefined;
  /** What `identify` gets. */
  readonly toRequest: () => Request;
}

/** A Web-standard request as the handler reads it. */
export function toHttpRequest(request: Request): HttpRequest {
  const { url, method, headers } = request;
  const { whole, parsedAway } = keptBody(request);
  return {
    method,
    url,
    pathname: new URL(url).pathname,
    header: (name) => headers.get(name),
    whole,
    stream: () => request.body,
    // A Web-standard request whose stream was read has nothing left to read.
    parsedAway: parsedAway ?? (whole === undefined && request.bodyUsed ? 'consumed' : undefined),
    toRequest: () => request,
  };
}
