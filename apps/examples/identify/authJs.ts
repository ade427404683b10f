import { ExpressAuth, type ExpressAuthConfig, getSession } from '@auth/express';
import Credentials from '@auth/express/providers/credentials';
import { createFlinksServer } from '@flinks-kit/server';
import { type NodeContext, toNodeHandler } from '@flinks-kit/server/node';
import express, { type Express, type Request as ExpressRequest } from 'express';
import type { Setup } from './Recipe.ts';

/** Auth.js, with any provider. In Next, `identify` is `async () => (await auth())?.user?.id` with the same callback. */
export function createApp(
  setup: Setup,
  secret: string,
  passwordOf: (name: string) => string | undefined,
): Express {
  const config: ExpressAuthConfig = {
    secret,
    trustHost: true,
    providers: [
      Credentials({
        credentials: { name: {}, password: {} },
        authorize: ({ name, password }) =>
          typeof name === 'string' && password !== undefined && passwordOf(name) === password
            ? { id: name }
            : null,
      }),
    ],
    callbacks: {
      // Auth.js leaves the id out of a session, and `session.user.id` would be undefined.
      session: ({ session, token }) => ({ ...session, user: { ...session.user, id: token.sub ?? '' } }),
    },
  };
  const flinks = createFlinksServer({
    ...setup,
    identify: async (_request: Request, { incoming }: NodeContext<ExpressRequest>) =>
      (await getSession(incoming, config))?.user?.id,
  });

  const app = express();
  app.use('/auth', ExpressAuth(config));
  app.use('/api/flinks', toNodeHandler(flinks.handler));
  return app;
}
