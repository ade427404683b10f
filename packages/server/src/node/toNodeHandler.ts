import { answersOf, isAnswer } from '../http/Answer.ts';
import { ClientFault } from './ClientFault.ts';
import { type NodeHttpRequest, type NodeRequest, readRequest } from './readRequest.ts';
import { isClosed, type NodeResponse, writeAnswer, writeWebResponse } from './writeWebResponse.ts';

/**
 * Serves a Web-standard handler from Node's `http`, `https` and `http2`. Express takes the result as middleware as it
 * is. `identify` gets Node's request as `context.incoming`, with what middleware left on it, such as `req.user`. A
 * client that goes away aborts the request's signal; the promise resolves when the answer is written or the client
 * is gone.
 *
 * @example
 * createServer(toNodeHandler(flinks.handler)).listen(3000);
 */
export function toNodeHandler<Incoming extends NodeRequest = NodeRequest>(
  handler: (request: Request, context: NodeContext<Incoming>) => Promise<Response>,
  { onError = reportError }: NodeHandlerOptions = {},
): (incoming: Incoming, outgoing: NodeResponse) => Promise<void> {
  if (typeof handler !== 'function') {
    throw new TypeError(
      'toNodeHandler got no function, so it could answer nothing. Write toNodeHandler(flinks.handler).',
    );
  }
  const ours = answersOf(handler);
  // Where it throws or rejects, nothing of the app's would catch it, and the process would end.
  const report = (fault: unknown): void => {
    const reported = (async () => onError(fault))();
    reported.catch((thrown: unknown) => reportError(thrown));
  };
  return async (incoming, outgoing) => {
    const toSignal = signalOf(outgoing);
    let request: NodeHttpRequest | undefined;
    try {
      request = await readRequest(incoming, toSignal, ours !== undefined);
      const answer =
        ours === undefined
          ? await handler(request.toRequest(), { incoming })
          : await ours(request, { incoming });
      // Middleware, such as a timeout, may have answered meanwhile.
      if (outgoing.writableEnded) {
        if (!isAnswer(answer)) await answer.body?.cancel();
        return;
      }
      if (isAnswer(answer)) writeAnswer(outgoing, answer);
      else await writeWebResponse(outgoing, answer);
    } catch (error) {
      if (isClosed(outgoing)) return;
      if (!(error instanceof ClientFault)) report(error);
      if (outgoing.writableEnded) return;
      if (outgoing.headersSent) {
        outgoing.destroy();
        return;
      }
      outgoing.statusCode = error instanceof ClientFault ? error.status : 500;
      outgoing.setHeader('content-type', 'text/plain; charset=utf-8');
      outgoing.end(error instanceof ClientFault ? error.message : '');
    } finally {
      request?.discardBody();
    }
  };
}

/** What `identify` gets beside the request when the server runs behind `toNodeHandler`. */
export interface NodeContext<Incoming extends NodeRequest = NodeRequest> {
  /** Node's own request, such as Express's with `req.user` or `req.session`. Its body may be read already. */
  readonly incoming: Incoming;
}

/** What `toNodeHandler` takes beside the handler. */
export interface NodeHandlerOptions {
  /** Gets what broke an answer: the client was sent 500 or nothing. `console.error` unless given. */
  readonly onError?: ((error: unknown) => void) | undefined;
}

const reportError = (error: unknown): void =>
  console.error('flinks-kit: a request could not be answered; the client got 500 or nothing.', error);

/** The signal of a client that goes away, made at the first look. */
function signalOf(outgoing: NodeResponse): () => AbortSignal {
  let signal: AbortSignal | undefined;
  return () => (signal ??= watch(outgoing));
}

function watch(outgoing: NodeResponse): AbortSignal {
  const gone = new AbortController();
  const leave = () => gone.abort(new Error('The client went away before its answer was written.'));
  // HTTP/2 calls a response finished, too, whose client left before its end.
  const isWritten = () => outgoing.writableEnded && outgoing.writableFinished;
  outgoing.once('close', () => isWritten() || leave());
  if (isClosed(outgoing) && !isWritten()) leave();
  return gone.signal;
}
