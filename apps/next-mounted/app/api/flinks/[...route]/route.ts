import { basePath, flinks } from '../../../../lib/flinks.ts';

// Next leaves the base path out of a route's address, and the endpoint contains it.
async function handler(request: Request): Promise<Response> {
  const url = new URL(request.url);
  if (!url.pathname.startsWith(`${basePath}/`)) url.pathname = basePath + url.pathname;
  return (await flinks()).handler(new Request(url, request));
}

export { handler as DELETE, handler as GET, handler as POST, handler as PUT };
