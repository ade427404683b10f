import { randomBytes } from 'node:crypto';
import { startSandbox } from '@flinks-kit/sandbox/node';
import { createFlinksServer, createMemoryStore, type FlinksServer } from '@flinks-kit/server';

/** That of next.config.ts. */
export const basePath = '/bank';

/** The kit's server on a sandbox that this process serves: one for all routes, each of which Next may load for itself. */
export function flinks(): Promise<FlinksServer> {
  shared.flinks ??= start();
  return shared.flinks;
}

const shared: typeof globalThis & { flinks?: Promise<FlinksServer> } = globalThis;

async function start(): Promise<FlinksServer> {
  const { apiUrl, connectUrl, sandbox } = await startSandbox();
  return createFlinksServer({
    endpoint: `${basePath}/api/flinks`,
    identify: () => 'sample-user',
    flinks: { ...sandbox.credentials, apiUrl },
    connect: { url: connectUrl },
    encryption: { keys: [randomBytes(32).toString('base64')] },
    store: createMemoryStore(),
  });
}
