import { pageFiles } from './pageFiles.ts';

/**
 * Serves the widget page: its files as they are, `/v2/…` as the page itself, `/sandbox/…` by the sandbox. The
 * policy lets the page reach its own origin and nothing else.
 */
export async function servePage(
  request: Request,
  backend: (request: Request) => Promise<Response>,
): Promise<Response> {
  const { pathname } = new URL(request.url);
  if (pathname.startsWith('/sandbox/')) return backend(request);
  const name = fileFor(pathname);
  const text = name === null ? undefined : pageFiles[name];
  if (name === null || text === undefined) {
    return new Response('Sandbox: there is no such page.\n', { status: 404 });
  }
  return new Response(text, {
    headers: {
      'content-type': types[name.slice(name.lastIndexOf('.'))] ?? 'text/plain',
      'content-security-policy': policy,
      'cache-control': 'no-store',
      'x-content-type-options': 'nosniff',
    },
  });
}

function fileFor(pathname: string): string | null {
  const [, name = ''] = /^\/page\/([A-Za-z]+\.(?:js|css))$/.exec(pathname) ?? [];
  if (Object.hasOwn(pageFiles, name)) return name;
  if (pathname === '/v2/bank.html') return 'bank.html';
  // Flinks prints the page with and without `/v2` (docs/flinks/connect.md 3.1).
  return /^\/(?:v2(?:\/|$)|Credential\/|Upload\/?$|$)/i.test(pathname) ? 'index.html' : null;
}

const types: Readonly<Record<string, string>> = {
  '.html': 'text/html; charset=utf-8',
  '.js': 'text/javascript; charset=utf-8',
  '.css': 'text/css; charset=utf-8',
};

const policy = [
  "default-src 'none'",
  "script-src 'self'",
  "style-src 'self'",
  "connect-src 'self'",
  'img-src data:',
  "base-uri 'none'",
  "form-action 'none'",
].join('; ');
