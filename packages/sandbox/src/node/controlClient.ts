import { parseArgs } from 'node:util';
import { isRecord } from '@flinks-kit/core';
import { parseJson } from '../state/json.ts';
import { firstSentence } from './firstSentence.ts';

/**
 * Runs a command that calls the control API of a sandbox that is running: `trigger`, `advance`, `journal`. Gives the
 * lines to print; throws one sentence for a mistake.
 */
export async function runControlCommand(args: readonly string[]): Promise<readonly string[]> {
  const { words, values } = parse(args);
  const [command = '', what = ''] = words;
  const extra = words[command === 'journal' ? 1 : 2];
  if (extra !== undefined) {
    throw new Error(
      `"${extra}" belongs to no option, so nothing was done: flinks-sandbox --help lists what it takes.`,
    );
  }
  const call = (method: string, path: string, body?: unknown) => send(values, method, path, body);
  if (command === 'trigger') {
    const act = Object.hasOwn(triggers, what) ? triggers[what] : undefined;
    if (act === undefined) {
      throw new Error(`There is no trigger "${what}". Write one of ${Object.keys(triggers).join(', ')}.`);
    }
    await act(call, values.username ?? 'greatday_nomfa');
    return [`Done: ${what}.`];
  }
  if (command === 'advance') {
    const { now } = await call('POST', '/clock', { advanceMs: readDuration(what) });
    return [`The sandbox's clock is at ${String(now)}.`];
  }
  const { entries } = await call('GET', '/journal');
  return (Array.isArray(entries) ? entries : []).map((entry) => JSON.stringify(entry));
}

/** The commands of the control API. */
export const controlCommands: ReadonlySet<string> = new Set(['trigger', 'advance', 'journal']);

type Call = (method: string, path: string, body?: unknown) => Promise<Readonly<Record<string, unknown>>>;

const triggers: Readonly<Record<string, (call: Call, username: string) => Promise<unknown>>> = {
  webhook: (call, username) => call('POST', '/webhooks/trigger', { username }),
  'needs-user': (call) => call('POST', '/faults', failingAuthorize('QUESTION_NOT_FOUND')),
  outage: (call) => call('POST', '/faults', failingAuthorize('RETRY_LATER')),
  recovery: (call) => call('DELETE', '/faults'),
  nightly: (call) => call('POST', '/nightly-refresh'),
};

function failingAuthorize(flinksCode: string) {
  return { kind: 'code', flinksCode, endpoint: 'Authorize' };
}

function parse(args: readonly string[]) {
  try {
    const { positionals, values } = parseArgs({
      args: [...args],
      allowPositionals: true,
      options: {
        url: { type: 'string' },
        'control-token': { type: 'string' },
        username: { type: 'string' },
      },
    });
    return { words: positionals, values };
  } catch (error) {
    throw new Error(
      `${firstSentence(error)}, so nothing was done: flinks-sandbox --help lists what it takes.`,
      {
        cause: error,
      },
    );
  }
}

async function send(
  { url = 'http://localhost:4174', 'control-token': token }: ReturnType<typeof parse>['values'],
  method: string,
  path: string,
  body?: unknown,
): Promise<Readonly<Record<string, unknown>>> {
  const address = new URL(`/sandbox${path}`, url);
  const response = await fetch(address, {
    method,
    headers: {
      'content-type': 'application/json',
      ...(token !== undefined && { authorization: `Bearer ${token}` }),
    },
    ...(method !== 'GET' && { body: JSON.stringify(body ?? {}) }),
  }).catch((cause: unknown) => {
    throw new Error(
      `No sandbox answers at ${address.origin}, so nothing was done: start one with --control, or write its --url.`,
      {
        cause,
      },
    );
  });
  const answer = parseJson(await response.text());
  const reply = isRecord(answer) ? answer : {};
  if (!response.ok) {
    const { Message: sentence } = reply;
    throw new Error(typeof sentence === 'string' ? sentence : `The sandbox answered ${response.status}.`);
  }
  return reply;
}

function readDuration(text: string): number {
  const [, amount = '', unit = ''] = /^(\d+(?:\.\d+)?)(ms|s|m|h|d)$/.exec(text) ?? [];
  const factor = { ms: 1, s: 1000, m: 60_000, h: 3_600_000, d: 86_400_000 }[unit];
  if (factor !== undefined) return Number(amount) * factor;
  throw new Error(`"${text}" is no duration, so the clock was not moved: write 30s, 8m, 2h or 7d.`);
}
