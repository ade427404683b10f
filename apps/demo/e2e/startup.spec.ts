import { spawn } from 'node:child_process';
import { fileURLToPath } from 'node:url';
import { expect, test } from '@playwright/test';
import { serverProgram } from './serverProgram.ts';

const root = fileURLToPath(new URL('../../..', import.meta.url));

// A process starts at its own pace on a busy machine.
test.describe.configure({ timeout: 60_000 });

const sharedPort = Number(process.env['E2E_PORT'] ?? 4273);
const built = [serverProgram(sharedPort), '--built'];
const asNpmStart = ['--conditions=@flinks-kit/source', '--import', 'tsx', 'apps/demo/server/main.ts'];

/** Runs the demo's server until it ends by itself. */
const start = (
  env: Readonly<Record<string, string>>,
  args: readonly string[],
): Promise<{ code: number | null; message: string }> =>
  new Promise((resolve) => {
    const server = spawn(process.execPath, args, { cwd: root, env: { ...process.env, ...env } });
    let message = '';
    server.stderr.on('data', (chunk: Buffer) => (message += chunk.toString()));
    server.on('exit', (code) => resolve({ code, message: message.trim() }));
  });

for (const [what, env, args, sentence] of [
  [
    'a port that is no number',
    { PORT: 'eighty' },
    built,
    /^PORT is "eighty", so the demo did not start: .+\.$/,
  ],
  ['a port that is taken', { PORT: String(sharedPort) }, built, /^Port \d+ is taken.+\.$/],
  [
    'a folder with files of others',
    { PORT: String(sharedPort + 40), DATA_DIR: 'apps/demo/server' },
    built,
    /^The folder apps\/demo\/server holds .+\.$/,
  ],
  ['a flag it does not know', {}, [...asNpmStart, '--fast'], /^The demo does not know "--fast".+\.$/],
] as const) {
  test(`${what} is one clear sentence and a failure`, async () => {
    const { code, message } = await start(env, args);
    expect(message).toMatch(sentence);
    expect(code).toBe(1);
  });
}
