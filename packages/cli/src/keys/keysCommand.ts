import { resolve } from 'node:path';
import { parseEnv } from 'node:util';
import { readText, writeText } from '../common/files.ts';
import { parseOptions } from '../common/parseOptions.ts';
import type { Terminal } from '../common/Terminal.ts';
import { UsageError } from '../common/UsageError.ts';
import { newKey } from './newKey.ts';

/**
 * `flinks-kit keys new`: prints a key, which is all that it prints, so that it can be piped. With `--env FILE` it puts
 * the key first in ENCRYPTION_KEY of that file (older keys follow, separated by commas) and prints no key.
 */
export async function keysCommand(args: readonly string[], { cwd, print }: Terminal): Promise<number> {
  const { values, positionals } = parseOptions(args, { env: { type: 'string' } }, { words: 1 });
  if (positionals.join(' ') !== 'new') throw new UsageError('Write "flinks-kit keys new".');
  const key = newKey();
  if (values.env === undefined) {
    print(key);
    return 0;
  }
  const file = resolve(cwd, values.env);
  await writeText(file, putKeyFirst((await readText(file)) ?? '', key), { secret: true });
  print(
    `A new key is first in ENCRYPTION_KEY of ${values.env}. Keep the older ones until maintain() reports rowsResealed: 0.`,
  );
  return 0;
}

/**
 * The file's text with the key before those that it sets. Throws a `UsageError` where the line has a form that this
 * does not know, such as a value of two lines: to lose an older key is to lose every row that it sealed.
 */
function putKeyFirst(env: string, key: string): string {
  const older = parseEnv(env)['ENCRYPTION_KEY'];
  const added = older ? `${key},` : key;
  const changed = older === undefined ? appendLine(env, `ENCRYPTION_KEY=${added}`) : prefixLast(env, added);
  if (parseEnv(changed)['ENCRYPTION_KEY'] === added + (older ?? '')) return changed;
  throw new UsageError(
    'ENCRYPTION_KEY is written in a form that this command does not change, so nothing was written. ' +
      'Run "flinks-kit keys new" and put the key before the older ones yourself, with a comma between.',
  );
}

function appendLine(text: string, line: string): string {
  return `${text === '' || text.endsWith('\n') ? text : `${text}\n`}${line}\n`;
}

// Of several lines that set it, the last one counts.
function prefixLast(env: string, prefix: string): string {
  const start = [...env.matchAll(/^[ \t]*(?:export[ \t]+)?ENCRYPTION_KEY[ \t]*=[ \t]*['"`]?/gm)].at(-1);
  if (start === undefined) return env;
  const at = start.index + start[0].length;
  return env.slice(0, at) + prefix + env.slice(at);
}
