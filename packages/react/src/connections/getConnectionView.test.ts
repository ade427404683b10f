import type { Connection, ConnectionHealth } from '@flinks-kit/core';
import { knownFlinksCodes } from '@flinks-kit/core/wire';
import { describe, expect, it } from 'vitest';
import { sampleConnection, sampleNow } from '../../test/sampleConnection.ts';
import { getConnectionView } from './getConnectionView.ts';

const minute = 60_000;
const actionOf = (
  status: ConnectionHealth['status'],
  flinksCode: string | null,
  more: Partial<Connection> = {},
) => getConnectionView(sampleConnection({ health: { status, flinksCode }, ...more }), sampleNow).action;

describe('getConnectionView', () => {
  it.each([
    ['ok', null, 'refresh'],
    ['pending', null, 'none'],
    ['deleting', null, 'none'],
    ['unavailable', 'RETRY_LATER', 'refresh'],
    ['unavailable', null, 'refresh'],
    ['needs-user', null, 'reconnect'],
    ['needs-user', 'QUESTION_NOT_FOUND', 'reconnect'],
    ['needs-user', 'INVALID_PASSWORD', 'reconnect'],
    ['needs-user', 'UNAUTHORIZED', 'reconnect'],
    ['needs-user', 'DISABLED_LOGIN', 'reconnect-after-bank'],
    ['needs-user', 'NEW_ACCOUNT', 'reconnect-after-bank'],
    ['needs-user', 'INVALID_REQUEST', 'none'],
    ['needs-user', 'SOMETHING_NEW', 'reconnect'],
  ] as const)('%s with %s has the action %s', (status, flinksCode, action) => {
    expect(actionOf(status, flinksCode)).toBe(action);
  });

  it.each(knownFlinksCodes)(
    'has an action for %s, except where only the app can correct a mistake',
    (code) => {
      const ways = [actionOf('needs-user', code), actionOf('unavailable', code)];
      const ours = ['ACCESS_DENIED', 'INVALID_REQUEST', 'METHOD_NOT_AVAILABLE'].includes(code);
      expect(ways.includes('none')).toBe(ours);
    },
  );

  it('offers a refresh after the cooldown, with the time of its end', () => {
    const refreshableAt = sampleNow + 5 * minute;
    const connection = sampleConnection({ refreshableAt: new Date(refreshableAt).toISOString() });
    expect(getConnectionView(connection, sampleNow)).toMatchObject({ action: 'later', waitMs: 5 * minute });
    expect(getConnectionView(connection, refreshableAt)).toMatchObject({
      action: 'refresh',
      waitMs: 0,
    });
    expect(actionOf('needs-user', null, { refreshableAt: connection.refreshableAt })).toBe('reconnect');
  });

  it.each([
    [sampleNow, 0],
    [sampleNow + 3 * 24 * 60 * minute, 3],
    [sampleNow - 24 * 60 * minute, 0],
  ])('counts whole days, none below zero', (now, daysOld) => {
    expect(getConnectionView(sampleConnection(), now).daysOld).toBe(daysOld);
  });

  it('has no age without a date', () => {
    expect(getConnectionView(sampleConnection({ lastRefreshAt: null }), sampleNow).daysOld).toBeNull();
    expect(getConnectionView(sampleConnection({ lastRefreshAt: 'never' }), sampleNow).daysOld).toBeNull();
  });
});
