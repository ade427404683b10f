import { createFlinksServer } from '@flinks-kit/server';
import type { NodeContext } from '@flinks-kit/server/node';
import type { Request as ExpressRequest } from 'express';

const env = process.env;

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
  identify: (_request: Request, { incoming }: NodeContext<ExpressRequest>) => incoming.session.userId ?? null,
});
