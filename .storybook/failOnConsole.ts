import { spyOn } from 'storybook/test';

/**
 * A story that writes an error or a warning to the console fails: React's warnings, a failed request, a sentence of
 * ours for developers. Begins to listen, for `failOnConsole` to judge; the answer ends it.
 */
export function watchConsole(): () => void {
  listening = listen();
  return () => listening.forEach((method) => method.mockRestore());
}

/** Throws when the console was written to since `watchConsole`. */
export function failOnConsole(): void {
  const lines = listening.flatMap((method) => method.mock.calls.map((words) => words.join(' ')));
  if (lines.length === 0) return;
  throw new Error(`The story wrote to the console, which a story must not:\n${lines.join('\n')}`);
}

const listen = () => (['error', 'warn'] as const).map((method) => spyOn(console, method));
let listening: ReturnType<typeof listen> = [];
