import { getDotPath, safeParse } from 'valibot';
import { describeInput, optionsError } from '../common/optionsError.ts';
import { buildSessionUrl, type SessionParameters } from './buildSessionUrl.ts';
import type { FlinksServerOptions } from './FlinksServerOptions.ts';
import { serverOptionsSchema, whatToWrite } from './optionsSchema.ts';

/**
 * Checks every option of `createFlinksServer` at its start, so that none becomes a 500 for a user later. Throws a
 * `FlinksKitError` (`options-invalid`) that names each wrong option and what to write instead; it holds no value.
 */
export function checkOptions(options: FlinksServerOptions<never>): void {
  const parsed = safeParse(serverOptionsSchema, options);
  if (!parsed.success) {
    const sentences = parsed.issues.map((issue) => toSentence(getDotPath(issue) ?? '', issue));
    throw optionsError('createFlinksServer', [...new Set(sentences)]);
  }
  checkConnectParameters(options);
}

function toSentence(path: string, { type, expected, input }: Issue): string {
  const name = path === '' ? 'The argument' : path;
  if (type === 'strict_object' && expected === 'never') {
    return `${name} is no option. ${closest(path)}`;
  }
  return `${name} ${describeInput(input)}. ${lineOf(path)}`;
}

interface Issue {
  readonly type: string;
  readonly expected: string | null;
  readonly input: unknown;
}

/** The line of a path, or of the object that it is a part of. */
function lineOf(path: string): string {
  const own = whatToWrite[path];
  return own ?? lineOf(path.includes('.') ? path.slice(0, path.lastIndexOf('.')) : '');
}

/** Which option was meant, of the same object. */
function closest(path: string): string {
  const parent = path.includes('.') ? path.slice(0, path.lastIndexOf('.') + 1) : '';
  const word = path.slice(parent.length).toLowerCase();
  const names = namesIn(parent).toSorted((one, other) => distance(one, word) - distance(other, word));
  const [nearest] = names;
  if (nearest !== undefined && distance(nearest, word) <= 3) return `Did you mean ${parent}${nearest}?`;
  return `Leave it out. ${lineOf(parent.slice(0, -1))}`;
}

function namesIn(parent: string): readonly string[] {
  let schema: unknown = serverOptionsSchema;
  for (const name of parent.split('.').filter((part) => part !== '')) {
    schema = unwrap(Reflect.get(entriesOf(schema), name));
  }
  return Object.keys(entriesOf(schema));
}

const unwrap = (schema: unknown): unknown =>
  schema instanceof Object ? (Reflect.get(schema, 'wrapped') ?? schema) : schema;

function entriesOf(schema: unknown): object {
  const entries: unknown = schema instanceof Object ? Reflect.get(schema, 'entries') : undefined;
  return entries instanceof Object ? entries : {};
}

/** How many characters differ, at the same place or moved by one word: Levenshtein's distance, in any case. */
function distance(name: string, word: string): number {
  let row = Array.from({ length: word.length + 1 }, (_none, index) => index);
  for (const [at, character] of name.toLowerCase().split('').entries()) {
    const next = [at + 1];
    for (const [index, other] of word.split('').entries()) {
      const changed = (row[index] ?? 0) + (character === other ? 0 : 1);
      next.push(Math.min(changed, (row[index + 1] ?? 0) + 1, (next[index] ?? 0) + 1));
    }
    row = next;
  }
  return row.at(-1) ?? 0;
}

/** Builds the address of every kind of session once: parameters that can't work together are refused here. */
function checkConnectParameters({ connect, flinks }: FlinksServerOptions<never>): void {
  const {
    url = `https://${flinks.instance}-iframe.private.fin.ag/v2/`,
    parameters = {},
    redirect,
  } = connect ?? {};
  const own: SessionParameters = {
    authorizeToken: 'token',
    tag: 'tag',
    language: 'en',
    redirectUrl: redirect === undefined ? undefined : `${redirect.publicUrl}/return/state`,
  };
  const kinds: readonly SessionParameters[] = [
    own,
    { ...own, institution: '1' },
    { ...own, institution: '1', accountSelectorEnable: true },
    { ...own, requestId: 'id', resumeSelectedAccounts: ['id'] },
  ];
  for (const kind of kinds) {
    try {
      buildSessionUrl(url, parameters, kind);
    } catch (error) {
      throw optionsError('createFlinksServer', [
        `connect.parameters: ${error instanceof Error ? error.message : 'The address cannot be built.'}`,
      ]);
    }
  }
}
