import { beforeAll, expect, test } from 'vitest';
import { exploreSession, type SessionMap, type Status } from './exploreSession.ts';

let map: SessionMap;
beforeAll(async () => {
  map = await exploreSession();
});

const reasons = (from: Status, to: Status) =>
  map.moves.filter((move) => move.from === from && move.to === to).map(({ by }) => by.name);

test('three statuses are ends', () => {
  expect([...map.ends].toSorted()).toEqual(['connected', 'exited', 'failed']);
});

test('there is one way to success', () => {
  expect(map.moves.filter(({ to }) => to === 'connected')).toMatchObject([
    { from: 'linking', by: { name: 'stored' } },
  ]);
  expect(reasons('active', 'linking')).toEqual(['REDIRECT']);
  expect(reasons('linking', 'exited')).toEqual([]);
});

test('an error inside the widget, silence at the bank and a foreign step end nothing', () => {
  const endings = map.moves.filter(({ from, to }) => from === 'active' && map.ends.has(to));
  expect(endings.map(({ by }) => by.name).toSorted()).toEqual([
    'COMPONENT_CLOSE_SESSION',
    'COMPONENT_DENY_CONSENT',
    'MAXIMUM_RETRY_REACHED',
    'REDIRECT without a login',
    'close()',
    'unmount',
  ]);
});

test('a refused token is a new start, and an address that never comes is a failure', () => {
  expect(reasons('active', 'preparing')).toEqual(['retry()', 'TOKEN_INVALID']);
  expect(reasons('preparing', 'failed')).toContain('no address');
  expect(reasons('loading', 'failed')).toContain('a minute of silence');
});

test('each stage is reached by some step', () => {
  expect(new Set(map.stages.values())).toEqual(
    new Set(['consent', 'institution', 'credentials', 'verifying', 'mfa', 'bank-window', 'accounts']),
  );
});
