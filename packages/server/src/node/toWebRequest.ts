import type { IncomingMessage } from 'node:http';
import { holdBody } from '../http/heldBody.ts';

/** Node's request as a Web-standard one. Throws a `TypeError` for an address or a host that is none. */
export async function toWebRequest(incoming: MaybeParsed, toSignal: () => AbortSignal): Promise<Request> {
  const method = incoming.method ?? 'GET';
  const url = toUrl(incoming);
  const body = method === 'GET' || method === 'HEAD' ? null : await bodyOf(incoming);
  const request = new Request(url, {
    method,
    headers: toHeaders(incoming),
    body,
    ...(body instanceof ReadableStream ? { duplex: 'half' } : {}),
  });
  // A signal costs as much as the request itself, and few handlers look at it: it is made for those that do.
  Object.defineProperty(request, 'signal', { get: toSignal });
  return body === null || body instanceof ReadableStream ? request : holdBody(request, body);
}

/** Node's request, as a body parser that ran before us may have left it. */
type MaybeParsed = IncomingMessage & {
  readonly body?: unknown;
  /** Where parsers keep the bytes by convention, such as by `express.json({ verify })`. */
  readonly rawBody?: unknown;
};

type Body = Uint8Array<ArrayBuffer> | string | ReadableStream<Uint8Array>;

/**
 * The bytes as they came, which a webhook's signature needs. A parser that ran before us has consumed them: then
 * what it made of them has to do, as it is when it kept the bytes, or written out again.
 */
async function bodyOf(incoming: MaybeParsed): Promise<Body | null> {
  const body = incoming.rawBody ?? incoming.body;
  if (!incoming.readableDidRead && !incoming.readableEnded) {
    return isSmall(incoming) ? readAll(incoming) : streamOf(incoming);
  }
  if (body === undefined || body === null) return null;
  if (typeof body === 'string') return body;
  if (body instanceof Uint8Array) return new Uint8Array(body);
  return JSON.stringify(body);
}

// A stream costs more than all the rest of a small request, so only what is large or of unknown length gets one.
function isSmall({ headers }: IncomingMessage): boolean {
  const length = Number(headers['content-length']);
  return length >= 0 && length <= 64 * 1024;
}

function readAll(incoming: IncomingMessage): Promise<Uint8Array<ArrayBuffer>> {
  return new Promise((resolve, reject) => {
    const chunks: Uint8Array[] = [];
    incoming.on('data', (chunk: Uint8Array) => chunks.push(chunk));
    incoming.on('end', () => resolve(new Uint8Array(Buffer.concat(chunks))));
    incoming.on('error', reject);
    incoming.on('close', () => reject(gone()));
    // A client that went away before we looked says nothing more.
    if (incoming.destroyed) reject(gone());
  });
}

const gone = (): Error => new Error('The client went away before its request was read.');

function streamOf(incoming: IncomingMessage): ReadableStream<Uint8Array> {
  // A body that is too large is left unread, and its sender must still get an answer: the socket stays.
  const chunks = incoming.iterator({ destroyOnReturn: false });
  return new ReadableStream({
    async pull(controller) {
      const { done, value } = await chunks.next();
      if (done === true) controller.close();
      else controller.enqueue(value);
    },
    async cancel() {
      await chunks.return?.();
    },
  });
}

// The host is the one the client named, and nothing in the target can change it: `//elsewhere/…` is refused, since
// the proof of origin compares with this address.
function toUrl(incoming: IncomingMessage): string {
  const encrypted = 'encrypted' in incoming.socket && incoming.socket.encrypted === true;
  const host = incoming.headers.host ?? 'localhost';
  const target = originalUrl(incoming);
  if (!/^[\w.:[\]-]+$/.test(host) || !/^\/(?!\/)/.test(target)) {
    throw new TypeError('The request names no usable address. Send a path and a host name.');
  }
  return `${encrypted ? 'https' : 'http'}://${host}${target}`;
}

// A router such as Express cuts its mount path off `url` and keeps the whole in `originalUrl`.
function originalUrl(incoming: IncomingMessage): string {
  const whole: unknown = 'originalUrl' in incoming ? incoming.originalUrl : undefined;
  return typeof whole === 'string' ? whole : (incoming.url ?? '/');
}

function toHeaders({ rawHeaders }: IncomingMessage): [string, string][] {
  const headers: [string, string][] = [];
  for (let at = 0; at < rawHeaders.length; at += 2) {
    const name = rawHeaders[at] ?? '';
    // HTTP/2's pseudo-headers are no headers.
    if (!name.startsWith(':')) headers.push([name, rawHeaders[at + 1] ?? '']);
  }
  return headers;
}
