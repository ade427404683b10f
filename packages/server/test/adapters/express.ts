import express, { type Express } from 'express';
import type { FlinksServer } from '../../src/index.ts';
import { toNodeHandler } from '../../src/node/index.ts';

/** Express 5: the handler is middleware as it is. */
export function createExpressApp(flinks: FlinksServer): Express {
  const app = express();
  app.use('/api/flinks', toNodeHandler(flinks.handler));
  return app;
}

/** Behind a JSON parser, webhooks need the bytes: `verify` keeps them, since a signature is over bytes. */
export function createParsingExpressApp(flinks: FlinksServer): Express {
  const app = express();
  app.use(
    express.json({ verify: (request, _response, bytes) => Object.assign(request, { rawBody: bytes }) }),
  );
  app.use('/api/flinks', toNodeHandler(flinks.handler));
  return app;
}
