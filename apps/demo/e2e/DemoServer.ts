import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { rmSync } from 'node:fs';
import { fileURLToPath } from 'node:url';

const root = fileURLToPath(new URL('../../..', import.meta.url));

/** A demo of a test's own, with its ports and its folder: it may be killed, and its clock and its faultPreset changed. */
export class DemoServer {
  readonly url: string;
  readonly folder: string;
  readonly #env: Readonly<Record<string, string>>;
  readonly #args: readonly string[];
  #server: ChildProcess | undefined;

  /** `collectionMs`: how long a bank is collecting after a user signed in. */
  constructor(port: number, { collectionMs = 3000, pages = 'built' }: DemoServerOptions = {}) {
    this.url = `http://localhost:${port}`;
    this.folder = `${root}.data/e2e-${port}`;
    this.#args = [
      '--conditions=@flinks-kit/source',
      '--import',
      'tsx',
      'apps/demo/server/main.ts',
      ...(pages === 'built' ? ['--built'] : []),
    ];
    this.#env = {
      PORT: String(port),
      POLL_MS: '1000',
      COLLECTION_MS: String(collectionMs),
      DATA_DIR: this.folder,
    };
  }

  /** Starts it: the first time with an empty folder, then on what the last run left there. */
  async start(): Promise<void> {
    if (this.#server === undefined) rmSync(this.folder, { recursive: true, force: true });
    const server = spawn(process.execPath, this.#args, { cwd: root, env: { ...process.env, ...this.#env } });
    this.#server = server;
    let said = '';
    await new Promise<void>((resolve, reject) => {
      const listen = (chunk: Buffer): void => {
        said += chunk.toString();
        if (said.includes(this.url)) resolve();
      };
      server.stdout.on('data', listen);
      server.stderr.on('data', listen);
      server.once('exit', () => reject(new Error(`The demo did not start. It said: ${said}`)));
    });
  }

  /** Ends it: politely, or in the middle of whatever it does. */
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
