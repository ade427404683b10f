// One server in a process of its own, for tests that need several, or need one to die. Its options stand in its
// first argument; it prints every step line by line, at once, so that a killed process has printed all it did.
import { writeSync } from 'node:fs';
import { createServer } from 'node:http';
import { createManualClock } from '@flinks-kit/sandbox';
import { Pool } from 'pg';
import { createFlinksServer } from '../../src/index.ts';
import { toNodeHandler } from '../../src/node/index.ts';
import { createPostgresStore } from '../../src/postgres/index.ts';
import { testKey } from '../startTestServer.ts';
import type { ServerProcessOptions } from './startServerProcess.ts';
import { storeAround } from '../storeAround.ts';

const options: ServerProcessOptions = JSON.parse(process.argv[2] ?? '');
const { database, credentials, apiUrl, now, dieAt, keys = [testKey] } = options;
const clock = createManualClock(now);
let steps = 0;

function step(name: string): void {
  steps += 1;
  if (steps === dieAt) process.kill(process.pid, 'SIGKILL');
  writeSync(1, `${name}\n`);
}

const flinks = createFlinksServer({
  endpoint: '/api/flinks',
  flinks: {
    ...credentials,
    async fetch(request) {
      const { pathname } = new URL(request.url);
      const name = pathname.split('/').at(4) ?? pathname;
      step(`ask ${name}`);
      const response = await fetch(`${apiUrl}${pathname}`, {
        method: request.method,
        headers: request.headers,
        body: request.method === 'GET' ? null : await request.text(),
      });
      step(`receive ${name}`);
      return response;
    },
  },
  encryption: { keys },
  identify: (request) => request.headers.get('x-test-user'),
  store: storeAround(await createPostgresStore({ pool: new Pool(database) }), async (name, take) => {
    step(name);
    const result = await take();
    if (/^(?:insert|replace) /.test(name)) writeSync(1, `written: ${name}\n`);
    return result;
  }),
  rateLimit: () => true,
  clock,
  onWarning: () => undefined,
});

const server = createServer(toNodeHandler(flinks.handler));
server.listen(0, 'localhost', () => process.send?.({ port: Object(server.address()).port }));
process.on('message', (asked: number | 'maintain') => {
  if (asked === 'maintain') {
    void flinks.maintain().then(
      (report) => process.send?.({ report }),
      (error: unknown) => process.send?.({ report: { failed: [String(error)] } }),
    );
    return;
  }
  clock.advance(asked);
  process.send?.({ now: clock.now() });
});
