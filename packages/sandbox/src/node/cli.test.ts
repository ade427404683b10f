import { mkdtemp, writeFile } from 'node:fs/promises';
import { createServer } from 'node:http';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { createSandbox } from '../createSandbox.ts';
import { createManualClock } from '@flinks-kit/core';
import { createFlinksClient, login } from '../../test/flinksClient.ts';
import { openWidget } from '../../test/widgetPage.ts';
import { jsonOptions } from '../options.ts';
import { flags } from './flags.ts';
import { formatEntry } from './formatEntry.ts';
import { readArguments } from './readArguments.ts';
import { runCli } from './runCli.ts';

async function run(...args: readonly string[]) {
  const [printed, complaints]: [string[], string[]] = [[], []];
  const code = await runCli(args, {
    print: (line) => printed.push(line),
    complain: (line) => complaints.push(line),
    stopping: new AbortController().signal,
  });
  return { code, printed, complaints };
}

describe('the options of the command', () => {
  describe('a mistake is one sentence, and the exit code is 1', () => {
    test.each([
      [['--scenaro', 'mfa'], /^Unknown option '--scenaro', so the sandbox was not started: .+--help/],
      [['--scenario', 'mfaa'], /^The sandbox has no scenario called "mfaa".+ mfa,/],
      [['--port', 'here'], /^--port is "here", which is no number/],
      [['--port', '65535'], /^--port is 65535, so the sandbox was not started: it must be .+ 65534/],
      [['--port', '1.5'], /^--port is 1.5, so the sandbox was not started/],
      [
        ['--port', '-1'],
        /^Option '--port' argument is ambiguous, so the sandbox was not started: .+--help[^\n]+$/,
      ],
      [['--pending-polls', '-1'], /--pending-polls/],
      [['--webhook-url', 'here'], /^--webhook-url is "here", so .+ http or https address/],
      // `fetch` sends nothing to an address with a name and a password in it.
      [['--webhook-url', 'http://ann:x@localhost/'], /^--webhook-url is .+ without a name and a password/],
      [['--status-dialect', 'foo'], /^--status-dialect is "foo", so .+ observed, help, docs/],
      [['--without', 'GetStatemnts'], /"without\[0\]" is "GetStatemnts", so .+ GetStatements/],
      [['--people', '/nowhere.json'], /^--people \/nowhere.json cannot be read/],
      [['--host', '0.0.0.0', '--control'], /control token/],
      [['trigger', 'rain'], /^There is no trigger "rain"/],
      [['advance', 'soon'], /^"soon" is no duration/],
      [['advance', '8m', '9m'], /^"9m" belongs to no option, so nothing was done/],
      [['journal', '10'], /^"10" belongs to no option, so nothing was done/],
      [['trigger', 'outage', '--usernme', 'ann'], /^Unknown option '--usernme', so nothing was done/],
      [['mfa'], /^Unexpected argument 'mfa'.*, so the sandbox was not started/],
      [['--scenario'], /^Option '--scenario <value>' argument missing, so the sandbox was not started/],
      [['journal', '--url', 'http://127.0.0.1:9'], /^No sandbox answers at http:\/\/127.0.0.1:9/],
    ])('%j', async (args, sentence) => {
      const { code, printed, complaints } = await run(...args);
      expect([code, printed]).toEqual([1, []]);
      expect(complaints).toEqual([expect.stringMatching(sentence)]);
    });

    test('a port that is taken', async () => {
      const other = createServer();
      await new Promise<void>((resolve) => other.listen(0, 'localhost', resolve));
      const address = other.address();
      const port = typeof address === 'object' ? address?.port : undefined;
      const { code, complaints } = await run('--port', String(port));
      other.close();
      expect([code, complaints]).toEqual([1, [expect.stringMatching(`^Port ${port} is taken`)]]);
    });
  });

  test('--help lists the options and the scenarios', async () => {
    const { code, printed } = await run('--help');
    expect(code).toBe(0);
    expect(printed.join('\n')).toMatch(/--port[\s\S]+wrong-password-then-right/);
  });

  test('what is asked for becomes options', () => {
    expect(
      readArguments([
        '--scenario',
        'mfa',
        '--drive',
        '10',
        '--no-token',
        '--webhook-url',
        'http://localhost:3000/',
      ]),
    ).toMatchObject({
      options: {
        port: 4174,
        scenario: 'mfa',
        drive: 10,
        requireAuthorizeToken: false,
        webhook: { url: 'http://localhost:3000/', secret: 'sandbox-webhook-secret' },
      },
    });
  });

  describe('a configuration file', () => {
    test('holds every option of createSandbox, people and accounts included; flags win', async () => {
      const path = join(await mkdtemp(join(tmpdir(), 'flinks-sandbox-')), 'sandbox.json');
      const people = [{ username: 'marie', accounts: [{ title: 'Épargne', current: 12.5 }] }];
      await writeFile(
        path,
        JSON.stringify({ scenario: 'mfa', pendingPolls: 0, people, webhook: { url: 'http://localhost:9/' } }),
      );
      const read = readArguments(['--config', path, '--scenario', 'everyday']);
      expect(read).toMatchObject({ options: { scenario: 'everyday', pendingPolls: 0 } });
      const sandbox = createSandbox(typeof read === 'object' ? { people: read.options.people } : {});
      expect(sandbox.login({ username: 'marie' }).accountIds).toHaveLength(1);
    });

    test('every option of createSandbox that JSON can hold has a flag', () => {
      const named = new Set(flags.map(({ option }) => option.split('.')[0]));
      expect(Object.keys(jsonOptions).filter((option) => !named.has(option))).toEqual([]);
    });
  });

  test('--version prints the version of the package', async () => {
    const { code, printed } = await run('--version');
    expect([code, printed]).toEqual([0, [expect.stringMatching(/^\d+\.\d+\.\d+/)]]);
  });

  test('--json prints one line that a program can read', async () => {
    const printed: string[] = [];
    const stopping = new AbortController();
    await runCli(['--port', '0', '--control', '--json'], {
      print: (line) => printed.push(line),
      complain: () => undefined,
      stopping: stopping.signal,
    });
    stopping.abort();
    expect(printed).toHaveLength(1);
    expect(JSON.parse(printed[0] ?? '')).toMatchObject({
      ready: true,
      apiUrl: expect.stringMatching(/^http:\/\/localhost:\d+$/),
      baseUrl: expect.stringContaining('/BankingServices'),
      connectUrl: expect.stringMatching(/^http:\/\/127\.0\.0\.1:\d+\/v2\/$/),
      control: true,
      credentials: { apiKey: 'sandbox-api-key' },
    });
  });

  describe('the client of the control API', () => {
    test('moves the clock, triggers and reads the journal', async () => {
      const stopping = new AbortController();
      const [ready] = await collect(['--port', '0', '--control', '--json'], stopping.signal);
      const { apiUrl, connectUrl } = JSON.parse(ready ?? '');
      const control = (...args: readonly string[]) => run(...args, '--url', apiUrl);
      expect(connectUrl).toContain('/v2/');
      expect((await control('advance', '8m')).printed).toEqual([expect.stringContaining('clock is at')]);
      expect((await control('trigger', 'outage')).printed).toEqual(['Done: outage.']);
      await fetch(`${JSON.parse(ready ?? '').baseUrl}/Authorize`, { method: 'POST', body: '{}' });
      const { printed } = await control('journal');
      expect(printed.map((line) => JSON.parse(line).flinksCode)).toEqual(['RETRY_LATER']);
      expect((await control('trigger', 'recovery')).code).toBe(0);
      stopping.abort();
    });
  });

  async function collect(args: readonly string[], stopping: AbortSignal): Promise<readonly string[]> {
    const printed: string[] = [];
    await runCli(args, { print: (line) => printed.push(line), complain: () => undefined, stopping });
    return printed;
  }

  test('the log is readable, and shows no secret', async () => {
    const lines: string[] = [];
    const sandbox = createSandbox({
      clock: createManualClock(),
      onCall: (entry) => lines.push(formatEntry(entry)),
    });
    const page = await openWidget(sandbox, { typo: '1' });
    await page.act('accept');
    await createFlinksClient(sandbox).authorize(login('Greatday', 'Yesterday'));
    expect(lines).toEqual([
      '12:00:00  POST GenerateAuthorizeToken  200',
      '12:00:00  widget  No page of Flinks and no public code uses the parameter "typo"., APP_MOUNTED, COMPONENT_LOAD_CONSENT',
      '12:00:00  widget  COMPONENT_ACCEPT_CONSENT, COMPONENT_LOAD_INSTITUTION_SELECTOR',
      '12:00:00  POST GenerateAuthorizeToken  200',
      '12:00:00  POST Authorize  401 INVALID_LOGIN',
    ]);
  });
});
