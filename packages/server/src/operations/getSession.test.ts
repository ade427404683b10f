import type { ConnectReport } from '@flinks-kit/core';
import { describe, expect, test } from 'vitest';
import { startTestServer } from '../../test/startTestServer.ts';

describe('getSession', () => {
  test('a session returns its status: open, connected, expired', async () => {
    const { clientOf, clock, sandbox } = startTestServer();
    const client = clientOf('ann');
    const one = await client.openSession({});
    const other = await client.openSession({});
    expect(await client.getSession(one.sessionId ?? '')).toEqual({
      status: 'open',
      expiresAt: one.expiresAt,
    });

    const connection = await client.linkConnection({
      sessionId: one.sessionId,
      ...sandbox.login({ username: 'greatday_nomfa' }),
    });
    clock.advance(2 * 60 * 60_000);
    expect(await client.getSession(other.sessionId ?? '')).toMatchObject({ status: 'open' });
    clock.advance(6 * 60 * 60_000);
    expect(await client.getSession(one.sessionId ?? '')).toEqual({ status: 'connected', connection });
    expect(await client.getSession(other.sessionId ?? '')).toEqual({ status: 'expired' });
  });

  test('a session whose login is being stored is linking', async () => {
    let letGo = (): void => undefined;
    const held = new Promise<void>((resolve) => (letGo = resolve));
    const { clientOf, sandbox } = startTestServer({
      flinks: {
        fetch: async (request) => {
          if (request.url.endsWith('/Authorize')) await held;
          return sandbox.fetch(request);
        },
      },
    });
    const client = clientOf('ann');
    const { sessionId = '' } = await client.openSession({});
    const linked = client.linkConnection({ sessionId, ...sandbox.login({ username: 'greatday_nomfa' }) });
    await expect.poll(() => client.getSession(sessionId)).toEqual({ status: 'linking' });
    letGo();
    const connection = await linked;
    expect(await client.getSession(sessionId)).toEqual({ status: 'connected', connection });
  });

  test('a session whose link was refused returns the code', async () => {
    const { clientOf } = startTestServer();
    const client = clientOf('ann');
    const { sessionId } = await client.openSession({});
    const unknown = { sessionId, loginId: crypto.randomUUID(), accountIds: [] };
    await expect(client.linkConnection(unknown)).rejects.toBeDefined();
    expect(await client.getSession(sessionId ?? '')).toEqual({ status: 'failed', code: 'login-unknown' });
  });

  test('every opening has a token, an id and a nonce of its own', async () => {
    const { clientOf } = startTestServer();
    const client = clientOf('ann');
    const opened = [await client.openSession({}), await client.openSession({})];
    for (const name of ['authorizeToken', 'tag']) {
      const values = opened.map(({ connectUrl }) => new URL(connectUrl).searchParams.get(name));
      expect(new Set(values).size).toBe(2);
    }
    expect(opened[0]?.sessionId).not.toBe(opened[1]?.sessionId);
  });

  test('the last report of a session is emitted to the app', async () => {
    const { clientOf, events } = startTestServer();
    const client = clientOf('ann');
    const { sessionId = '' } = await client.openSession({});
    const report = reportOf(sessionId);
    client.sendReport(sessionId, report);
    await expect.poll(() => events.at(-1)).toMatchObject({ type: 'session-reported', sessionId, report });
  });

  test.each(['Bank \uD83C', 'Bank\u0000', 'x'.repeat(200)])(
    'a report whose institution is %j is kept without it',
    async (institution) => {
      const { clientOf, events } = startTestServer();
      const client = clientOf('ann');
      const { sessionId = '' } = await client.openSession({});
      client.sendReport(sessionId, { ...reportOf(sessionId), institution });
      await expect
        .poll(() => events.at(-1))
        .toMatchObject({ type: 'session-reported', report: { institution: null } });
    },
  );
});

const reportOf = (sessionId: string): ConnectReport => ({
  sessionId,
  startedAt: '2026-01-15T12:00:00.000Z',
  durationMs: 1200,
  end: 'closed',
  stage: 'mfa',
  institution: 'FlinksCapital',
  steps: [{ step: 'APP_MOUNTED', at: 300 }],
  flinksCodes: ['INVALID_PASSWORD'],
  retries: 1,
  mfaTypes: [],
  unknownSteps: [],
  unknownStepsDropped: 0,
});
