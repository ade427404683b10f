// Builds the app with Turbopack, starts it, and connects a bank in Chromium: below a base path, with slashes at the end of
// each address, on a sandbox inside the same bundle. Then a page whose labels a layout of the server chose.
import { spawn, spawnSync } from 'node:child_process';
import { connectBank } from '../../.ci/connectBank.mjs';
import { stop } from '../../.ci/prepare.mjs';
import { freePort } from '../../.ci/registry.mjs';

const next = ['node_modules/next/dist/bin/next'];
const options = {
  cwd: import.meta.dirname,
  env: { ...process.env, NEXT_TELEMETRY_DISABLED: '1' },
  stdio: 'inherit',
};

if (spawnSync(process.execPath, [...next, 'build', '--turbopack'], options).status !== 0) process.exit(1);

const port = await freePort();
const base = `http://localhost:${port}/bank`;
const server = spawn(process.execPath, [...next, 'start', '--port', String(port)], options);
try {
  const accounts = await connectBank(`${base}/`);
  console.log(`✓ ${accounts} accounts of a bank, below a base path and from the bundled sandbox`);

  const french = await (await fetch(`${base}/fr/`)).text();
  if (!french.includes('Aucun compte')) stop(`The French page has no French words:\n${french}`);
  console.log('✓ a layout of the server chose the labels');

  for (const path of ['/api/flinks/connections', '/api/flinks/connections/']) {
    const response = await fetch(base + path);
    const text = await response.text();
    if (!response.ok || !text.includes('FlinksCapital')) stop(`${path} answers ${response.status}: ${text}`);
  }
  // Flinks follows no redirect of a POST: the address with a slash, which Next prefers, must be a route itself.
  const webhook = await fetch(`${base}/api/flinks/webhook/`, {
    method: 'POST',
    body: '{}',
    redirect: 'manual',
  });
  if (webhook.status !== 404 && webhook.status !== 401)
    stop(`The webhook answers ${webhook.status}: ${await webhook.text()}`);
  console.log('✓ routes answer with and without a slash at the end');
} finally {
  server.kill();
}
