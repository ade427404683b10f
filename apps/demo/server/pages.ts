import { existsSync } from 'node:fs';
import type { IncomingMessage, Server, ServerResponse } from 'node:http';
import { fileURLToPath } from 'node:url';
import sirv from 'sirv';

/** Serves the page and its files. */
export interface Pages {
  readonly serve: (incoming: IncomingMessage, outgoing: ServerResponse) => void;
  readonly close: () => Promise<void>;
}

const root = fileURLToPath(new URL('..', import.meta.url));
const repository = fileURLToPath(new URL('../../..', import.meta.url));

/**
 * The page from its sources, as Vite serves it during development. Its reload channel shares the demo's port. Serves
 * what the browser runs and no other file of this machine, and sends no CORS header: every other site's page can reach
 * `localhost` too.
 */
export async function vitePages(server: Server): Promise<Pages> {
  // The built demo starts without Vite.
  const { createServer } = await import('vite');
  const vite = await createServer({
    root,
    configFile: `${root}vite.config.ts`,
    logLevel: 'warn',
    server: {
      middlewareMode: true,
      hmr: { server },
      cors: false,
      fs: { strict: true, allow: servedFolders },
    },
  });
  return { serve: vite.middlewares, close: () => vite.close() };
}

/** The built page, with a strict content security policy: our own files, and one frame. */
export function builtPages(frameOrigin: string): Pages {
  const dist = `${root}dist`;
  if (!existsSync(`${dist}/index.html`)) {
    throw new Error(
      'The demo is not built, so --built has nothing to serve: run pnpm --filter @flinks-kit/demo build first.',
    );
  }
  const policy = [
    "default-src 'self'",
    `frame-src ${frameOrigin}`,
    "img-src 'self' data:",
    "object-src 'none'",
    "base-uri 'none'",
    "frame-ancestors 'none'",
    "form-action 'self'",
  ].join('; ');
  const files = sirv(dist, {
    single: true,
    setHeaders: (response) => {
      response.setHeader('content-security-policy', policy);
      response.setHeader('referrer-policy', 'no-referrer');
      response.setHeader('x-content-type-options', 'nosniff');
    },
  });
  return { serve: files, close: () => Promise.resolve() };
}

const servedFolders = [
  `${root}index.html`,
  `${root}src`,
  `${root}public`,
  `${root}node_modules`,
  `${repository}packages/core/src`,
  `${repository}packages/react/src`,
  `${repository}node_modules`,
];
