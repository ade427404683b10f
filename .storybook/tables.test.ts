import { readFileSync } from 'node:fs';
import {
  type ConnectReport,
  type ConnectSession,
  describeFlinksCode,
  type EndedSession,
  idleSession,
  isLive,
  reduceSession,
  type SessionAction,
} from '@flinks-kit/core';
import { knownFlinksCodes, knownSteps } from '@flinks-kit/core/wire';
import { fakeConnection } from '@flinks-kit/react/testing';
import { scenarios } from '@flinks-kit/sandbox';
import { defaultTiming } from '@flinks-kit/server';
import { describe, expect, test } from 'vitest';

const read = (page: string): string => readFileSync(`docs/${page}`, 'utf8');

describe('docs/guides/flinks-codes.md', () => {
  test('has a row for every known code: the words of the widget, and the scenario that meets it', () => {
    const rows = knownFlinksCodes.map((code) => {
      const named = code === 'OPERATION_PENDING' ? 'slow-bank' : code.toLowerCase().replaceAll('_', '-');
      const scenario = scenarios.some(({ name }) => name === named) ? `\`${named}\`` : '–';
      const { title, who, retry } = describeFlinksCode(code, { source: 'widget', locale: 'en' });
      return `| \`${code}\` | ${who} | ${retry} | ${title} | ${scenario} |`;
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

  test('has every transition of the reducer in its table, and in its diagram those of a live session', () => {
    const moves = findTransitions();
    const inTable = [...transitions.matchAll(/^\| `(\w+)` \| `(\w+)` \|/gm)];
    expect(inTable.map(([, from, to]) => `${from} ${to}`).toSorted()).toEqual([...moves.keys()].toSorted());

    const live = [...moves]
      .filter(([, from]) => from.status === 'idle' || isLive(from))
      .map(([move]) => move);
    const drawn = [...before.matchAll(/^ {2}(\w+) --> (\w+)/gm)].map(([, from, to]) => `${from} ${to}`);
    expect(drawn.toSorted()).toEqual(live.toSorted());
  });

  test('has the stage after each step', () => {
    const rows = [...stageTable.matchAll(/^\| `([\w-]+)` \| (.+) \|/gm)];
    const written = rows.flatMap(([, stage, steps = '']) =>
      steps.split(', ').map((step) => [step.slice(1, -1), stage]),
    );
    expect(new Map(written.map(([step, stage]) => [step, stage]))).toEqual(findStages());
  });
});

/** Each change of status, with the session that it starts from: every action on every session that actions lead to. */
function findTransitions(): ReadonlyMap<string, ConnectSession> {
  const moves = new Map<string, ConnectSession>();
  const sessions = new Map<string, ConnectSession>([['idle', idleSession]]);
  // A map iterates what is added on the way.
  for (const [status, session] of sessions) {
    for (const action of actions) {
      const next = reduceSession(session, action);
      // The reducer ends any live session as the action demands; the engine connects only what it links.
      const isUnlinked = next.status === 'connected' && status !== 'linking';
      if (next.status === status || isUnlinked) continue;
      moves.set(`${status} ${next.status}`, session);
      if (!sessions.has(next.status)) sessions.set(next.status, next);
    }
  }
  return moves;
}

function findStages(): ReadonlyMap<string, string> {
  const loading = reduceSession(reduceSession(idleSession, open), { type: 'load' });
  const stages = new Map<string, string>();
  for (const step of knownSteps) {
    const session = reduceSession(loading, { type: 'message', event: { kind: 'step', step } });
    if (session.status === 'active' && session.stage !== null) stages.set(step, session.stage);
  }
  return stages;
}

const open: SessionAction = { type: 'open', offline: false };
const report: ConnectReport = {
  sessionId: null,
  startedAt: '2026-01-05T15:00:00.000Z',
  durationMs: 0,
  end: null,
  stage: null,
  institution: null,
  steps: [],
  flinksCodes: [],
  retries: 0,
  mfaTypes: [],
  unknownSteps: [],
  unknownStepsDropped: 0,
};
const ends: readonly EndedSession[] = [
  { status: 'connected', connection: fakeConnection(), report },
  { status: 'exited', reason: 'closed', report },
  { status: 'failed', error: { code: 'link-refused', retry: true }, report },
];
const actions: readonly SessionAction[] = [
  open,
  { type: 'resume', offline: false },
  { type: 'reload', offline: false },
  { type: 'load' },
  { type: 'message', event: { kind: 'step', step: 'APP_MOUNTED' } },
  { type: 'message', event: { kind: 'redirect' } },
  ...ends.map((ended) => ({ type: 'end', ended }) as const),
  { type: 'reset' },
];

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
