import { parseArgs } from 'node:util';
import { findScenario } from '../options.ts';
import { scenarios } from '../scenarios/scenarios.ts';
import type { StartSandboxOptions } from './startSandbox.ts';

/** Reads the command line. Throws one clear sentence for a mistake. */
export function readArguments(line: readonly string[]): SandboxArguments | 'help' {
  const end = line.indexOf('--');
  const { values } = parse(end === -1 ? line : line.slice(0, end));
  if (values.help === true) return 'help';
  const webhook =
    values['webhook-url'] === undefined
      ? undefined
      : { url: readUrl(values['webhook-url']), secret: values['webhook-secret'] ?? 'sandbox-webhook-secret' };
  return {
    port: readCount('port', values.port) ?? defaultPort,
    scenario: values.scenario === undefined ? undefined : findScenario({ scenarios }, values.scenario).name,
    drive: readCount('drive', values.drive),
    seed: values.seed,
    pendingPolls: readCount('pending-polls', values['pending-polls']),
    collectionMs: readCount('collection-ms', values['collection-ms']),
    requireAuthorizeToken: values['no-token'] !== true,
    webhook,
    command: end === -1 ? [] : line.slice(end + 1),
  };
}

/** What the command line asks for. */
export interface SandboxArguments extends StartSandboxOptions {
  /** A command to run beside the sandbox, and its arguments; empty for none. */
  readonly command: readonly string[];
}

/** What `--help` prints. */
export const usage = `flinks-sandbox: a stand-in of Flinks for tests, on two origins.

  --port 4174              of the API; the widget page takes the next one (0: any two that are free)
  --scenario everyday      what the widget plays
  --drive 10               lets the scenario drive, ten times faster than a person
  --seed flinks-kit        the same seed gives the same ids
  --pending-polls 2        how many answers of GetAccountsDetail are 202
  --collection-ms 4000     for how long they are 202, in place of --pending-polls
  --no-token               lets the widget open without an authorizeToken
  --webhook-url URL        where webhooks go
  --webhook-secret TEXT    what they are signed with
  -- COMMAND               runs a command, such as "npm run dev", and ends with it

Scenarios:
${scenarios.map(({ name, summary }) => `  ${name.padEnd(26)} ${summary}`).join('\n')}`;

function parse(args: readonly string[]) {
  try {
    return parseArgs({
      args: [...args],
      options: {
        help: { type: 'boolean', short: 'h' },
        port: { type: 'string' },
        scenario: { type: 'string' },
        drive: { type: 'string' },
        seed: { type: 'string' },
        'pending-polls': { type: 'string' },
        'collection-ms': { type: 'string' },
        'no-token': { type: 'boolean' },
        'webhook-url': { type: 'string' },
        'webhook-secret': { type: 'string' },
      },
    });
  } catch (error) {
    const why = error instanceof Error ? error.message.split('. ')[0] : String(error);
    throw new Error(`${why}, so the sandbox was not started: flinks-sandbox --help lists what it takes.`, {
      cause: error,
    });
  }
}

function readCount(name: string, text: string | undefined): number | undefined {
  if (text === undefined) return undefined;
  const count = Number(text);
  if (text.trim() !== '' && Number.isFinite(count) && count >= 0) return count;
  throw new Error(
    `--${name} is "${text}", which is no number, so the sandbox was not started: give one from 0 up.`,
  );
}

function readUrl(text: string): string {
  if (URL.canParse(text)) return text;
  throw new Error(
    `--webhook-url is "${text}", which is no address, so the sandbox was not started: give one like http://localhost:3000/api/flinks/webhook.`,
  );
}

const defaultPort = 4174;
