/**
 * A story that writes an error or a warning to the console fails: React's warnings, a failed request, a sentence of
 * ours for developers. Begins to listen, for `failOnConsole` to judge; the answer ends it.
 */
export function watchConsole(): () => void {
  lines.length = 0;
  const { error, warn } = console;
  console.error = (...words: unknown[]) => {
    lines.push(`error: ${sentence(words)}`);
    error(...words);
  };
  console.warn = (...words: unknown[]) => {
    lines.push(`warning: ${sentence(words)}`);
    warn(...words);
  };
  return () => Object.assign(console, { error, warn });
}

/** Throws when the console was written to since `watchConsole`. */
export function failOnConsole(): void {
  if (lines.length === 0) return;
  throw new Error(`The story wrote to the console, which a story must not:\n${lines.join('\n')}`);
}

const lines: string[] = [];

function sentence(words: readonly unknown[]): string {
  const [form, ...values] = words.map(String);
  return values.reduce((text, value) => text.replace('%s', () => value), form ?? '');
}
