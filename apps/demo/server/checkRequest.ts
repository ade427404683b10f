/**
 * Does a request name this machine as its host? A site can point its own name at 127.0.0.1 (DNS rebinding); its pages
 * then count as same-origin, and only the name tells them apart.
 */
export function isOwnHost(host: string | undefined, port: number): boolean {
  return ['localhost', '127.0.0.1', '[::1]'].some((name) => host === new URL(`http://${name}:${port}`).host);
}

/** Does a request come from a page of ours? A browser says so itself; a change is for our own pages only. */
export function isOwnPage(request: Request): boolean {
  return request.headers.get('sec-fetch-site') === 'same-origin';
}

/** A body of JSON; `null` for anything else. What is longer than a few ids, or of unknown length, is not read. */
export async function readSmallJson(request: Request): Promise<unknown> {
  const length = Number(request.headers.get('content-length') ?? Infinity);
  if (request.headers.get('content-type') !== 'application/json' || length > 1024) return null;
  return request.json().catch(() => null);
}
