import { expect, test } from 'vitest';
import { contentSecurityPolicy } from './contentSecurityPolicy.ts';

test.each([
  [{ instance: 'example-ca' }, "frame-src https://example-ca-iframe.private.fin.ag; connect-src 'self'"],
  [{ url: 'http://127.0.0.1:4175/v2/' }, "frame-src http://127.0.0.1:4175; connect-src 'self'"],
  [
    { instance: 'example-ca', endpoint: 'https://api.example/flinks' },
    'frame-src https://example-ca-iframe.private.fin.ag; connect-src https://api.example',
  ],
  [
    { instance: 'example-ca', endpoint: '/api/flinks' },
    "frame-src https://example-ca-iframe.private.fin.ag; connect-src 'self'",
  ],
])('%o needs %s', (options, expected) => {
  expect(contentSecurityPolicy(options)).toBe(expected);
});
