import { readFileSync } from 'node:fs';
import { describeFlinksCode } from '@flinks-kit/core';
import { knownFlinksCodes } from '@flinks-kit/core/wire';
import { defaultTiming } from '@flinks-kit/server';
import { describe, expect, test } from 'vitest';
import { exploreSession } from './exploreSession.ts';

const read = (page: string): string => readFileSync(`docs/${page}`, 'utf8');

describe('docs/guides/flinks-codes.md', () => {
  test('has a row for every known code, in the words of the widget', () => {
    const rows = knownFlinksCodes.map((code) => {
      const { title, who, retry } = describeFlinksCode(code, { source: 'widget', locale: 'en' });
      return `| \`${code}\` | ${who} | ${retry} | ${title} |`;
    });
    expect(read('guides/flinks-codes.md')).toContain(rows.join('\n'));
  });
});

describe('docs/server/timing.md', () => {
  test('has a row for every duration with its default', () => {
    const rows = read('server/timing.md').matchAll(/^\| `(\w+)` \| ([^|]+) \|/gm);
    const written = [...rows].map(([, name, lasts]) => [name, lasts]);
    const defaults = Object.entries(defaultTiming).map(([name, ms]) => [name, inWords(ms)]);
    expect(written).toEqual(defaults);
  });
});

describe('docs/guides/session-states.md', () => {
  const [before = '', transitions = ''] = read('guides/session-states.md').split('## Every transition');
  const [, stageTable = ''] = before.split('## Stages of');

  test('has every transition of the session in its table, and in its diagram those of a living session', async () => {
    const { moves, ends } = await exploreSession();
    const pairs = new Set(moves.map(({ from, to }) => `${from} ${to}`));
    const inTable = [...transitions.matchAll(/^\| `(\w+)` \| `(\w+)` \|/gm)];
    expect(inTable.map(([, from, to]) => `${from} ${to}`).toSorted()).toEqual([...pairs].toSorted());

    const living = new Set(moves.filter(({ from, to }) => !ends.has(from) && to !== 'idle'));
    const drawn = [...before.matchAll(/^ {2}(\w+) --> (\w+)/gm)].map(([, from, to]) => `${from} ${to}`);
    expect(new Set(drawn)).toEqual(new Set([...living].map(({ from, to }) => `${from} ${to}`)));
  });

  test('has the stage after each step', async () => {
    const { stages } = await exploreSession();
    const rows = [...stageTable.matchAll(/^\| `([\w-]+)` \| (.+) \|/gm)];
    const written = rows.flatMap(([, stage, steps = '']) =>
      steps.split(', ').map((step) => [step.slice(1, -1), stage]),
    );
    expect(new Map(written.map(([step, stage]) => [step, stage]))).toEqual(stages);
  });
});

const units = [
  ['day', 24 * 60 * 60_000],
  ['hour', 60 * 60_000],
  ['minute', 60_000],
  ['second', 1_000],
] as const;

/** In the largest unit that divides it. */
function inWords(milliseconds: number): string {
  const [unit, length] = units.find(([, each]) => milliseconds % each === 0) ?? ['millisecond', 1];
  const count = milliseconds / length;
  return `${count} ${unit}${count === 1 ? '' : 's'}`;
}
