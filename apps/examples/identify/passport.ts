import { createFlinksServer } from '@flinks-kit/server';
import { type NodeContext, toNodeHandler } from '@flinks-kit/server/node';
import express, { type Express, type Request as ExpressRequest } from 'express';
import session from 'express-session';
import { Passport } from 'passport';
import { Strategy as LocalStrategy } from 'passport-local';
import type { Setup } from './Recipe.ts';

declare global {
  namespace Express {
    // What `deserializeUser` puts on the request.
    interface User {
      id: string;
    }
  }
}

/** Passport, with any strategy: the user is `request.user`, which Passport put on Node's request. */
export function createApp(
  setup: Setup,
  secret: string,
  passwordOf: (name: string) => string | undefined,
): Express {
  const flinks = createFlinksServer({
    ...setup,
    identify: (_request: Request, { incoming }: NodeContext<ExpressRequest>) => incoming.user?.id ?? null,
  });

  const passport = new Passport();
  passport.use(
    new LocalStrategy((name, password, done) =>
      done(null, passwordOf(name) === password ? { id: name } : false),
    ),
  );
  passport.serializeUser<string>((user, done) => done(null, user.id));
  passport.deserializeUser<string>((id, done) => done(null, { id }));

  const app = express();
  app.use(
    session({ secret, cookie: { httpOnly: true, sameSite: 'lax' }, resave: false, saveUninitialized: false }),
  );
  app.use(passport.session());
  app.post('/sign-in', express.urlencoded(), passport.authenticate('local'), (_request, response) => {
    response.sendStatus(204);
  });

  app.use('/api/flinks', toNodeHandler(flinks.handler));
  return app;
}
