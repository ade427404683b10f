import { createFlinksServer, type FlinksStore } from '@flinks-kit/server';
import { createPostgresStore } from '@flinks-kit/server/postgres';
import { Hono } from 'hono';
import { getSignedCookie } from 'hono/cookie';
import { Pool } from 'pg';

/** What wrangler.toml and `wrangler secret put` define. */
interface Bindings {
  readonly ENCRYPTION_KEY: string;
  readonly FLINKS_API_KEY: string;
  readonly FLINKS_API_URL?: string;
  readonly FLINKS_CONNECT_URL?: string;
  readonly FLINKS_CUSTOMER_ID: string;
  readonly FLINKS_INSTANCE: string;
  readonly FLINKS_SECRET_KEY: string;
  readonly HYPERDRIVE: { readonly connectionString: string };
  readonly SESSION_SECRET: string;
}

const app = new Hono<{ Bindings: Bindings }>();

// Hyperdrive keeps the database's connections; a Worker must not share one between two requests, and so opens its own.
app.all('/api/flinks/*', async (context) => {
  const { env, executionCtx } = context;
  const pool = new Pool({ connectionString: env.HYPERDRIVE.connectionString, max: 1 });
  const userId = await getSignedCookie(context, env.SESSION_SECRET, 'user');
  const work: Promise<unknown>[] = [];
  const flinks = serverOf(env, {
    store: await createPostgresStore({ pool }),
    userId: userId || null,
    waitUntil: (task) => void work.push(task),
  });
  const response = await flinks.handler(context.req.raw);
  // A Worker may end once it has answered: what goes on after that is handed to the runtime.
  executionCtx.waitUntil(Promise.allSettled(work).then(() => pool.end()));
  return response;
});

export default app;

/** Variables belong to a request here, so the server half is made for each: what lasts is in its store. */
const serverOf = (env: Bindings, { store, userId, waitUntil }: Call) =>
  createFlinksServer({
    endpoint: '/api/flinks',
    flinks: {
      instance: env.FLINKS_INSTANCE,
      customerId: env.FLINKS_CUSTOMER_ID,
      secretKey: env.FLINKS_SECRET_KEY,
      apiKey: env.FLINKS_API_KEY,
      apiUrl: env.FLINKS_API_URL,
    },
    connect: { url: env.FLINKS_CONNECT_URL },
    encryption: { keys: env.ENCRYPTION_KEY.split(',') },
    store,
    identify: () => userId,
    waitUntil,
  });

interface Call {
  readonly store: FlinksStore;
  readonly userId: string | null;
  readonly waitUntil: (task: Promise<unknown>) => void;
}
