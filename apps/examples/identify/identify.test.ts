import { createSign, generateKeyPairSync } from 'node:crypto';
import { createServer, type RequestListener, type Server } from 'node:http';
import { createSandbox } from '@flinks-kit/sandbox';
import { createMemoryStore } from '@flinks-kit/server';
import { toNodeHandler } from '@flinks-kit/server/node';
import { afterEach, describe, expect, test } from 'vitest';
import * as authJs from './authJs.ts';
import * as betterAuth from './betterAuth.ts';
import * as clerk from './clerk.ts';
import * as expressSession from './expressSession.ts';
import * as passport from './passport.ts';
import type { Setup } from './Recipe.ts';

const opened: Server[] = [];

describe('the recipes for identify', () => {
  afterEach(() => {
    for (const server of opened.splice(0)) server.close().closeAllConnections();
  });

  const sandbox = createSandbox();
  const newSetup = (): Setup => ({
    endpoint: '/api/flinks',
    flinks: { ...sandbox.credentials, fetch: sandbox.fetch },
    encryption: { keys: [Buffer.alloc(32, 7).toString('base64')] },
    store: createMemoryStore(),
  });

  const secret = 'a-secret-of-the-test-that-is-32-letters';
  const passwords = new Map([
    ['ann', 'password of ann'],
    ['bob', 'password of bob'],
  ]);
  const passwordOf = (name: string) => passwords.get(name);

  /** The app on a port, and what a signed-in user's requests carry. */
  interface Running {
    readonly url: string;
    readonly signIn: (name: string) => Promise<Record<string, string>>;
  }

  /** Listens first, since some libraries need their own address. */
  async function listen(create: (url: string) => RequestListener): Promise<string> {
    const server = createServer();
    opened.push(server);
    await new Promise<void>((resolve) => server.listen(0, 'localhost', resolve));
    const address = server.address();
    if (address === null || typeof address === 'string') throw new Error('The test server has no port.');
    const url = `http://localhost:${address.port}`;
    server.on('request', create(url));
    return url;
  }

  const cookiesOf = (...answers: Response[]): string =>
    answers
      .flatMap((answer) => answer.headers.getSetCookie())
      .map((cookie) => cookie.split(';')[0])
      .join('; ');

  /** Posts a form as a page of the app does, and returns the cookies. */
  async function postForm(url: string, fields: Record<string, string>, cookie = ''): Promise<Response> {
    return fetch(url, {
      method: 'POST',
      body: new URLSearchParams(fields),
      redirect: 'manual',
      headers: { origin: new URL(url).origin, cookie },
    });
  }

  const recipes: Readonly<Record<string, () => Promise<Running>>> = {
    async 'express-session'() {
      const url = await listen(() => expressSession.createApp(newSetup(), secret, passwordOf));
      return {
        url,
        signIn: async (name) => ({
          cookie: cookiesOf(await postForm(`${url}/sign-in`, { name, password: passwordOf(name) ?? '' })),
        }),
      };
    },
    async Passport() {
      const url = await listen(() => passport.createApp(newSetup(), secret, passwordOf));
      return {
        url,
        signIn: async (username) => ({
          cookie: cookiesOf(
            await postForm(`${url}/sign-in`, { username, password: passwordOf(username) ?? '' }),
          ),
        }),
      };
    },
    async 'Auth.js'() {
      const url = await listen(() => authJs.createApp(newSetup(), secret, passwordOf));
      return {
        url,
        async signIn(name) {
          const csrf = await fetch(`${url}/auth/csrf`);
          const { csrfToken } = await csrf.json();
          const fields = { csrfToken, name, password: passwordOf(name) ?? '' };
          return {
            cookie: cookiesOf(await postForm(`${url}/auth/callback/credentials`, fields, cookiesOf(csrf))),
          };
        },
      };
    },
    async 'better-auth'() {
      const url = await listen((baseURL) => betterAuth.createApp(newSetup(), secret, baseURL));
      return {
        url,
        async signIn(name) {
          const answer = await fetch(`${url}/api/auth/sign-up/email`, {
            method: 'POST',
            headers: { 'content-type': 'application/json', origin: url },
            body: JSON.stringify({ name, email: `${name}@example.com`, password: passwordOf(name) }),
          });
          return { cookie: cookiesOf(answer) };
        },
      };
    },
    async 'Clerk, whose sessions a stand-in signs'() {
      const { publicKey, privateKey } = generateKeyPairSync('rsa', { modulusLength: 2048 });
      const url = await listen((appUrl) => {
        const keys = {
          secretKey: 'sk_test_of-a-stand-in',
          publishableKey: `pk_test_${btoa('stand-in.example$')}`,
          jwtKey: publicKey.export({ type: 'spki', format: 'pem' }).toString(),
          appUrl,
        };
        return toNodeHandler(clerk.createFlinks(newSetup(), keys).handler);
      });
      const encode = (part: object) => Buffer.from(JSON.stringify(part)).toString('base64url');
      return {
        url,
        async signIn(name) {
          const now = Math.floor(Date.now() / 1000);
          const head = encode({ alg: 'RS256', typ: 'JWT', kid: 'ins_stand_in' });
          const claims = {
            sub: `user_${name}`,
            sid: `sess_${name}`,
            azp: url,
            iss: 'https://stand-in.example',
          };
          const payload = encode({ ...claims, iat: now - 10, nbf: now - 10, exp: now + 60 });
          const signature = createSign('RSA-SHA256')
            .update(`${head}.${payload}`)
            .sign(privateKey, 'base64url');
          return { authorization: `Bearer ${head}.${payload}.${signature}` };
        },
      };
    },
  };

  test.each(Object.entries(recipes))(
    '%s: two users sign in, and each sees only their own',
    async (_name, start) => {
      const { url, signIn } = await start();
      const as = (user: Record<string, string>) => async (method: string, path: string, body?: object) => {
        const answer = await fetch(`${url}/api/flinks${path}`, {
          method,
          headers: { ...user, origin: url, 'content-type': 'application/json' },
          ...(body === undefined ? {} : { body: JSON.stringify(body) }),
        });
        return { status: answer.status, body: await answer.json() };
      };
      const ann = as(await signIn('ann'));
      const bob = as(await signIn('bob'));
      const signedOut = as({});

      const { status, body: session } = await ann('POST', '/sessions', {});
      expect(status).toBe(201);
      const login = sandbox.login({ username: 'greatday_nomfa' });
      const linked = await ann('POST', '/connections', { sessionId: session.sessionId, ...login });
      expect(linked.status).toBe(201);

      expect((await ann('GET', '/connections')).body).toMatchObject([{ id: linked.body.id }]);
      expect(await bob('GET', '/connections')).toEqual({ status: 200, body: [] });
      expect((await bob('GET', `/connections/${linked.body.id}`)).status).toBe(404);
      expect((await signedOut('GET', '/connections')).status).toBe(401);
    },
  );
});
