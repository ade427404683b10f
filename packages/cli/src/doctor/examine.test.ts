import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { FlinksKitError } from '@flinks-kit/core';
import { createFlinksServer, createMemoryStore, type FlinksServerOptions } from '@flinks-kit/server';
import { toNodeHandler } from '@flinks-kit/server/node';
import express from 'express';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { maintained, optionsOf, startApp, testKey, userCookie, webhookSecret } from '../../test/startApp.ts';
import { examine, type Subject } from './examine.ts';
import type { Finding } from './Finding.ts';
import { type LoadedServer, loadedFrom } from './loadServer.ts';

let cwd = '';

describe('examine', () => {
  beforeAll(async () => {
    cwd = await mkdtemp(join(tmpdir(), 'flinks-kit-doctor-'));
    await install(cwd, '@tanstack/react-query', { version: '5.90.0' });
    await install(cwd, '@flinks-kit/react', {
      version: '0.1.0',
      peerDependencies: { '@tanstack/react-query': '^5.82.0' },
    });
    await install(cwd, '@flinks-kit/server', {
      version: '0.1.0',
      peerDependencies: { pg: '^8.11.0' },
      peerDependenciesMeta: { pg: { optional: true } },
    });
    await writeFile(join(cwd, 'tsconfig.json'), '{ "compilerOptions": { "moduleResolution": "bundler" } }');
  });
  afterAll(() => rm(cwd, { recursive: true, force: true }));

  async function install(folder: string, name: string, manifest: object) {
    const place = join(folder, 'node_modules', name);
    await mkdir(place, { recursive: true });
    await writeFile(join(place, 'package.json'), JSON.stringify({ name, ...manifest }));
  }

  const subjectOf = (loaded: LoadedServer, changes: Partial<Subject> = {}): Subject => ({
    cwd,
    loaded,
    page: null,
    cookie: userCookie,
    webhookSecret,
    mayProbeAnywhere: false,
    ...changes,
  });

  const wrongOnes = (findings: readonly Finding[]) =>
    findings.filter(({ status }) => status === 'wrong').map(({ name }) => name);

  /** Examines an app that runs, and gives the names of what is wrong. */
  async function examineApp(
    changes: Partial<FlinksServerOptions>,
    app: Omit<Parameters<typeof startApp>[0], 'flinks'> = {},
  ) {
    const flinks = await maintained(optionsOf(changes));
    await using running = await startApp({ flinks, ...app });
    return await examine(subjectOf({ status: 'loaded', flinks }, { page: running.page }));
  }

  describe('a healthy app', () => {
    test('finds nothing wrong, and tries everything', async () => {
      const findings = await examineApp({});
      expect(wrongOnes(findings)).toEqual([]);
      // A clock can't be judged by a sandbox in this process, whose answers carry no date.
      expect(findings.filter(({ status }) => status === 'unknown').map(({ name }) => name)).toEqual([
        'clock',
      ]);
      expect(findings.map(({ name }) => name)).toEqual(
        expect.arrayContaining([
          'versions',
          'identify',
          'webhook',
          'endpoint',
          'proxy',
          'CSP',
          'COOP',
          'COEP',
          'maintain',
          'bearer',
        ]),
      );
    });

    test.each([
      [
        'no policies at all',
        { 'content-security-policy': '', 'cross-origin-opener-policy': '', 'referrer-policy': '' },
      ],
      ['a policy of a whole scheme', { 'content-security-policy': 'frame-src https:' }],
      ['a policy of http, which covers https', { 'content-security-policy': 'frame-src http:' }],
      [
        'a policy with a wildcard',
        { 'content-security-policy': "default-src 'none'; frame-src *.private.fin.ag" },
      ],
      [
        'two policies that both allow the frame',
        { 'content-security-policy': "frame-src https://*.private.fin.ag, script-src 'self'" },
      ],
      ['no-referrer, which the frame overrules', { 'referrer-policy': 'no-referrer' }],
    ])('finds nothing wrong with %s', async (_name, headers) => {
      expect(wrongOnes(await examineApp({}, { headers: withoutEmpty(headers) }))).toEqual([]);
    });

    test('finds nothing wrong without webhooks', async () => {
      expect(wrongOnes(await examineApp({ webhook: undefined }))).toEqual([]);
    });

    test('finds nothing wrong behind a parser that keeps the bytes', async () => {
      const flinks = await maintained(optionsOf());
      const app = express();
      app.use(
        express.json({ verify: (request, _response, bytes) => Object.assign(request, { rawBody: bytes }) }),
      );
      app.use('/api/flinks', toNodeHandler(flinks.handler));
      await using running = await startApp({ flinks, serve: app });
      expect(
        wrongOnes(await examine(subjectOf({ status: 'loaded', flinks }, { page: running.page }))),
      ).toEqual([]);
    });

    test('asks nothing of a running app that was not named', async () => {
      const flinks = await maintained(optionsOf());
      const findings = await examine(subjectOf({ status: 'loaded', flinks }));
      expect(wrongOnes(findings)).toEqual([]);
      expect(findings.at(-1)).toMatchObject({ name: 'page', status: 'unknown' });
    });
  });

  // A header with no value is a header all the same: it is left out.
  const withoutEmpty = (headers: Readonly<Record<string, string | undefined>>) =>
    Object.fromEntries(Object.entries(headers).flatMap(([name, value]) => [[name, value ?? '']]));

  describe('the twelve planted mistakes', () => {
    test('1. a wrong secret key', async () => {
      const { flinks } = optionsOf();
      expect(wrongOnes(await examineApp({ flinks: { ...flinks, secretKey: 'planted-canary' } }))).toEqual([
        'secret key',
      ]);
    });

    test('2. a wrong customer id', async () => {
      const { flinks } = optionsOf();
      const findings = await examineApp({
        flinks: { ...flinks, customerId: '11111111-2222-4333-8444-555555555555' },
      });
      expect(findings.filter(({ status }) => status === 'wrong')).toMatchObject([
        { sentence: expect.stringContaining('the customer id') },
      ]);
    });

    test('3. a wrong webhook secret', async () => {
      expect(wrongOnes(await examineApp({ webhook: { secrets: ['another'] } }))).toEqual(['webhook']);
    });

    test('4. a key of the wrong length', async () => {
      const loaded = await loadedFrom(async () => ({
        flinks: createFlinksServer(optionsOf({ encryption: { keys: [btoa('planted-canary')] } })),
      }));
      const findings = await examine(subjectOf(loaded));
      expect(findings.filter(({ status }) => status === 'wrong')).toMatchObject([
        { name: 'encryption', sentence: expect.stringContaining('32 bytes') },
      ]);
    });

    test('5. two servers with keys in another order', async () => {
      const store = createMemoryStore();
      const other = btoa('flinks-kit other key, no secret!');
      await maintained(optionsOf({ store, encryption: { keys: [other, testKey] } }));
      expect(wrongOnes(await examineApp({ store, encryption: { keys: [testKey, other] } }))).toEqual([
        'encryption',
      ]);
    });

    test('6. an identify that gives undefined', async () => {
      // A field that the session does not have: where its type is any, no compiler complains.
      const identify = () => JSON.parse('{}').userId;
      expect(wrongOnes(await examineApp({ identify }))).toEqual(['identify']);
    });

    test('7. an endpoint that is not mounted', async () => {
      const serve = (_request: unknown, response: { writeHead(status: number): { end(): void } }) =>
        response.writeHead(404).end();
      expect(wrongOnes(await examineApp({}, { serve }))).toEqual(['endpoint']);
    });

    test('8. a body parser that re-writes webhooks', async () => {
      const flinks = await maintained(optionsOf());
      const app = express();
      app.use(express.json());
      app.use('/api/flinks', toNodeHandler(flinks.handler));
      await using running = await startApp({ flinks, serve: app });
      const findings = await examine(subjectOf({ status: 'loaded', flinks }, { page: running.page }));
      expect(findings.filter(({ status }) => status === 'wrong')).toMatchObject([
        { name: 'webhook', sentence: expect.stringContaining('body parser') },
      ]);
    });

    test('9. a CSP without frame-src', async () => {
      const headers = { 'content-security-policy': "default-src 'self'; connect-src 'self'" };
      expect(wrongOnes(await examineApp({}, { headers }))).toEqual(['CSP']);
    });

    test('10. a COEP without credentialless', async () => {
      const headers = { 'cross-origin-embedder-policy': 'require-corp' };
      expect(wrongOnes(await examineApp({}, { headers }))).toEqual(['COEP']);
    });

    test('11. a React Query that is too old', async () => {
      const folder = await mkdtemp(join(tmpdir(), 'flinks-kit-old-'));
      await install(folder, '@tanstack/react-query', { version: '5.20.1' });
      await install(folder, '@flinks-kit/react', {
        version: '0.1.0',
        peerDependencies: { '@tanstack/react-query': '^5.82.0' },
      });
      const flinks = await maintained(optionsOf());
      const findings = await examine(subjectOf({ status: 'loaded', flinks }, { cwd: folder }));
      await rm(folder, { recursive: true });
      expect(findings.filter(({ status }) => status === 'wrong')).toMatchObject([
        { name: 'versions', sentence: expect.stringContaining('install @tanstack/react-query@"^5.82.0"') },
      ]);
    });

    test('12. a maintain() that is never called', async () => {
      const flinks = createFlinksServer(optionsOf());
      expect(wrongOnes(await examine(subjectOf({ status: 'loaded', flinks })))).toEqual(['maintain']);
    });
  });

  describe('further mistakes', () => {
    test('an identify that takes every request for a user', async () => {
      expect(wrongOnes(await examineApp({ identify: () => 'the-only-user' }))).toEqual(['identify']);
    });

    test('an identify that throws', async () => {
      const identify = () => {
        throw new Error('planted-canary');
      };
      expect(wrongOnes(await examineApp({ identify }))).toEqual(['identify']);
    });

    test('a handler that is mounted at another path than its endpoint', async () => {
      const elsewhere = createFlinksServer(optionsOf({ endpoint: '/flinks' }));
      expect(wrongOnes(await examineApp({}, { serve: toNodeHandler(elsewhere.handler) }))).toEqual([
        'endpoint',
      ]);
    });

    test('a running app with other webhook secrets than the module', async () => {
      const other = await maintained(optionsOf({ webhook: { secrets: ['another'] } }));
      const findings = await examineApp({}, { serve: toNodeHandler(other.handler) });
      expect(wrongOnes(findings)).toEqual(['webhook']);
    });

    test('a COOP that cuts the bank’s window off', async () => {
      expect(
        wrongOnes(await examineApp({}, { headers: { 'cross-origin-opener-policy': 'same-origin' } })),
      ).toEqual(['COOP']);
    });

    test('a proxy that changes the host is reported, and works on this machine', async () => {
      const flinks = await maintained(optionsOf());
      const findings = await examineApp(
        {},
        {
          serve: (request, response) => {
            request.headers.host = 'localhost:1';
            return toNodeHandler(flinks.handler)(request, response);
          },
        },
      );
      expect(findings.find(({ name }) => name === 'proxy')).toMatchObject({
        status: 'unknown',
        sentence: expect.stringContaining('changeOrigin: false'),
      });
      expect(wrongOnes(findings)).toEqual([]);
    });

    test.each([
      ['commonjs', {}],
      ['esnext', { moduleResolution: 'node10' }],
    ])('a tsconfig of module %s that does not read exports', async (module, options) => {
      const folder = await mkdtemp(join(tmpdir(), 'flinks-kit-tsconfig-'));
      await install(folder, '@flinks-kit/server', { version: '0.1.0' });
      await writeFile(
        join(folder, 'tsconfig.json'),
        JSON.stringify({ compilerOptions: { module, ...options } }),
      );
      const flinks = await maintained(optionsOf());
      const findings = await examine(subjectOf({ status: 'loaded', flinks }, { cwd: folder }));
      await rm(folder, { recursive: true });
      expect(wrongOnes(findings)).toEqual(['TypeScript']);
    });

    test('packages of the kit of different versions', async () => {
      const folder = await mkdtemp(join(tmpdir(), 'flinks-kit-mixed-'));
      await install(folder, '@flinks-kit/server', { version: '0.1.0' });
      await install(folder, '@flinks-kit/sandbox', { version: '0.2.0' });
      const flinks = await maintained(optionsOf());
      const findings = await examine(subjectOf({ status: 'loaded', flinks }, { cwd: folder }));
      await rm(folder, { recursive: true });
      expect(wrongOnes(findings)).toEqual(['versions']);
    });

    test('no finding holds a value of an option, whatever is wrong', async () => {
      const { flinks } = optionsOf();
      const findings = await examineApp(
        {
          flinks: {
            ...flinks,
            secretKey: 'planted-canary',
            bearer: 'planted-canary',
          },
        },
        { headers: { 'content-security-policy': "default-src 'self'" } },
      );
      expect(wrongOnes(findings).length).toBeGreaterThan(1);
      expect(JSON.stringify(findings)).not.toMatch(/planted-canary|flinks-kit test key/);
    });

    test('an error of the app’s own is not repeated, since it may hold a secret', async () => {
      const loaded = await loadedFrom(() => Promise.reject(new TypeError('planted-canary')));
      expect(JSON.stringify(await examine(subjectOf(loaded)))).not.toContain('planted-canary');
    });

    test('an error of the kit is repeated, whichever copy of the kit threw it', async () => {
      const error = new FlinksKitError('A sentence.', { code: 'options-invalid' });
      expect(await loadedFrom(() => Promise.reject(error))).toMatchObject({
        status: 'failed',
        sentence: 'A sentence.',
      });
    });
  });
});
