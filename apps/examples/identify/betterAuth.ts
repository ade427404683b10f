import { createFlinksServer } from '@flinks-kit/server';
import { toNodeHandler } from '@flinks-kit/server/node';
import { betterAuth } from 'better-auth';
import { memoryAdapter } from 'better-auth/adapters/memory';
import express, { type Express } from 'express';
import type { Setup } from './Recipe.ts';

/** better-auth: it reads its session from the headers of a Web-standard request, on any platform. */
export function createApp(setup: Setup, secret: string, baseURL: string): Express {
  const auth = betterAuth({
    baseURL,
    secret,
    // Your database.
    database: memoryAdapter({ user: [], session: [], account: [], verification: [] }),
    emailAndPassword: { enabled: true },
  });
  const flinks = createFlinksServer({
    ...setup,
    identify: async (request) => (await auth.api.getSession({ headers: request.headers }))?.user.id,
  });

  const app = express();
  app.use('/api/auth', toNodeHandler(auth.handler));
  app.use('/api/flinks', toNodeHandler(flinks.handler));
  return app;
}
