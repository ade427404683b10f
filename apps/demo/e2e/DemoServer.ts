import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { cpSync, existsSync, rmSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { seededFolder } from './seededFolder.ts';
import { serverProgram } from './serverProgram.ts';

const root = fileURLToPath(new URL('../../..', import.meta.url));
const sharedPort = Number(process.env['E2E_PORT'] ?? 4273);

/** A demo server of one test, with its own ports and data folder: the test may kill it and change its clock and faults. */
export class DemoServer {
  readonly url: string;
  readonly folder: string;
  readonly #env: Readonly<Record<string, string>>;
  readonly #args: readonly string[];
  #server: ChildProcess | undefined;

  /** `collectionMs`: how long the sandbox collects accounts after a user signed in. */
  constructor(port: number, { collectionMs = 3000, pages = 'built' }: DemoServerOptions = {}) {
    this.url = `http://localhost:${port}`;
    this.folder = `${root}.data/e2e-${port}`;
    this.#args = [serverProgram(sharedPort), ...(pages === 'built' ? ['--built'] : [])];
    this.#env = {
      PORT: String(port),
      POLL_MS: '300',
      COLLECTION_MS: String(collectionMs),
      DATA_DIR: this.folder,
    };
  }

  /** Starts it: the first time on a copy of the seeded folder, then on what the last run left there. */
  async start(): Promise<void> {
    if (this.#server === undefined) {
      rmSync(this.folder, { recursive: true, force: true });
      const seeded = seededFolder(sharedPort);
      if (existsSync(seeded)) cpSync(seeded, this.folder, { recursive: true });
    }
    const server = spawn(process.execPath, this.#args, { cwd: root, env: { ...process.env, ...this.#env } });
    this.#server = server;
    let output = '';
    await new Promise<void>((resolve, reject) => {
      const onOutput = (chunk: Buffer): void => {
        output += chunk.toString();
        if (output.includes(this.url)) resolve();
      };
      server.stdout.on('data', onOutput);
      server.stderr.on('data', onOutput);
      server.once('exit', () => reject(new Error(`The demo did not start: ${output}`)));
    });
  }

  /** Moves the clock of the server and of its sandbox ahead, as the developer panel does. */
  async advance(ms: number): Promise<void> {
    const response = await fetch(`${this.url}/sandbox/clock`, {
      method: 'POST',
      headers: { 'content-type': 'application/json', 'sec-fetch-site': 'same-origin' },
      body: JSON.stringify({ advanceMs: ms }),
    });
    if (!response.ok) throw new Error(`The clock was not moved: ${response.status}.`);
  }

  /** Stops it: `SIGKILL` stops it in the middle of its work. */
  async stop(signal: 'SIGTERM' | 'SIGKILL' = 'SIGTERM'): Promise<void> {
    const server = this.#server;
    if (server === undefined || server.exitCode !== null || server.signalCode !== null) return;
    server.kill(signal);
    await once(server, 'exit');
  }
}

interface DemoServerOptions {
  readonly collectionMs?: number;
  /** From the build, or by Vite as `npm start` serves them. */
  readonly pages?: 'built' | 'vite';
}
