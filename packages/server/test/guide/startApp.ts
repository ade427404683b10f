import { createServer, type Server } from 'node:http';
import { createFlinksServer, type FlinksCredentials } from '@flinks-kit/server';
import { toNodeHandler } from '@flinks-kit/server/node';
import { createPostgresStore } from '@flinks-kit/server/postgres';
import { Pool } from 'pg';

/** A server as it is deployed: real storage, keys from the environment, a timer, and a report before the first user. */
export async function startApp({ databaseUrl, encryptionKeys, credentials, userOf }: Settings): Promise<App> {
  const onWarning = (sentence: string, cause?: unknown) => console.warn(sentence, cause);
  const pool = new Pool({
    connectionString: databaseUrl,
    // A database that stands still must not hold every request: a refusal can be tried again.
    connectionTimeoutMillis: 5_000,
    query_timeout: 10_000,
  });
  const flinks = createFlinksServer({
    endpoint: '/api/flinks',
    flinks: credentials,
    encryption: { keys: encryptionKeys },
    store: await createPostgresStore({ pool, onWarning }),
    onWarning,
    identify: userOf,
  });

  await flinks.maintain();
  const { ok, text } = await flinks.checkSetup();
  if (!ok) throw new Error(`Flinks is not set up:\n${text}`);

  const maintain = () =>
    flinks
      .maintain()
      .catch((cause: unknown) => onWarning('maintain() failed; the next run tries again.', cause));
  const timer = setInterval(maintain, 5 * 60_000);
  const server = createServer(toNodeHandler(flinks.handler));
  server.once('close', () => {
    clearInterval(timer);
    void pool.end();
  });
  return { server, report: text };
}

/** The environment of a deployment. */
export interface Settings {
  readonly databaseUrl: string;
  /** The first seals, all open. */
  readonly encryptionKeys: readonly string[];
  readonly credentials: FlinksCredentials;
  /** Your own sign-in. */
  readonly userOf: (request: Request) => Promise<string | null>;
}

export interface App {
  readonly server: Server;
  readonly report: string;
}
