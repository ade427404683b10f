import { readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import {
  judgeLogin,
  type LoginFacts,
  type LoginVerdict,
  type OtherOwner,
} from '../../src/connections/judgeLogin.ts';

const page = readFileSync(new URL('../../../../docs/server/login-rules.md', import.meta.url), 'utf8');
const written = new Map(
  [...page.matchAll(/^\| (\d) \| [^|]+ \| ([^|]+) \| ([^|]+) \| ([^|]+) \|$/gm)].map(([, row, ...cells]) => [
    Number(row),
    cells.map((cell) => cell.replaceAll('`', '')),
  ]),
);

const minute = 60_000;
const opened = 1_000 * minute;
const linked = opened + 10 * minute;
const other: OtherOwner = {
  connectionId: 'other',
  nightlyRefresh: false,
  nightlyRefreshOffAt: null,
  liveRefreshes: [],
  sessions: [],
  verifiedBy: { refreshAt: null, bound: false },
};

/** A login of each row: the facts that differ from a new sign-in without other owners. */
const cases: readonly Partial<LoginFacts>[] = [
  { isKnown: false },
  { isVerified: true },
  { isBound: true },
  { lastRefreshAt: opened - 60 * minute },
  {},
  { others: [other] },
  { others: [{ ...other, nightlyRefresh: true }] },
  { lastRefreshAt: null },
  { lastRefreshAt: null, others: [other] },
];
const rules = ['enforce', 'webhook', 'audit'] as const;

describe('docs/server/login-rules.md', () => {
  test('has nine rows', () => expect(written.size).toBe(cases.length));

  test.each(cases.map((facts, index) => [index + 1, facts] as const))(
    'row %i gives the verdicts of judgeLogin',
    (row, facts) => {
      const verdicts = rules.map((rule) =>
        judgeLogin({
          rule,
          isKnown: true,
          isVerified: false,
          isBound: false,
          lastRefreshAt: linked - minute,
          session: { openedAt: opened, freshFrom: opened - 2 * minute, linkedAt: linked },
          others: [],
          wasRefused: false,
          wasWithheld: false,
          isContested: false,
          now: linked,
          skewMs: 2 * minute,
          longestRefreshMs: 34 * minute,
          ...facts,
        }),
      );
      expect(verdicts.map((verdict) => verdict.row)).toEqual([row, row, row]);
      expect(written.get(row)).toEqual(verdicts.map(inWords));
    },
  );
});

function inWords(verdict: LoginVerdict): string {
  if (verdict.status === 'refused') return verdict.code;
  return verdict.status === 'unverified' && verdict.withheld ? 'unverified, no data' : verdict.status;
}
