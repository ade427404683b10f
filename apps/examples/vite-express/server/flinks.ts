import { AsyncLocalStorage } from 'node:async_hooks';
import { createFlinksServer } from '@flinks-kit/server';

const env = process.env;

/** Holds the user id of the request being answered: Express' session is not part of a web-standard Request. */
export const currentUser = new AsyncLocalStorage<string | null>();

export const flinks = createFlinksServer({
  endpoint: '/api/flinks',
  flinks: {
    instance: env['FLINKS_INSTANCE'] ?? '',
    customerId: env['FLINKS_CUSTOMER_ID'] ?? '',
    secretKey: env['FLINKS_SECRET_KEY'] ?? '',
    apiKey: env['FLINKS_API_KEY'] ?? '',
    apiUrl: env['FLINKS_API_URL'],
  },
  connect: { url: env['FLINKS_CONNECT_URL'] },
  encryption: { keys: (env['ENCRYPTION_KEY'] ?? '').split(',') },
  identify: () => currentUser.getStore() ?? null,
});
