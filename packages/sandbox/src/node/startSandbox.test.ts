import { type StartedSandbox, startSandbox, type StartSandboxOptions } from '@flinks-kit/sandbox/node';
import { request } from 'node:http';
import { readdir } from 'node:fs/promises';
import { afterEach, expect, test } from 'vitest';

const open: StartedSandbox[] = [];
const start = async (options?: StartSandboxOptions): Promise<StartedSandbox> => {
  const started = await startSandbox(options);
  open.push(started);
  return started;
};
afterEach(async () => {
  await Promise.all(open.splice(0).map(({ close }) => close()));
});

test('serves the API and the page on two origins with two host names', async () => {
  const { apiUrl, connectUrl, sandbox } = await start();
  expect(new URL(apiUrl).hostname).toBe('localhost');
  expect(new URL(connectUrl).hostname).toBe('127.0.0.1');

  const token = await fetch(
    `${apiUrl}/v3/${sandbox.credentials.customerId}/BankingServices/GenerateAuthorizeToken`,
    { method: 'POST', headers: { 'flinks-auth-key': sandbox.credentials.secretKey } },
  );
  expect(await token.json()).toMatchObject({ HttpStatusCode: 200 });
  const page = await fetch(`${connectUrl}Credential/FlinksCapital?demo=true`);
  expect(await page.text()).toContain('<div id="widget">');
});

test('lets the page reach its own origin and nothing else', async () => {
  const { connectUrl } = await start();
  const policy = (await fetch(connectUrl)).headers.get('content-security-policy') ?? '';
  expect(policy.split('; ')).toEqual(
    expect.arrayContaining(["default-src 'none'", "connect-src 'self'", "form-action 'none'"]),
  );
  expect(policy).not.toMatch(/https?:|\*/);
});

test('serves every file of the page, and nothing beside it', async () => {
  const { connectUrl } = await start();
  const files = (await readdir(new URL('../../page/', import.meta.url))).filter((name) =>
    /\.(js|css)$/.test(name),
  );
  const statuses = await Promise.all(
    [...files, '..%2Fpackage.json', 'tsconfig.json'].map(
      async (name) => (await fetch(new URL(`/page/${name}`, connectUrl))).status,
    ),
  );
  expect(statuses).toEqual([...files.map(() => 200), 404, 404]);
});

test('a target that is no address is answered, and the next call too', async () => {
  const { apiUrl } = await start();
  const { hostname, port } = new URL(apiUrl);
  const status = await new Promise((resolve) => {
    request({ hostname, port, path: '//' }, (response) => resolve(response.statusCode)).end();
  });
  expect(status).toBe(400);
  expect((await fetch(apiUrl)).status).toBe(404);
});

test.each([
  ['html', /^<!doctype html>/],
  ['empty', /^$/],
  ['malformed', /^\{"[^}]*$/],
] as const)('a fault comes over the wire as it is: %s', async (kind, text) => {
  const { apiUrl, sandbox } = await start();
  sandbox.faults.add({ kind });
  const { credentials } = sandbox;
  const response = await fetch(
    `${apiUrl}/v3/${credentials.customerId}/BankingServices/GenerateAuthorizeToken`,
    {
      method: 'POST',
      headers: { 'flinks-auth-key': credentials.secretKey },
    },
  );
  expect(response.status).toBe(200);
  expect(await response.text()).toMatch(text);
});

test('a slow body comes over the wire in pieces, and whole in the end', async () => {
  const { apiUrl, sandbox } = await start();
  sandbox.faults.add({ kind: 'slow-body', ms: 5 });
  const response = await fetch(`${apiUrl}/v3/${sandbox.credentials.customerId}/BankingServices/Institutions`);
  const pieces: number[] = [];
  for await (const chunk of response.body ?? []) pieces.push(chunk.length);
  expect(pieces.length).toBeGreaterThan(1);
});

test('a fault that cuts the connection cuts it on the wire', async () => {
  const { apiUrl, sandbox } = await start();
  sandbox.faults.add({ kind: 'cut', times: 1 });
  await expect(fetch(apiUrl)).rejects.toThrow('fetch failed');
  expect((await fetch(apiUrl)).status).toBe(404);
});

test('a taken port is one clear sentence', async () => {
  const { apiUrl } = await start();
  const port = Number(new URL(apiUrl).port);
  await expect(start({ port })).rejects.toThrow(
    `Port ${port} is taken, so the sandbox cannot serve Flinks' API`,
  );
});
