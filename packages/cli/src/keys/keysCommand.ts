import { resolve } from 'node:path';
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

function putKeyFirst(env: string, key: string): string {
  const line = /^(ENCRYPTION_KEY=)(['"]?)([^'"\r\n]*)\2[ \t]*$/m;
  const before = env === '' || env.endsWith('\n') ? env : `${env}\n`;
  if (!line.test(env)) return `${before}ENCRYPTION_KEY=${key}\n`;
  return env.replace(line, (_line, name: string, quote: string, keys: string) => {
    const all = keys === '' ? key : `${key},${keys}`;
    return `${name}${quote}${all}${quote}`;
  });
}
