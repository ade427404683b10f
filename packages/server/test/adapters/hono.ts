import { Hono } from 'hono';
import type { FlinksServer } from '../../src/index.ts';

/** Hono, on any runtime: its request is Web-standard already. */
export function createHonoApp(flinks: FlinksServer): Hono {
  const app = new Hono();
  app.all('/api/flinks/*', (context) => flinks.handler(context.req.raw));
  return app;
}
