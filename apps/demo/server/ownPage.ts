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
