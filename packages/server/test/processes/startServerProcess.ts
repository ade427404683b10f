import { fork } from 'node:child_process';
import { once } from 'node:events';
import { createFlinksClient, type HttpFlinksClient } from '@flinks-kit/core';
import type { SandboxCredentials } from '@flinks-kit/sandbox';
import type { MaintenanceReport } from '../../src/index.ts';
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

  /** One answer by its name: a step of the clock may be answered before an earlier run of `maintain()`. */
  function ask(
    what: number | 'maintain',
    answered: 'now' | 'report',
  ): Promise<{ report: MaintenanceReport }> {
    return new Promise((resolve, reject) => {
      const receive = (message: object): void => {
        if (!(answered in message)) return;
        child.off('message', receive);
        child.off('close', dead);
        // The only other message of `serve.ts` has `now` in it.
        // oxlint-disable-next-line typescript/no-unsafe-type-assertion
        resolve(message as { report: MaintenanceReport });
      };
      const dead = (): void => {
        child.off('message', receive);
        reject(new Error('The process ended before it answered.'));
      };
      if (!child.connected) return dead();
      child.on('message', receive);
      child.once('close', dead);
      child.send(what, (error) => error !== null && dead());
    });
  }

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
      await ask(passed, 'now');
    },
    async maintain() {
      const { report } = await ask('maintain', 'report');
      return report;
    },
    async stop(signal = 'SIGTERM') {
      child.kill(signal);
      const [, endedBy] = await ended;
      return { killed: endedBy === 'SIGKILL', steps: printed.split('\n').filter(Boolean) };
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
  /** `testKey` unless given. */
  readonly keys?: readonly string[];
}

/** A server in another process. */
export interface ServerProcess {
  /** A user's client, over HTTP. */
  readonly clientOf: (user: string) => HttpFlinksClient;
  /** Moves its clock on. */
  readonly advance: (passed: number) => Promise<void>;
  readonly maintain: () => Promise<MaintenanceReport>;
  /** Ends it, if it has not ended itself, and returns what it did. */
  readonly stop: (
    signal?: 'SIGTERM' | 'SIGKILL',
  ) => Promise<{ readonly killed: boolean; readonly steps: readonly string[] }>;
}
