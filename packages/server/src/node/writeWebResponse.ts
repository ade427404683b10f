import type { ServerResponse } from 'node:http';
import { pipeline } from 'node:stream/promises';
import { heldBody } from '../http/heldBody.ts';

/** Writes a Web-standard response to Node's, as fast as the client takes it. */
export async function writeWebResponse(outgoing: ServerResponse, response: Response): Promise<void> {
  // Names and values in a row, since set-cookie comes more than once and each is a header of its own.
  const headers = [...response.headers].flat();
  const whole = heldBody(response);
  if (whole !== undefined) headers.push('content-length', String(Buffer.byteLength(whole)));
  outgoing.writeHead(response.status, headers);
  if (whole !== undefined || response.body === null) outgoing.end(whole);
  else await pipeline(chunksOf(response.body), outgoing);
}

async function* chunksOf(body: ReadableStream<Uint8Array>): AsyncGenerator<Uint8Array> {
  const reader = body.getReader();
  try {
    for (let part = await reader.read(); !part.done; part = await reader.read()) yield part.value;
  } finally {
    // Reached early when the client is gone: nobody needs the rest.
    await reader.cancel();
  }
}
