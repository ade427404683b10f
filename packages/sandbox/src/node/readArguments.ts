import { readFileSync } from 'node:fs';
import { parseArgs } from 'node:util';
import { isRecord } from '@flinks-kit/core';
import * as v from 'valibot';
import { jsonOptions, jsonWebhook } from '../options.ts';
import { scenarios } from '../scenarios/scenarios.ts';
import { parseJson } from '../state/json.ts';
import { describeIssue } from '../validation/describeIssue.ts';
import { firstSentence } from './firstSentence.ts';
import { flags } from './flags.ts';
import { servingOptions } from './servingOptions.ts';
import type { StartSandboxOptions } from './startSandbox.ts';

/** Reads the command line: flags over the configuration file over the defaults. Throws one clear sentence for a mistake. */
export function readArguments(line: readonly string[]): SandboxArguments | 'help' | 'version' {
  const end = line.indexOf('--');
  const values = parse(end === -1 ? line : line.slice(0, end));
  if (values['help'] === true) return 'help';
  if (values['version'] === true) return 'version';
  const options: Record<string, unknown> = { port: defaultPort, ...readConfig(values['config']) };
  for (const { flag, option, kind } of flags) {
    const value = values[flag];
    if (value !== undefined) set(options, option.split('.'), readValue(flag, kind, value));
  }
  const { webhook } = options;
  if (isRecord(webhook)) options['webhook'] = { secret: 'sandbox-webhook-secret', ...webhook };
  const result = v.safeParse(argumentsSchema, options, { abortEarly: true });
  if (!result.success) throw new TypeError(toFlagSentence(result.issues[0]));
  return {
    options: result.output,
    json: values['json'] === true,
    command: end === -1 ? [] : line.slice(end + 1),
  };
}

/** What the command line asks for. */
export interface SandboxArguments {
  readonly options: StartSandboxOptions;
  /** Prints one line of JSON when it is ready; the log goes to the other stream. */
  readonly json: boolean;
  /** A command to run beside the sandbox, and its arguments; empty for none. */
  readonly command: readonly string[];
}

/** What `--help` prints. */
export const usage = `flinks-sandbox: a local Flinks for tests, on two origins.

Usage
  flinks-sandbox [options] [-- COMMAND]     serves until Ctrl+C, or until COMMAND ends
  flinks-sandbox trigger webhook            sends the webhooks of a refresh (--username greatday_nomfa)
  flinks-sandbox trigger needs-user         Authorize is QUESTION_NOT_FOUND from now on
  flinks-sandbox trigger outage             Authorize is RETRY_LATER from now on
  flinks-sandbox trigger recovery           ends both
  flinks-sandbox trigger nightly            runs one nightly refresh
  flinks-sandbox advance 8m                 moves the clock (s, m, h, d)
  flinks-sandbox journal                    prints the last calls
The last seven call a sandbox that was started with --control (--url http://localhost:4174, --control-token TEXT).

Options
${flags.map(({ flag, example = '', help }) => `  ${`--${flag} ${example}`.padEnd(40)} ${help}`).join('\n')}
  ${'--config FILE'.padEnd(40)} a JSON file with these options by their JavaScript names; flags win
  ${'--json'.padEnd(40)} prints one line of JSON when it is ready, and the log to stderr
  ${'--version'.padEnd(40)} prints the version

Scenarios
${scenarios.map(({ name, summary }) => `  ${name.padEnd(26)} ${summary}`).join('\n')}`;

/** Reads flags by their names, or throws one sentence. */
function parse(args: readonly string[]): Readonly<Record<string, unknown>> {
  const takesNothing = ['on', 'off'];
  try {
    return parseArgs({
      args: [...args],
      options: {
        help: { type: 'boolean', short: 'h' },
        version: { type: 'boolean' },
        json: { type: 'boolean' },
        config: { type: 'string' },
        ...Object.fromEntries(
          flags.map(({ flag, kind }) => [
            flag,
            takesNothing.includes(kind)
              ? { type: 'boolean' as const }
              : { type: 'string' as const, multiple: kind === 'list' },
          ]),
        ),
      },
    }).values;
  } catch (error) {
    throw new Error(`${firstSentence(error)}, so ${notStarted}: flinks-sandbox --help lists what it takes.`, {
      cause: error,
    });
  }
}

function readValue(flag: string, kind: (typeof flags)[number]['kind'], value: unknown): unknown {
  switch (kind) {
    case 'on':
      return true;
    case 'off':
      return false;
    case 'number':
      return readNumber(flag, String(value));
    case 'file':
      return readJsonFile(`--${flag}`, String(value));
    case 'text':
    case 'list':
      return value;
  }
}

function readNumber(flag: string, text: string): number {
  const number = text.trim() === '' ? Number.NaN : Number(text);
  if (Number.isFinite(number)) return number;
  throw new Error(`--${flag} is "${text}", which is no number, so ${notStarted}: write one from 0 up.`);
}

function readConfig(path: unknown): Readonly<Record<string, unknown>> {
  if (typeof path !== 'string') return {};
  const config = readJsonFile('--config', path);
  if (isRecord(config)) return config;
  throw new Error(
    `--config ${path} holds no JSON object, so ${notStarted}: write {"scenario": "mfa"}, for example.`,
  );
}

function readJsonFile(flag: string, path: string): unknown {
  let text: string;
  try {
    text = readFileSync(path, 'utf8');
  } catch (cause) {
    throw new Error(`${flag} ${path} cannot be read, so ${notStarted}: check the path.`, { cause });
  }
  const parsed = parseJson(text);
  if (parsed === undefined)
    throw new Error(`${flag} ${path} is not JSON, so ${notStarted}: check its commas and quotes.`);
  return parsed;
}

function set(
  options: Record<string, unknown>,
  [first = '', ...rest]: readonly string[],
  value: unknown,
): void {
  if (rest.length === 0) {
    options[first] = value;
    return;
  }
  const known = options[first];
  const inner: Record<string, unknown> = isRecord(known) ? { ...known } : {};
  set(inner, rest, value);
  options[first] = inner;
}

// The name of the flag where the option has one.
function toFlagSentence(issue: v.BaseIssue<unknown>): string {
  const path = (issue.path ?? []).map(({ key }) => String(key)).join('.');
  const flag = flags.find(({ option }) => option === path)?.flag;
  const sentence = describeIssue(issue, 'option', notStarted);
  return flag === undefined ? sentence : sentence.replace(`The option "${path}"`, `--${flag}`);
}

const argumentsSchema = v.strictObject({
  ...jsonOptions,
  ...servingOptions,
  webhook: v.optional(jsonWebhook),
});

const notStarted = 'the sandbox was not started';
const defaultPort = 4174;
