// Serves the built demo for the end-to-end tests. Seeds a data folder once, and then works on a copy of it, as every
// server of a test's own does: a new PostgreSQL and its seed cost more than all the rest of a start.
import { cpSync, rmSync } from 'node:fs';
import { readSettings } from '../server/settings.ts';
import { startDemo } from '../server/startDemo.ts';
import { seededFolder } from './seededFolder.ts';

const settings = readSettings(['--built'], process.env);
const folder = seededFolder(settings.port);
for (const old of [folder, settings.dataDir]) rmSync(old, { recursive: true, force: true });
const seeding = await startDemo({ ...settings, dataDir: folder });
await seeding.close();

cpSync(folder, settings.dataDir, { recursive: true });
const demo = await startDemo(settings);
process.once('SIGTERM', () => void demo.close().then(() => process.exit(0)));
