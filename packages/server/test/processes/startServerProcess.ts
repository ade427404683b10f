import { fork } from 'node:child_process';
import { once } from 'node:events';
import { createFlinksClient, type HttpFlinksClient } from '@flinks-kit/core';
import type { SandboxCredentials } from '@flinks-kit/sandbox';
import type { RunningPostgres } from '../startPostgres.ts';
import { buildServe } from './buildServe.ts';

/** Starts `serve.ts` in a process of its own, and waits until it takes requests. */
export async function startServerProcess(options: ServerProcessOptions): Promise<ServerProcess> {
  program ??= buildServe();
  const child = fork(await program, [JSON.stringify(options)], {
    execArgv: [],
    stdio: ['ignore', 'pipe', 'inherit', 'ipc'],
  });
  const ended = once(child, 'close');
  let printed = '';
  child.stdout?.on('data', (text) => void (printed += text));
  const [{ port }] = await once(child, 'message');

  return {
    clientOf: (user) =>
      createFlinksClient({
        endpoint: `http://localhost:${port}/api/flinks`,
        userId: user,
        fetch: (request) => {
          request.headers.set('x-test-user', user);
          return fetch(request);
        },
      }),
    async advance(passed) {
      const done = once(child, 'message');
      child.send(passed);
      await done;
    },
    async stop() {
      child.kill();
      const [, signal] = await ended;
      return { killed: signal === 'SIGKILL', steps: printed.split('\n').filter(Boolean) };
    },
  };
}

let program: Promise<string> | undefined;

/** The options of a server process. */
export interface ServerProcessOptions {
  readonly database: RunningPostgres['config'];
  readonly credentials: SandboxCredentials;
  /** Where the sandbox is served. */
  readonly apiUrl: string;
  /** Milliseconds since the epoch: its clock stands still until `advance`. */
  readonly now: number;
  /** Kills itself as `kill -9` would, just before its step of this number. */
  readonly dieAt?: number;
}

/** A server in another process. */
export interface ServerProcess {
  /** A user's client, over HTTP. */
  readonly clientOf: (user: string) => HttpFlinksClient;
  /** Moves its clock on. */
  readonly advance: (passed: number) => Promise<void>;
  /** Ends it, if it has not ended itself, and returns what it did. */
  readonly stop: () => Promise<{ readonly killed: boolean; readonly steps: readonly string[] }>;
}
