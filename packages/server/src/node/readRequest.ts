import type { IncomingMessage } from 'node:http';
import type { Http2ServerRequest } from 'node:http2';
import type { HttpRequest } from '../http/HttpRequest.ts';
import { keepBody, type ParsedAway } from '../http/keptBody.ts';
import { isPlainHost } from '../common/isPlainHost.ts';
import { ClientFault } from './ClientFault.ts';
import { createLazyRequest } from './createLazyRequest.ts';

/** Node's request, of either version of HTTP. */
export type NodeRequest = IncomingMessage | Http2ServerRequest;

/**
 * Reads Node's request, with what middleware left in `headers`, `url` and `body`. Throws a `ClientFault` for an
 * address, a host or a method that is none. With `isOurs` the handler reads a body that is in memory without its stream,
 * which is then made only when `identify` reads it.
 */
export async function readRequest(
  incoming: NodeRequest,
  toSignal: () => AbortSignal,
  isOurs: boolean,
): Promise<NodeHttpRequest> {
  const method = incoming.method ?? 'GET';
  if (forbidden.has(method.toUpperCase())) throw new ClientFault(`${method} is not served here.`, 405);
  const url = toUrl(incoming);
  const hasBody = method !== 'GET' && method !== 'HEAD';
  const { body, parsedAway } = hasBody ? await bodyOf(incoming) : noBody;
  const whole = body instanceof ReadableStream ? undefined : (body ?? undefined);
  // `headers`, not `rawHeaders`: it is what middleware reads, changes and deletes, and what stand-ins for Node fill in.
  const { headers } = incoming;
  const stream = (): ReadableStream<Uint8Array> | null => (body instanceof ReadableStream ? body : null);
  let request: Request | undefined;
  const make = (made: HeadersInit): Request => {
    const init = { method, headers: made };
    if (whole !== undefined) return new NodeWebRequest(url, { ...init, body: whole }, toSignal);
    const streamed = body === null ? init : { ...init, body: stream(), duplex: 'half' };
    return new NodeWebRequest(url, streamed, toSignal);
  };
  const makeForIdentify = (): Request =>
    createLazyRequest({ url, method, toHeaders: () => toHeaders(headers), toSignal, make }) ??
    (whole === undefined
      ? make(toHeaders(headers))
      : new HeldRequest(url, { method, headers: toHeaders(headers) }, toSignal, whole));
  return {
    method,
    url,
    pathname: pathOf(url),
    header: (name) => valueOf(name, headers[name]),
    whole,
    stream,
    parsedAway,
    toRequest: () =>
      (request ??= isOurs ? makeForIdentify() : keepBody(make(toHeaders(headers)), { whole, parsedAway })),
    // A stream that a reader holds is its reader's.
    discardBody: () =>
      void stream()
        ?.cancel()
        .catch(() => undefined),
  };
}

/** A request of Node's. */
export interface NodeHttpRequest extends HttpRequest {
  /** To be called after the answer: discards a body that no reader holds. */
  readonly discardBody: () => void;
}

/** A signal costs as much as the request itself, and few handlers look at it: it is made for those that do. */
class NodeWebRequest extends Request {
  readonly #toSignal: () => AbortSignal;

  constructor(url: string, init: RequestInit, toSignal: () => AbortSignal) {
    super(url, init);
    this.#toSignal = toSignal;
  }

  override get signal(): AbortSignal {
    return this.#toSignal();
  }
}

/** A request whose body is in memory. Its stream costs more than all the rest of it, and is made when it is read. */
class HeldRequest extends NodeWebRequest {
  readonly #held: Uint8Array<ArrayBuffer> | string;
  #withStream: Request | undefined;

  constructor(
    url: string,
    init: RequestInit,
    toSignal: () => AbortSignal,
    held: Uint8Array<ArrayBuffer> | string,
  ) {
    super(url, init, toSignal);
    this.#held = held;
  }

  #whole(): Request {
    const { url, method, headers } = this;
    return (this.#withStream ??= new Request(url, { method, headers, body: this.#held }));
  }

  override get body() {
    return this.#whole().body;
  }
  override get bodyUsed() {
    return this.#withStream?.bodyUsed ?? false;
  }
  override clone() {
    return this.#whole().clone();
  }
  override arrayBuffer() {
    return this.#whole().arrayBuffer();
  }
  override async bytes() {
    return new Uint8Array(await this.#whole().arrayBuffer());
  }
  override blob() {
    return this.#whole().blob();
  }
  override formData() {
    return this.#whole().formData();
  }
  override json() {
    return this.#whole().json();
  }
  override text() {
    return this.#whole().text();
  }
}

// The Fetch standard forbids them, so no `Request` can be made of them.
const forbidden: ReadonlySet<string> = new Set(['CONNECT', 'TRACE', 'TRACK']);

interface Body {
  readonly body: Uint8Array<ArrayBuffer> | string | ReadableStream<Uint8Array> | null;
  readonly parsedAway?: ParsedAway;
}

const noBody: Body = { body: null };

/**
 * The bytes as they came, which a webhook's signature needs. A parser that ran before us has consumed them: then
 * what it left in `rawBody` or `body` has to do, as it is when it kept the bytes, or written out again.
 */
function bodyOf(incoming: NodeRequest): Body | Promise<Body> {
  if (!incoming.readableDidRead && !incoming.readableEnded) {
    // A client that went away before this point emits no more events.
    if (isGone(incoming)) throw gone();
    return isSmall(incoming) ? readAll(incoming) : { body: streamOf(incoming) };
  }
  const raw = leftBy(incoming, 'rawBody');
  const left = isWritten(raw) ? raw : leftBy(incoming, 'body');
  if (left === undefined || left === null) {
    return announcesBody(incoming) ? { body: null, parsedAway: 'consumed' } : noBody;
  }
  if (typeof left === 'string') return { body: left };
  if (left instanceof Uint8Array) return { body: new Uint8Array(left) };
  return { body: JSON.stringify(left), parsedAway: 'rewritten' };
}

/** Some platforms set `rawBody` to a flag or a list of chunks, and leave it empty where they kept nothing. */
const isWritten = (left: unknown): left is string | Uint8Array =>
  (typeof left === 'string' || left instanceof Uint8Array) && left.length > 0;

/** A property that is not Node's own: body parsers and routers leave their results on the request. */
const leftBy = (incoming: NodeRequest, name: 'baseUrl' | 'body' | 'originalUrl' | 'rawBody'): unknown =>
  Reflect.get(incoming, name);

const announcesBody = ({ headers }: NodeRequest): boolean =>
  Number(headers['content-length'] ?? 0) > 0 || headers['transfer-encoding'] !== undefined;

// A stream costs more than all the rest of a small request, so only what is large or of unknown length gets one.
function isSmall({ headers }: NodeRequest): boolean {
  const length = Number(headers['content-length']);
  return length >= 0 && length <= 64 * 1024;
}

async function readAll(incoming: NodeRequest): Promise<Body> {
  const chunks = (await chunksOf(incoming)).map((chunk) => toBytes(incoming, chunk));
  const [first = new Uint8Array()] = chunks;
  return { body: new Uint8Array(chunks.length > 1 ? Buffer.concat(chunks) : first) };
}

/** A listener that throws ends the process, so these only collect. */
function chunksOf(incoming: NodeRequest): Promise<readonly Chunk[]> {
  return new Promise((resolve, reject) => {
    const chunks: Chunk[] = [];
    incoming.on('data', (chunk: Chunk) => chunks.push(chunk));
    incoming.on('end', () => resolve(chunks));
    incoming.on('error', reject);
    incoming.on('close', () => incoming.readableEnded || reject(gone()));
  });
}

/** Text where middleware called `setEncoding`. */
type Chunk = Uint8Array | string;

const toBytes = ({ readableEncoding }: NodeRequest, chunk: Chunk): Uint8Array =>
  typeof chunk === 'string' ? Buffer.from(chunk, readableEncoding ?? 'utf8') : chunk;

// With HTTP/2 only its stream is closed.
const isGone = (incoming: NodeRequest): boolean =>
  'stream' in incoming ? incoming.stream.destroyed : incoming.destroyed;

const gone = (): Error => new Error('The client went away before its request was read.');

function streamOf(incoming: NodeRequest): ReadableStream<Uint8Array> {
  // A body that is too large is left unread, and its sender must still get an answer: the socket stays.
  const chunks = incoming.iterator({ destroyOnReturn: false });
  // At once: where middleware listens too, what comes before would go past us.
  let first: Promise<IteratorResult<Chunk>> | undefined = chunks.next();
  return new ReadableStream({
    async pull(controller) {
      const { done, value } = await (first ?? chunks.next());
      first = undefined;
      if (done === true) controller.close();
      else controller.enqueue(toBytes(incoming, value));
    },
    async cancel() {
      await chunks.return?.();
      // Otherwise the next request of a connection that is kept would wait behind the unread rest.
      incoming.resume();
    },
  });
}

// The host is the one that the Host header names (HTTP/2: `:authority`). Nothing in the target can change it, since
// the proof of origin compares with this address: `//elsewhere/…` is refused, and of an absolute target
// (RFC 9112, 3.2.2) only the path is used.
function toUrl(incoming: NodeRequest): string {
  // A faked request, such as of serverless-http, may have any object as its socket.
  const socket: unknown = incoming.socket;
  const encrypted =
    typeof socket === 'object' && socket !== null && Reflect.get(socket, 'encrypted') === true;
  const host = String(incoming.headers[':authority'] ?? incoming.headers.host ?? 'localhost');
  const origin = `${encrypted ? 'https' : 'http'}://${host}`;
  const target = wholeTarget(incoming);
  if (!/^\/(?!\/)/.test(target) || !isOrigin(origin, host)) {
    throw new ClientFault('The request names no usable address. Send a path and a host name.');
  }
  return origin + target;
}

// Nothing in such a path is written in another way by `URL`, which costs as much as all the rest of the address.
const plainPath = /^(?:\/[\w-]+)+\/?$/;

function pathOf(url: string): string {
  const start = url.indexOf('/', 'https://'.length);
  const query = url.indexOf('?', start);
  const path = url.slice(start, query === -1 ? undefined : query);
  return plainPath.test(path) ? path : new URL(url).pathname;
}

/** Whether addresses can begin so. An app has few hosts, so the last ones are remembered. */
function isOrigin(origin: string, host: string): boolean {
  if (knownOrigins.has(origin)) return true;
  if (!isPlainHost(host) || !URL.canParse(origin)) return false;
  if (knownOrigins.size >= 100) knownOrigins.clear();
  knownOrigins.add(origin);
  return true;
}

const knownOrigins = new Set<string>();

/** `http://host/path?query` as `/path?query`; any other target as it is. */
const toOriginForm = (target: string): string =>
  target.startsWith('/') ? target : target.replace(/^https?:\/\/[^/?#]*/i, '').replace(/^(?=\?|$)/, '/');

// A router cuts its mount path off `url`. Express keeps it in `baseUrl`, and `url` then has what middleware made of it;
// other routers keep the whole in `originalUrl`.
function wholeTarget(incoming: NodeRequest): string {
  const target = toOriginForm(incoming.url ?? '/');
  const mountPath = leftBy(incoming, 'baseUrl');
  if (typeof mountPath === 'string') return mountPath + target;
  const whole = leftBy(incoming, 'originalUrl');
  return typeof whole === 'string' ? toOriginForm(whole) : target;
}

function toHeaders(headers: NodeRequest['headers']): Headers {
  const sent = new Headers();
  for (const name in headers) {
    const value = valueOf(name, headers[name]);
    // HTTP/2's pseudo-headers are no headers.
    if (value !== null && !name.startsWith(':')) sent.append(name, value);
  }
  return sent;
}

// A stand-in for Node's request may have numbers in it.
function valueOf(name: string, value: unknown): string | null {
  if (typeof value === 'string') return value;
  if (Array.isArray(value)) return value.join(name === 'cookie' ? '; ' : ', ');
  return typeof value === 'number' ? String(value) : null;
}
