import { once } from 'node:events';
import type { ServerResponse } from 'node:http';
import type { Http2ServerResponse } from 'node:http2';
import type { Writable } from 'node:stream';
import type { Answer } from '../http/Answer.ts';

/** Node's response, of either version of HTTP. */
export type NodeResponse = ServerResponse | Http2ServerResponse;

/** Whether the client is gone, or has its whole answer. With HTTP/2 only its stream is closed. */
export const isClosed = (outgoing: NodeResponse): boolean =>
  'stream' in outgoing ? outgoing.stream.destroyed : outgoing.destroyed;

/**
 * Writes a response to Node's, as fast as the client takes it. Headers go through `setHeader` one by one, and Node writes
 * them with the first bytes: compression, express-session and others wrap these two, and older ones misread any other
 * form.
 */
export async function writeWebResponse(outgoing: NodeResponse, response: Response): Promise<void> {
  outgoing.statusCode = response.status;
  for (const [name, value] of response.headers) {
    if (name !== 'set-cookie') setHeader(outgoing, name, value);
  }
  addToHeader(outgoing, 'set-cookie', response.headers.getSetCookie());
  if (response.body === null) outgoing.end();
  else await writeStream(outgoing, response.body);
}

/** Writes an answer that is whole in memory, as `writeWebResponse` writes a response. */
export function writeAnswer(outgoing: NodeResponse, { status, headers, body }: Answer): void {
  outgoing.statusCode = status;
  for (const name in headers) setHeader(outgoing, name, headers[name] ?? '');
  if (body === null) {
    outgoing.end();
    return;
  }
  outgoing.setHeader('content-length', Buffer.byteLength(body));
  outgoing.end(body);
}

// Middleware that ran before may have set its own values of this one, which stay, as those of `set-cookie` do.
const setHeader = (outgoing: NodeResponse, name: string, value: string): void =>
  name === 'vary' ? addToHeader(outgoing, name, [value]) : void outgoing.setHeader(name, value);

function addToHeader(outgoing: NodeResponse, name: string, values: readonly string[]): void {
  if (values.length === 0) return;
  const before = [outgoing.getHeader(name) ?? []].flat().map(String);
  outgoing.setHeader(name, [...before, ...values]);
}

// Not by `stream.pipeline`, which looks deeper into the response than stand-ins for Node's are made.
async function writeStream(
  outgoing: NodeResponse & Writable,
  body: ReadableStream<Uint8Array>,
): Promise<void> {
  // It emits no more events to wait for.
  if (isClosed(outgoing)) return body.cancel();
  const reader = body.getReader();
  const closed = once(outgoing, 'close').catch(() => undefined);
  // A client that is gone needs no more of it; a read that waits then ends.
  const stopReading = () => void reader.cancel().catch(() => undefined);
  outgoing.once('close', stopReading);
  for (let part = await reader.read(); !part.done; part = await reader.read()) {
    if (!outgoing.write(part.value)) await Promise.race([once(outgoing, 'drain'), closed]);
  }
  outgoing.off('close', stopReading);
  if (!isClosed(outgoing)) outgoing.end();
}
