import { describe, expect, test } from 'vitest';
import type { FreshnessRule } from '../context/FlinksServerOptions.ts';
import { judgeLogin, type LoginFacts, type OtherOwner } from './judgeLogin.ts';

const minute = 60_000;
const skewMs = 2 * minute;
const opened = 1_000 * minute;
const linked = opened + 10 * minute;
const inside = opened + 5 * minute;

const owner: OtherOwner = {
  connectionId: 'owner',
  nightlyRefresh: false,
  nightlyRefreshOffAt: null,
  liveRefreshes: [],
  sessions: [],
  verifiedBy: { refreshAt: opened - 500 * minute, bound: false },
};

const judge = (facts: Partial<LoginFacts>) =>
  judgeLogin({
    rule: 'enforce',
    isKnown: true,
    isVerified: false,
    isBound: false,
    lastRefreshAt: inside,
    session: { openedAt: opened, freshFrom: opened - skewMs, linkedAt: linked },
    others: [],
    wasRefused: false,
    wasWithheld: false,
    isContested: false,
    now: linked,
    skewMs,
    longestRefreshMs: 34 * minute,
    ...facts,
  });

const explained: OtherOwner = { ...owner, nightlyRefresh: true };
const before = opened - 3 * minute;
const later = linked + 3 * minute;
const verified = { status: 'verified' };
const noData = { status: 'unverified', withheld: true };
const shown = { status: 'unverified', withheld: false };
const refused = { status: 'refused', code: 'login-not-fresh' };

type Expected = Record<FreshnessRule, object>;
const same = (outcome: object): Expected => ({ enforce: outcome, webhook: outcome, audit: outcome });

describe('judgeLogin', () => {
  const rows: readonly (readonly [number, string, Partial<LoginFacts>, Expected])[] = [
    [1, 'an unknown login', { isKnown: false }, same({ status: 'refused', code: 'login-unknown' })],
    [1, 'an unknown login that is bound', { isKnown: false, isBound: true }, same({ status: 'refused' })],
    [2, 'a login that this user has verified', { isVerified: true, lastRefreshAt: before }, same(verified)],
    [2, 'the same beside another owner', { isVerified: true, others: [explained] }, same(verified)],
    [3, 'a bound login', { isBound: true, lastRefreshAt: null }, same(verified)],
    [3, 'a bound login beside another owner', { isBound: true, others: [explained] }, same(verified)],
    [
      4,
      'a sign-in before the session',
      { lastRefreshAt: before },
      { enforce: refused, webhook: refused, audit: { ...verified, audit: ['login-not-fresh'] } },
    ],
    [
      4,
      'the same beside another owner',
      { lastRefreshAt: before, others: [owner] },
      { enforce: refused, webhook: refused, audit: verified },
    ],
    [5, 'a sign-in inside the session', {}, { enforce: verified, webhook: noData, audit: verified }],
    [
      6,
      'a joint user',
      { others: [owner] },
      { enforce: { ...verified, audit: ['login-shared'] }, webhook: noData, audit: verified },
    ],
    [
      7,
      'a refresh that another owner may have caused',
      { others: [owner, explained] },
      { enforce: noData, webhook: noData, audit: { ...verified, audit: ['login-unconfirmed'] } },
    ],
    [
      7,
      'a user who was refused lately',
      { others: [owner], wasRefused: true },
      { enforce: noData, webhook: noData, audit: verified },
    ],
    [8, 'an unknown refresh', { lastRefreshAt: null }, { enforce: shown, webhook: noData, audit: shown }],
    [8, 'a later refresh', { lastRefreshAt: later }, { enforce: shown, webhook: noData, audit: shown }],
    [
      9,
      'an unknown refresh beside another owner',
      { lastRefreshAt: null, others: [owner] },
      { enforce: noData, webhook: noData, audit: { ...verified, audit: ['login-unconfirmed'] } },
    ],
    [
      9,
      'a later refresh beside another owner',
      { lastRefreshAt: later, others: [owner] },
      { enforce: noData, webhook: noData, audit: verified },
    ],
  ];
  const rules = ['enforce', 'webhook', 'audit'] as const;

  test.each(
    rows.flatMap(([row, name, facts, expected]) =>
      rules.map((rule) => [row, name, rule, facts, expected] as const),
    ),
  )('row %i, %s, with %s', (row, _name, rule, facts, expected) => {
    expect(judge({ ...facts, rule })).toMatchObject({ row, ...expected[rule] });
  });

  test.each([
    ['the earliest moment of the session', opened - skewMs, 5],
    ['the last moment after the link', linked + skewMs, 5],
    ['one millisecond too early', opened - skewMs - 1, 4],
    ['one millisecond too late', linked + skewMs + 1, 8],
  ])('a refresh at %s is row %#', (_name, lastRefreshAt, row) => {
    expect(judge({ lastRefreshAt }).row).toBe(row);
  });
});

describe('a refresh that another owner may have caused', () => {
  test.each<[string, Partial<OtherOwner>]>([
    ['whose nightly refresh is on', { nightlyRefresh: true }],
    ['whose nightly refresh is unknown', { nightlyRefresh: null }],
    ['whose nightly refresh was switched off during the session', { nightlyRefreshOffAt: opened + 1 }],
    [
      'with a live refresh at that time',
      { liveRefreshes: [{ startedAt: inside - minute, endedAt: inside }] },
    ],
    ['with a live refresh in progress', { liveRefreshes: [{ startedAt: inside - minute, endedAt: null }] }],
    [
      'with an earlier live refresh at that time, and a failed one since',
      {
        liveRefreshes: [
          { startedAt: inside, endedAt: inside },
          { startedAt: linked, endedAt: linked },
        ],
      },
    ],
    [
      'with a widget session open then',
      { sessions: [{ openedAt: inside - minute, closedAt: inside + minute }] },
    ],
    ['verified by that very refresh, bound', { verifiedBy: { refreshAt: inside, bound: true } }],
  ])('by an owner %s is row 7', (_name, change) => {
    expect(judge({ others: [{ ...owner, ...change }] })).toMatchObject({ row: 7, ...noData, contested: [] });
  });

  test.each<[string, Partial<OtherOwner>]>([
    ['whose nightly refresh was switched off before', { nightlyRefreshOffAt: opened - 3 * minute }],
    [
      'with a live refresh at another time',
      { liveRefreshes: [{ startedAt: inside + 3 * minute, endedAt: inside + 4 * minute }] },
    ],
    [
      'with a live refresh that ended long ago',
      { liveRefreshes: [{ startedAt: opened - 60 * minute, endedAt: null }] },
    ],
    [
      'with a widget session that was closed',
      { sessions: [{ openedAt: opened - 60 * minute, closedAt: opened }] },
    ],
  ])('is none by an owner %s: row 6', (_name, change) => {
    expect(judge({ others: [{ ...owner, ...change }] }).row).toBe(6);
  });

  test('rests on the same sign-in as the first link: both lose, unless the first is bound', () => {
    const first = { ...owner, verifiedBy: { refreshAt: inside, bound: false } };
    expect(judge({ others: [first] })).toMatchObject({
      row: 7,
      contested: ['owner'],
      audit: ['login-contested'],
    });
    const bound = { ...first, verifiedBy: { refreshAt: inside, bound: true } };
    expect(judge({ others: [bound] })).toMatchObject({ row: 7, contested: [], audit: ['login-unconfirmed'] });
  });
});

describe('a late link', () => {
  const late = {
    openedAt: opened,
    freshFrom: opened + 105 * minute,
    linkedAt: opened + 120 * minute,
  };
  test.each([
    ['a sign-in of the last 15 minutes', opened + 105 * minute, { row: 5, status: 'verified' }],
    [
      'an older sign-in of the session',
      opened + 104 * minute,
      { row: 4, status: 'refused', code: 'session-expired' },
    ],
    ['a sign-in before the session', before, { row: 4, status: 'refused', code: 'login-not-fresh' }],
  ])('is judged by %s', (_name, lastRefreshAt, expected) => {
    expect(judge({ session: late, lastRefreshAt, now: late.linkedAt })).toMatchObject(expected);
  });
});
