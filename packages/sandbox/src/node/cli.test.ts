import { createServer } from 'node:http';
import { describe, expect, test } from 'vitest';
import { createSandbox } from '../createSandbox.ts';
import { createManualClock } from '@flinks-kit/core';
import { createFlinksClient, login } from '../../test/flinksClient.ts';
import { openWidget } from '../../test/widgetPage.ts';
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

describe('a mistake is one sentence, and the exit code is 1', () => {
  test.each([
    [['--scenaro', 'mfa'], /^Unknown option '--scenaro', so the sandbox was not started: .+--help/],
    [['--scenario', 'mfaa'], /^The sandbox has no scenario called "mfaa".+ mfa,/],
    [['--port', 'here'], /^--port is "here", which is no number/],
    [['--webhook-url', 'here'], /^--webhook-url is "here", which is no address/],
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
    port: 4174,
    scenario: 'mfa',
    drive: 10,
    requireAuthorizeToken: false,
    webhook: { url: 'http://localhost:3000/', secret: 'sandbox-webhook-secret' },
  });
});

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
