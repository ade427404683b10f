// The README's server, started as a reader would start it, and asked as a page behind a development proxy asks it.
import assert from 'node:assert/strict';
import { spawn } from 'node:child_process';
import { request } from 'node:http';

const server = spawn(process.execPath, ['--import', 'tsx', 'offline.ts'], {
  stdio: ['ignore', 'inherit', 'inherit'],
  env: { ...process.env, ENCRYPTION_KEY: Buffer.alloc(32, 7).toString('base64') },
});

try {
  const answer = await withRetries(() =>
    fetch('http://localhost:3000/api/flinks/sessions', {
      method: 'POST',
      // The proxy rewrites the host; the browser marks the request as the page's own.
      headers: {
        'content-type': 'application/json',
        origin: 'http://localhost:5173',
        'sec-fetch-site': 'same-origin',
      },
      body: '{}',
    }),
  );
  assert.equal(answer.status, 201);
  assert.match((await answer.json()).connectUrl, /^http:\/\/127\.0\.0\.1:/);
  assert.equal(await statusFor('evil.example'), 401, 'a site whose name points at this machine is no user');
} finally {
  server.kill();
}

// The server takes a moment to listen; a refused connection is its only sign.
async function withRetries(ask, tries = 50) {
  try {
    return await ask();
  } catch (error) {
    if (tries === 0 || server.exitCode !== null) throw error;
    await new Promise((resolve) => setTimeout(resolve, 100));
    return withRetries(ask, tries - 1);
  }
}

// `fetch` sets the host by itself.
function statusFor(host) {
  return new Promise((resolve, reject) => {
    request('http://localhost:3000/api/flinks/connections', { headers: { host } }, ({ statusCode }) =>
      resolve(statusCode),
    )
      .on('error', reject)
      .end();
  });
}
