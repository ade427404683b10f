import { createFlinksServer } from '@flinks-kit/server';

// From .env. FLINKS_API_URL and FLINKS_CONNECT_URL lead to the sandbox: delete both when Flinks gave you keys.
const {
  ENCRYPTION_KEY = '',
  FLINKS_API_KEY = '',
  FLINKS_API_URL,
  FLINKS_CONNECT_URL,
  FLINKS_CUSTOMER_ID = '',
  FLINKS_INSTANCE = '',
  FLINKS_SECRET_KEY = '',
  NODE_ENV,
} = process.env;

export const flinks = createFlinksServer({
  endpoint: '/api/flinks',
  flinks: {
    instance: FLINKS_INSTANCE,
    customerId: FLINKS_CUSTOMER_ID,
    secretKey: FLINKS_SECRET_KEY,
    apiKey: FLINKS_API_KEY,
    apiUrl: FLINKS_API_URL,
  },
  connect: { url: FLINKS_CONNECT_URL },
  encryption: { keys: ENCRYPTION_KEY.split(',') },
  // TODO: your own sign-in. Return the id of the user whose request this is, and null for all other requests.
  identify: async () => (NODE_ENV === 'production' ? null : 'the-only-user'),
});
