import compression from 'compression';
import cookieParser from 'cookie-parser';
import cors from 'cors';
import express, { type ErrorRequestHandler, type Express } from 'express';
import session from 'express-session';
import helmet from 'helmet';
import morgan from 'morgan';
import type { FlinksServer } from '../../src/index.ts';
import { toNodeHandler } from '../../src/node/index.ts';

/**
 * Among what an app usually mounts before and after: a log, security headers, CORS, compression, sessions, every parser,
 * static files, other routes, a page for what is not found, and an error page.
 */
export function createCrowdedExpressApp(flinks: FlinksServer, create: typeof express = express): Express {
  const app = create();
  app.set('trust proxy', 1);
  app.use(morgan('tiny', { stream: { write: () => undefined } }));
  app.use(helmet(), cors({ origin: true, credentials: true }), compression({ threshold: 0 }));
  app.use(cookieParser('a-secret'));
  app.use(session({ secret: 'a-secret', resave: false, saveUninitialized: true, rolling: true }));
  const verify = (request: object, _response: unknown, bytes: Buffer): object =>
    Object.assign(request, { rawBody: bytes });
  app.use(create.json({ verify }), create.urlencoded({ extended: true, verify }), create.text({ verify }));
  app.use(create.static(import.meta.dirname, { index: false }));
  app.get('/api', (_request, response) => void response.json({ other: true }));
  app.use('/api/flinks', toNodeHandler(flinks.handler));
  app.use('/api', (_request, response) => void response.status(404).send('not found'));
  const onError: ErrorRequestHandler = (_error, _request, response, _next) =>
    void response.status(500).send('an error page');
  app.use(onError);
  return app;
}
