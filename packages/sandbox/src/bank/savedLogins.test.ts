import { createManualClock, createSandbox, type Sandbox } from '@flinks-kit/sandbox';
import { describe, expect, test } from 'vitest';
import { createFlinksClient } from '../../test/flinksClient.ts';

const cached = async (sandbox: Sandbox, loginId: string) =>
  (await createFlinksClient(sandbox).authorize({ LoginId: loginId, MostRecentCached: true })).body;

describe('a sandbox that is started again', () => {
  test('knows its logins by the same ids, as they were left', async () => {
    const clock = createManualClock();
    const before = createSandbox({ clock });
    const quiet = before.login({ username: 'greatday_nomfa' });
    const asking = before.login({ username: 'Greatday', institution: 'SandboxCreditUnion', language: 'fr' });
    for (const { loginId } of [quiet, asking]) {
      const body = { loginId, isActivated: true };
      await createFlinksClient(before).send('PATCH', '/SetScheduledRefresh', body);
    }
    clock.advance(3_600_000);
    before.refreshNightly();
    const saved = JSON.stringify(before.logins());
    expect(saved, 'no id of Flinks is written down').not.toContain(quiet.loginId);

    const after = createSandbox({ clock, logins: JSON.parse(saved) });
    expect(after.logins()).toEqual(before.logins());
    expect((await cached(after, quiet.loginId))['Login']).toMatchObject({
      Id: quiet.loginId,
      LastRefresh: expect.stringMatching(/^2026-01-15T13:00:00/),
      IsScheduledRefresh: true,
    });
    expect((await cached(after, asking.loginId))['FlinksCode']).toBe('QUESTION_NOT_FOUND');
    expect(after.login({ username: 'greatday_nomfa' })).toEqual(quiet);
  });

  test('gives no conversation the id of one of before', async () => {
    const clock = createManualClock();
    const before = createSandbox({ clock });
    const { loginId } = before.login({ username: 'greatday_nomfa' });
    const first = await cached(before, loginId);
    clock.advance(1);

    const after = createSandbox({ clock, logins: before.logins() });
    expect((await cached(after, loginId))['RequestId']).not.toBe(first['RequestId']);
  });

  test('refuses a login of an unknown user', () => {
    const sandbox = createSandbox();
    sandbox.login({ username: 'greatday_nomfa' });
    const logins = sandbox.logins().map((login) => ({ ...login, username: 'absent' }));
    expect(() => createSandbox({ logins })).toThrow(/no test user called "absent"/);
  });
});
