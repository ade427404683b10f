import type { IncomingMessage, ServerResponse } from 'node:http';
import type { FetchHandler } from '@flinks-kit/core';
import { toWebRequest } from './toWebRequest.ts';
import { writeWebResponse } from './writeWebResponse.ts';

/**
 * Serves a Web-standard handler from Node's `http`. Express takes the result as middleware as it is. A client that
 * goes away aborts the request's signal; the promise resolves when the answer is written or the client is gone.
 *
 * @example
 * createServer(toNodeHandler(flinks.handler)).listen(3000);
 */
export function toNodeHandler(
  handler: FetchHandler,
): (incoming: IncomingMessage, outgoing: ServerResponse) => Promise<void> {
  return async (incoming, outgoing) => {
    const toSignal = signalOf(outgoing);
    try {
      await writeWebResponse(outgoing, await handler(await toWebRequest(incoming, toSignal)));
    } catch (error) {
      if (outgoing.destroyed) return;
      if (outgoing.headersSent) {
        outgoing.destroy();
        return;
      }
      outgoing.writeHead(error instanceof TypeError ? 400 : 500).end();
    }
  };
}

/** The signal of a client that goes away, made at the first look. */
function signalOf(outgoing: ServerResponse): () => AbortSignal {
  const gone = new AbortController();
  const leave = () => gone.abort(new Error('The client went away before its answer was written.'));
  const isGone = () => outgoing.destroyed && !outgoing.writableFinished;
  let watched = false;
  return () => {
    if (!watched) outgoing.once('close', () => isGone() && leave());
    if (!watched && isGone()) leave();
    watched = true;
    return gone.signal;
  };
}
