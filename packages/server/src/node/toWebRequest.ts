import type { IncomingMessage } from 'node:http';

/** Node's request as a Web-standard one. Throws a `TypeError` for an address or a host that is none. */
export function toWebRequest(incoming: IncomingMessage & { body?: unknown }, signal: AbortSignal): Request {
  const method = incoming.method ?? 'GET';
  const encrypted = 'encrypted' in incoming.socket && incoming.socket.encrypted === true;
  const origin = `${encrypted ? 'https' : 'http'}://${incoming.headers.host ?? 'localhost'}`;
  const url = new URL(originalUrl(incoming), origin);
  const body = method === 'GET' || method === 'HEAD' ? null : bodyOf(incoming);
  return new Request(url, {
    method,
    headers: toHeaders(incoming),
    body,
    signal,
    ...(body instanceof ReadableStream ? { duplex: 'half' } : {}),
  });
}

/**
 * The bytes as they came, which a webhook's signature needs. A parser that ran before us has consumed them: then
 * what it made of them has to do, as it is when it kept the bytes, or written out again.
 */
function bodyOf(incoming: IncomingMessage & { body?: unknown }): BodyInit | null {
  const { body } = incoming;
  if (!incoming.readableDidRead && !incoming.readableEnded) {
    return streamOf(incoming);
  }
  if (body === undefined || body === null) return null;
  if (typeof body === 'string') return body;
  if (body instanceof Uint8Array) return new Uint8Array(body);
  return JSON.stringify(body);
}

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

// A router such as Express cuts its mount path off `url` and keeps the whole in `originalUrl`.
function originalUrl(incoming: IncomingMessage): string {
  const whole: unknown = 'originalUrl' in incoming ? incoming.originalUrl : undefined;
  return typeof whole === 'string' ? whole : (incoming.url ?? '/');
}

function toHeaders(incoming: IncomingMessage): Headers {
  const headers = new Headers();
  for (const [name, values] of Object.entries(incoming.headersDistinct)) {
    // HTTP/2's pseudo-headers are no headers.
    if (name.startsWith(':')) continue;
    for (const value of values ?? []) headers.append(name, value);
  }
  return headers;
}
