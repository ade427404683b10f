import { createServer } from 'node:http';
import { createFlinksServer } from '@flinks-kit/server';
import { toNodeHandler } from '@flinks-kit/server/node';

const env = process.env;

const flinks = createFlinksServer({
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
  // Your own sign-in belongs here: until then everyone who can open this server is this one user. See ../identify.
  identify: () => 'the-signed-in-user',
});

createServer(toNodeHandler(flinks.handler)).listen(Number(env['PORT'] ?? 3000), 'localhost');
