import { createFlinksServer } from '@flinks-kit/server';
import { type NodeContext, toNodeHandler } from '@flinks-kit/server/node';
import express, { type Express, type Request as ExpressRequest } from 'express';
import session from 'express-session';
import type { Setup } from './Recipe.ts';

declare module 'express-session' {
  interface SessionData {
    userId: string;
  }
}

/** express-session: the user's id is in the session that the middleware put on Node's request. */
export function createApp(
  setup: Setup,
  secret: string,
  passwordOf: (name: string) => string | undefined,
): Express {
  const flinks = createFlinksServer({
    ...setup,
    identify: (_request: Request, { incoming }: NodeContext<ExpressRequest>) =>
      incoming.session.userId ?? null,
  });

  const app = express();
  app.use(
    session({ secret, cookie: { httpOnly: true, sameSite: 'lax' }, resave: false, saveUninitialized: false }),
  );

  app.post('/sign-in', express.urlencoded(), (request, response, next) => {
    const { name, password } = request.body;
    if (typeof name !== 'string' || password === undefined || passwordOf(name) !== password) {
      response.sendStatus(401);
      return;
    }
    // A new session id at each sign-in, so that one that was planted before is worth nothing.
    request.session.regenerate((error) => {
      if (error) return next(error);
      request.session.userId = name;
      response.sendStatus(204);
    });
  });

  app.use('/api/flinks', toNodeHandler(flinks.handler));
  return app;
}
