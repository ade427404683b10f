import { execFile, spawn } from 'node:child_process';
import { chownSync, existsSync, mkdtempSync, readdirSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { promisify } from 'node:util';

const run = promisify(execFile);

/** Where Debian's package puts the server's programs; `undefined` when it is not installed. */
export function findPostgres(): string | undefined {
  const root = '/usr/lib/postgresql';
  const versions = existsSync(root)
    ? readdirSync(root).toSorted((one, other) => Number(other) - Number(one))
    : [];
  return versions.map((version) => join(root, version, 'bin')).find((bin) => existsSync(join(bin, 'initdb')));
}

/**
 * A real PostgreSQL in a folder of its own, on a socket, and on a port of this machine only when one is given. It refuses
 * to run as root, so root lends it a user.
 */
export async function startPostgres(bin: string, { port }: { port?: number } = {}): Promise<RunningPostgres> {
  const folder = mkdtempSync(join(tmpdir(), 'flinks-kit-pg-'));
  const user = await otherUser();
  if (user !== undefined) chownSync(folder, user.uid, user.gid);
  const data = join(folder, 'data');
  const as = { ...user, cwd: folder, env: { PATH: process.env['PATH'] ?? '', LC_ALL: 'C.UTF-8' } };
  await run(join(bin, 'initdb'), ['-D', data, '-U', 'kit', '-A', 'trust', '--no-sync'], as);
  const server = spawn(
    join(bin, 'postgres'),
    [
      ...['-D', data, '-k', folder, '-F'],
      ...(port === undefined
        ? ['-c', 'listen_addresses=']
        : ['-c', 'listen_addresses=127.0.0.1', '-p', String(port)]),
    ],
    as,
  );
  const stopped = new Promise((resolve) => {
    server.once('exit', resolve);
  });
  await ready(bin, folder, port);
  return {
    config: { host: folder, user: 'kit', database: 'postgres' },
    async stop() {
      // The gentle way: it waits until every client has gone.
      server.kill('SIGTERM');
      await stopped;
      rmSync(folder, { recursive: true, force: true });
    },
  };
}

export interface RunningPostgres {
  /** For `new Pool(…)`. */
  readonly config: { readonly host: string; readonly user: string; readonly database: string };
  stop(): Promise<void>;
}

async function otherUser(): Promise<{ uid: number; gid: number } | undefined> {
  if (process.getuid?.() !== 0) return undefined;
  const [uid, gid] = await Promise.all(['-u', '-g'].map((flag) => run('id', [flag, 'postgres'])));
  return { uid: Number(uid?.stdout), gid: Number(gid?.stdout) };
}

async function ready(bin: string, folder: string, port = 5432): Promise<void> {
  for (let attempt = 0; attempt < 100; attempt++) {
    const answered = await run(join(bin, 'pg_isready'), ['-h', folder, '-p', String(port), '-t', '1']).then(
      () => true,
      () => false,
    );
    if (answered) return;
    await new Promise((resolve) => setTimeout(resolve, 100));
  }
  throw new Error('The PostgreSQL of the test did not start within ten seconds.');
}
