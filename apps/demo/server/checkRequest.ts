/**
 * Does a request name this machine as its host? A site can point its own name at 127.0.0.1 (DNS rebinding); its pages
 * then count as same-origin, and only the name distinguishes them.
 */
export function isOwnHost(host: string | undefined, port: number): boolean {
  return ['localhost', '127.0.0.1', '[::1]'].some((name) => host === new URL(`http://${name}:${port}`).host);
}

/** Was a request sent by a page of this origin? Browsers set the header; only our own pages may change data. */
export function isOwnPage(request: Request): boolean {
  return request.headers.get('sec-fetch-site') === 'same-origin';
}

/** Reads a JSON body of at most 1 kB; `null` for any other body. */
export async function readSmallJson(request: Request): Promise<unknown> {
  const length = Number(request.headers.get('content-length') ?? Infinity);
  if (request.headers.get('content-type') !== 'application/json' || length > 1024) return null;
  return request.json().catch(() => null);
}
