import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { CutConnection } from '../faults/breakAnswer.ts';

/** Serves a handler on one port of this machine. */
export async function listen({
  host,
  name,
  port,
  what,
  onError,
  handler,
}: ListenOptions): Promise<Listening> {
  const server = createServer((incoming, outgoing) => {
    answer(incoming, outgoing, handler).catch((error: unknown) => {
      // The fault `cut` breaks the connection, and so does a client that left.
      const isExpected = error instanceof CutConnection || outgoing.destroyed;
      if (!isExpected) onError(error);
      if (isExpected || outgoing.headersSent) outgoing.destroy();
      else outgoing.writeHead(500).end('Sandbox: the request failed; the log of the sandbox states why.\n');
    });
  });
  await new Promise<void>((resolve, reject) => {
    server.once('error', (error: NodeJS.ErrnoException) => reject(explain(error, what, port)));
    server.listen(port, host, resolve);
  });
  return {
    url: `http://${name.includes(':') ? `[${name}]` : name}:${portOf(server.address())}`,
    close: () =>
      new Promise((resolve) => {
        server.close(() => resolve());
        server.closeAllConnections();
      }),
  };
}

/** What to serve where. */
export interface ListenOptions {
  /** The address to listen on. */
  readonly host: string;
  /** The host name of the returned address. */
  readonly name: string;
  readonly port: number;
  /** For the sentence when the port is taken. */
  readonly what: string;
  readonly onError: (error: unknown) => void;
  readonly handler: (request: Request) => Promise<Response>;
}

/** A port that is being served. */
export interface Listening {
  readonly url: string;
  readonly close: () => Promise<void>;
}

async function answer(
  incoming: IncomingMessage,
  outgoing: ServerResponse,
  handler: ListenOptions['handler'],
): Promise<void> {
  const left = new AbortController();
  outgoing.once('close', () => left.abort());
  const url = readUrl(incoming);
  if (url === null) {
    outgoing.writeHead(400).end('Sandbox: this is no address.\n');
    return;
  }
  const response = await handler(await toRequest(incoming, url, left.signal));
  outgoing.writeHead(response.status, Object.fromEntries(response.headers));
  if (response.body === null) {
    outgoing.end();
    return;
  }
  for await (const chunk of response.body) outgoing.write(chunk);
  outgoing.end();
}

async function toRequest(incoming: IncomingMessage, url: URL, signal: AbortSignal): Promise<Request> {
  const { method = 'GET', headers } = incoming;
  const chunks: Buffer[] = [];
  for await (const chunk of incoming) chunks.push(Buffer.from(chunk));
  return new Request(url, {
    method,
    headers: Object.entries(headers).flatMap(([name, value]): [string, string][] =>
      value === undefined ? [] : [[name, [value].flat().join(', ')]],
    ),
    signal,
    ...(method !== 'GET' && method !== 'HEAD' && { body: Buffer.concat(chunks) }),
  });
}

// Some targets are no address, `//` for one.
function readUrl({ url = '/', headers }: IncomingMessage): URL | null {
  const base = `http://${headers.host ?? 'localhost'}`;
  return URL.canParse(url, base) ? new URL(url, base) : null;
}

function explain(error: NodeJS.ErrnoException, what: string, port: number): Error {
  if (error.code !== 'EADDRINUSE') return error;
  return new Error(
    `Port ${port} is taken, so the sandbox cannot serve ${what} there: stop what uses it, or choose another port.`,
    { cause: error },
  );
}

function portOf(address: AddressInfo | string | null): number {
  return typeof address === 'object' && address !== null ? address.port : 0;
}
