import { styleText } from 'node:util';
import { structuredPatch } from 'diff';
import type { Change } from './planChanges.ts';

/** One change for a terminal: a new file by its name, an edited one with its lines, a secret one with its names only. */
export function showChange({ file, before, after, isSecret }: Change): string {
  if (before === null) return `${styleText('green', '+')} ${file}`;
  const { hunks } = structuredPatch(file, file, before, after, '', '', { context: 1 });
  const lines = hunks.flatMap(({ lines: changed }) => changed).filter((line) => !line.startsWith('\\'));
  return [
    `${styleText('yellow', '~')} ${file}`,
    ...lines.map((line) => `    ${colour(isSecret ? hideValue(line) : line)}`),
  ].join('\n');
}

const hideValue = (line: string): string => line.replace(/^(.\s*(?:export\s+)?[\w.]+\s*=).*/, '$1…');

function colour(line: string): string {
  if (line.startsWith('+')) return styleText('green', line);
  return line.startsWith('-') ? styleText('red', line) : line;
}
