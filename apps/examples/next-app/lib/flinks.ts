import 'server-only';
import { createFlinksServer, createMemoryStore, type FlinksStore } from '@flinks-kit/server';
import { after } from 'next/server';
import { userIdOf } from './session';

const env = process.env;

// Next loads this file once for routes and once for pages: both must find the same rows. A database does that by itself.
const shared: typeof globalThis & { flinksStore?: FlinksStore } = globalThis;

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
  store: (shared.flinksStore ??= createMemoryStore()),
  identify: () => userIdOf(),
  waitUntil: (work) => after(work), // A serverless platform else ends the process at the answer.
});
