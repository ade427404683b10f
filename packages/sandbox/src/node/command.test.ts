import { type ChildProcess, spawn } from 'node:child_process';
import { createServer } from 'node:http';
import { fileURLToPath } from 'node:url';
import { afterEach, describe, expect, test } from 'vitest';
import type { WidgetReply } from '../widget/screens/protocol.ts';

// The command as a person runs it: a process of its own, in which TypeScript is read from its source.
const cli = fileURLToPath(new URL('cli.ts', import.meta.url));
const running: ChildProcess[] = [];

function run(...args: readonly string[]) {
  const child = spawn(process.execPath, ['--conditions=@flinks-kit/source', '--import', 'tsx', cli, ...args]);
  running.push(child);
  const printed = { out: '', err: '' };
  child.stdout.on('data', (chunk: Buffer) => (printed.out += chunk.toString()));
  child.stderr.on('data', (chunk: Buffer) => (printed.err += chunk.toString()));
  const ended = new Promise<number | null>((resolve) => child.once('exit', resolve));
  return { child, printed, ended };
}

describe('the command flinks-sandbox', () => {
  afterEach(() => {
    for (const child of running.splice(0)) child.kill('SIGKILL');
  });

  test('serves the API and the widget on two origins, plays the scenario, logs the calls, and stops when asked', async () => {
    const { child, printed, ended } = run(
      ...['--port', '0', '--scenario', 'consent-denied', '--drive', '10', '--no-token'],
      ...['--webhook-url', 'http://localhost:9/'],
    );
    const addresses = /API +(\S+)\n +Widget +(\S+)[\s\S]+Scenario +consent-denied\n/;
    await expect.poll(() => printed.out).toMatch(addresses);
    const [, api = '', widget = ''] = addresses.exec(printed.out) ?? [];
    expect(new URL(api).hostname).toBe('localhost');
    expect(new URL(widget).hostname).toBe('127.0.0.1');

    expect((await fetch(`${api}/GenerateAuthorizeToken`, { method: 'POST' })).status).toBe(401);
    expect(await (await fetch(widget)).text()).toContain('<div id="widget">');
    const opened = await fetch(new URL('/sandbox/widget', widget), {
      method: 'POST',
      body: JSON.stringify({ href: widget }),
    });
    const { next }: WidgetReply = await opened.json();
    expect(next).toMatchObject({ action: 'deny', by: 'scenario', afterMs: 90 });
    const printedLog = () => printed.out;
    await expect
      .poll(printedLog)
      .toMatch(/\d\d:\d\d:\d\d {2}POST GenerateAuthorizeToken {2}401 UNAUTHORIZED\n/);
    await expect
      .poll(printedLog)
      .toMatch(/\d\d:\d\d:\d\d {2}widget {2}APP_MOUNTED, COMPONENT_LOAD_CONSENT\n/);

    // A live refresh schedules webhooks: they must not keep the process alive.
    await fetch(`${api}/Authorize`, {
      method: 'POST',
      body: JSON.stringify({
        Institution: 'FlinksCapital',
        Username: 'greatday_nomfa',
        Password: 'Everyday',
      }),
    });
    child.kill('SIGTERM');
    expect(await ended).toBe(0);
    expect(printed.err).toBe('');
  }, 30_000);

  describe('a mistake is one sentence, and a failure', () => {
    test.each([
      ['a flag that it does not know', ['--scenaro', 'mfa'], /^Unknown option '--scenaro', so .+\.\n$/],
      [
        'an unknown scenario',
        ['--scenario', 'mfaa'],
        /^The sandbox has no scenario called "mfaa", so .+\.\n$/,
      ],
      ['a port that is no number', ['--port', 'here'], /^--port is "here", which is no number, so .+\.\n$/],
    ])(
      '%s',
      async (_, args, sentence) => {
        const { printed, ended } = run(...args);
        expect(await ended).toBe(1);
        expect(printed.out).toBe('');
        expect(printed.err).toMatch(sentence);
      },
      30_000,
    );

    test('a port that is taken', async () => {
      const other = createServer();
      await new Promise<void>((resolve) => other.listen(0, 'localhost', resolve));
      const address = other.address();
      const port = typeof address === 'object' ? address?.port : undefined;
      const { printed, ended } = run('--port', String(port));
      const code = await ended;
      other.close();
      expect([code, printed.out]).toEqual([1, '']);
      expect(printed.err).toMatch(new RegExp(`^Port ${port} is taken, so .+\\.\\n$`));
    }, 30_000);
  });

  describe('a command beside the sandbox', () => {
    const script = (text: string) => ['--port', '0', '--', process.execPath, '-e', text];

    test('runs on the same terminal while the sandbox serves, and its exit code ends both', async () => {
      const { printed, ended } = run(
        ...script("console.log('planted', process.argv.length); process.exit(3)"),
      );
      expect(await ended).toBe(3);
      expect(printed.out).toContain('planted 1');
    });

    test('is stopped with the sandbox', async () => {
      const { child, printed, ended } = run(
        ...script("console.log('planted', process.pid); setInterval(() => {}, 1000)"),
      );
      await expect.poll(() => printed.out).toMatch(/planted \d+\n/);
      const [, pid = ''] = /planted (\d+)/.exec(printed.out) ?? [];
      child.kill('SIGTERM');
      expect(await ended).toBe(0);
      expect(() => process.kill(Number(pid), 0)).toThrow('ESRCH');
    });

    test('that does not exist is one sentence', async () => {
      const { printed, ended } = run('--port', '0', '--', 'flinks-kit-no-such-command');
      expect(await ended).toBe(1);
      expect(printed.err).toContain('"flinks-kit-no-such-command" could not be run');
    });
  });
});
