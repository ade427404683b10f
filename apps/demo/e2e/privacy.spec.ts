import { request as send } from 'node:http';
import { relative } from 'node:path';
import { fileURLToPath } from 'node:url';
import { expect, test } from '@playwright/test';
import { DemoServer } from './DemoServer.ts';

const root = fileURLToPath(new URL('../../../', import.meta.url));

const sharedPort = Number(process.env['E2E_PORT'] ?? 4273);

// They only read, so one server of Vite's is enough for all of them.
test.describe.configure({ mode: 'default' });

for (const { pages, port } of [
  { pages: 'vite', port: sharedPort + 50 },
  { pages: 'built', port: sharedPort },
] as const) {
  test.describe(`npm start with pages from ${pages === 'vite' ? 'Vite' : 'the build'}`, () => {
    const demo = new DemoServer(port, { pages });
    if (pages === 'vite') {
      test.beforeAll(async () => {
        test.setTimeout(120_000);
        await demo.start();
      });
      test.afterAll(() => demo.stop());
    }

    /** A request as it is on the wire: neither path nor headers are tidied up. */
    const ask = (path: string, { method = 'GET', ...headers }: Readonly<Record<string, string>> = {}) =>
      new Promise<Answer>((resolve, reject) => {
        send({ hostname: 'localhost', port, path, method, headers }, (response) => {
          let body = '';
          response.setEncoding('utf8');
          response.on('data', (chunk: string) => (body += chunk));
          response.on('end', () =>
            resolve({ status: response.statusCode ?? 0, headers: response.headers, body }),
          );
        })
          .on('error', reject)
          .end();
      });

    test('the key, the data and the server’s files are not served', async () => {
      const folder = relative(root, demo.folder);
      const name = folder.split('/').at(-1);
      const files = [
        ...['key', 'sandbox.json', 'postgres/PG_VERSION'].flatMap((file) => [
          `/.data/${name}/${file}`,
          `/../../${folder}/${file}`,
          `/%2e%2e/%2e%2e/${folder}/${file}`,
          `/@fs${demo.folder}/${file}`,
          `/@fs/${folder}/${file}`,
        ]),
        ...['server/main.ts', 'server/settings.ts', 'playwright.config.ts', 'package.json'].flatMap(
          (file) => [`/${file}`, `/@fs${root}apps/demo/${file}`],
        ),
        `/@fs${root}package.json`,
        `/@fs${root}packages/server/src/index.ts`,
        `/@fs${root}packages/sandbox/src/index.ts`,
        '/@fs/etc/hostname',
      ];
      const paths = files.flatMap((file) => [file, `${file}?raw`, `${file}?import&raw`, `${file}?url`]);
      const answers = await Promise.all(paths.map(async (path) => ({ path, ...(await ask(path)) })));
      // The page itself is what any unknown path shows.
      const served = answers.filter(({ status, body }) => status < 400 && !body.includes('<div id="root">'));
      expect(served.map(({ path }) => path)).toEqual([]);
      expect((await ask('/')).body, 'the page is').toContain('<div id="root">');
    });

    test('a page of another origin may read nothing', async () => {
      const origin = 'http://localhost:9999';
      for (const path of ['/', '/sandbox/journal', '/api/rent', '/api/flinks/connections', '/src/main.tsx']) {
        const { headers } = await ask(path, { origin, 'sec-fetch-site': 'same-site' });
        expect(headers['access-control-allow-origin'], path).toBeUndefined();
      }
      const preflight = await ask('/sandbox/clock', {
        method: 'OPTIONS',
        origin,
        'access-control-request-method': 'POST',
      });
      expect(preflight.headers['access-control-allow-origin']).toBeUndefined();
    });

    test('a host name that is not this machine’s is refused on every route', async () => {
      const routes = [
        ['GET', '/'],
        ['GET', '/api/flinks/connections'],
        ['POST', '/api/flinks/sessions'],
        ['POST', '/api/flinks/webhook'],
        ['GET', '/api/rent'],
        ['PUT', '/api/rent'],
        ['DELETE', '/api/rent'],
        ['GET', '/sandbox/journal'],
        ['POST', '/sandbox/clock'],
      ] as const;
      const hosts = ['evil.example', `evil.example:${port}`, `localhost.evil.example:${port}`, 'localhost:1'];
      for (const [method, path] of routes) {
        for (const host of hosts) {
          const { status } = await ask(path, { method, host, 'sec-fetch-site': 'same-origin' });
          expect([400, 421], `${method} ${path} for "${host}"`).toContain(status);
        }
      }
      for (const host of [`localhost:${port}`, `127.0.0.1:${port}`, `[::1]:${port}`]) {
        expect((await ask('/api/rent', { host })).status, host).toBe(200);
      }
    });
  });
}

interface Answer {
  readonly status: number;
  readonly headers: Readonly<Record<string, string | string[] | undefined>>;
  readonly body: string;
}
