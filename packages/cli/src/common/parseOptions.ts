import { parseArgs, type ParseArgsConfig } from 'node:util';
import { UsageError } from './UsageError.ts';

/**
 * Reads a command's options and at most so many words beside them. Throws a `UsageError` for an option that the command
 * does not have, and for a word too many: it may be a forgotten flag's.
 */
export function parseOptions<Options extends NonNullable<ParseArgsConfig['options']>>(
  args: readonly string[],
  options: Options,
  { words = 0 } = {},
) {
  let parsed;
  try {
    parsed = parseArgs({ args: [...args], options, allowPositionals: true, allowNegative: true });
  } catch (error) {
    // Node adds a hint for positionals that begin with a dash: the first sentence is enough.
    const message = error instanceof Error ? error.message : String(error);
    throw new UsageError(`${message.split(/\.\s/)[0] ?? message}.`);
  }
  const extra = parsed.positionals[words];
  if (extra === undefined) return parsed;
  throw new UsageError(`"${extra}" belongs to no option.`);
}
