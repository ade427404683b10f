// Starts everything that the end-to-end tests need in one process, and at the same time what does not wait for the other:
// the built demo on `PORT`, a sandbox on the third port after it, and the hosts' starter on the fifth.
import { cpSync, rmSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { startSandbox } from '@flinks-kit/sandbox/node';
import { build } from 'vite';
import { readSettings } from '../server/settings.ts';
import { startBackend } from '../server/startBackend.ts';
import { startDemo } from '../server/startDemo.ts';
import { buildServer } from './buildServer.ts';
import { serveHosts } from './host/serveHosts.ts';
import { seededFolder } from './seededFolder.ts';

const root = fileURLToPath(new URL('..', import.meta.url));
const settings = readSettings(['--built'], process.env);
const { port } = settings;
const folder = seededFolder(port);
for (const old of [folder, settings.dataDir]) rmSync(old, { recursive: true, force: true });

// Seeds a data folder once, and then works on a copy of it, as every server of a test's own does: a new PostgreSQL and its
// seed cost more than all the rest of a start.
const seedFolder = async (): Promise<void> => {
  const backend = await startBackend({ ...settings, dataDir: folder });
  await backend.close();
  cpSync(folder, settings.dataDir, { recursive: true });
};
await Promise.all([
  build({ root, configFile: `${root}vite.config.ts`, logLevel: 'error' }),
  buildServer(port),
  seedFolder(),
  startSandbox({ port: port + 3, requireAuthorizeToken: false }),
  serveHosts(port + 5),
]);
// Last: its port answers when everything is ready.
const demo = await startDemo(settings);
process.once('SIGTERM', () => void demo.close().then(() => process.exit(0)));
