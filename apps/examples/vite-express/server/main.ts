import { randomBytes, randomUUID } from 'node:crypto';
import { toNodeHandler } from '@flinks-kit/server/node';
import express from 'express';
import session from 'express-session';
import { flinks } from './flinks.ts';

declare module 'express-session' {
  interface SessionData {
    userId: string;
  }
}

const app = express();
app.use(
  session({
    secret: process.env['SESSION_SECRET'] ?? randomBytes(32).toString('hex'),
    cookie: { httpOnly: true, sameSite: 'lax' },
    resave: false,
    saveUninitialized: false,
  }),
);

// Your own sign-in. Here each browser that signs in is a new user.
app.post('/api/sign-in', (request, response) => {
  request.session.userId ??= randomUUID();
  response.json({ userId: request.session.userId });
});
app.get('/api/user', (request, response) => {
  response.json({ userId: request.session.userId ?? null });
});

app.use('/api/flinks', toNodeHandler(flinks.handler));

setInterval(
  () =>
    flinks.maintain().catch((cause) => console.warn('maintain() failed; the next run tries again.', cause)),
  5 * 60_000,
).unref();
app.listen(Number(process.env['PORT'] ?? 3000), 'localhost');
