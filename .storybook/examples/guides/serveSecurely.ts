import { contentSecurityPolicy, createFlinksServer, type FlinksServer } from '@flinks-kit/server';

const instance = process.env['FLINKS_INSTANCE'] ?? '';

/** The server. `findUser` is your own session: the id of the signed-in user, or `null`. */
export function createServer(findUser: (cookie: string | null) => Promise<string | null>): FlinksServer {
  return createFlinksServer({
    endpoint: '/api/flinks',
    flinks: {
      instance,
      customerId: process.env['FLINKS_CUSTOMER_ID'] ?? '',
      secretKey: process.env['FLINKS_SECRET_KEY'] ?? '',
      apiKey: process.env['FLINKS_API_KEY'] ?? '',
    },
    encryption: { keys: (process.env['ENCRYPTION_KEY'] ?? '').split(',') },
    identify: (request) => findUser(request.headers.get('cookie')),
  });
}

/** The headers of the page that connects a bank. */
export const pageHeaders = {
  'content-security-policy': contentSecurityPolicy({ instance, policy: "default-src 'self'" }),
  'referrer-policy': 'strict-origin-when-cross-origin',
};
