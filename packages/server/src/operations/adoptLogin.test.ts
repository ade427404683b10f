import { clientHeader } from '@flinks-kit/core';
import { describe, expect, test } from 'vitest';
import { killAfterWrites } from '../../test/killAfterWrites.ts';
import { startTestServer, testOrigin } from '../../test/startTestServer.ts';
import { adoptLogins, createMemoryStore, type LoginToAdopt } from '../index.ts';

const day = 24 * 60 * 60_000;

/** A login that another integration made a month ago. */
function startWithOldLogin(options: Parameters<typeof startTestServer>[0] = {}) {
  const server = startTestServer({ ...options, sandbox: { pendingPolls: 0, ...options.sandbox } });
  const { loginId, accountIds } = server.sandbox.login({ username: 'greatday_nomfa' });
  server.clock.advance(30 * day);
  const adopt = (user: string, more: Partial<LoginToAdopt> = {}) =>
    server.flinks.forUser(user).adoptLogin({ loginId, language: 'en', ...more });
  return { ...server, loginId, accountIds, adopt };
}

describe('adoptLogin', () => {
  test('makes a verified connection of an old login, with accounts and EFT instructions, and audits it', async () => {
    const { flinks, clientOf, sandbox, audit, adopt } = startWithOldLogin();
    const connection = await adopt('ann');
    expect(connection).toMatchObject({ verification: 'verified', health: { status: 'pending' } });
    const { accounts } = await clientOf('ann').getAccounts(connection.id);
    expect(accounts).toHaveLength(9);
    const chequing = accounts.find(({ title }) => title === 'Chequing CAD')?.id ?? '';
    const instruction = { connectionId: connection.id, accountId: chequing };
    expect(await flinks.forUser('ann').getEftInstruction(instruction)).toMatchObject({
      accountNumber: '1111000',
    });
    expect(audit.filter(({ action }) => action === 'login-adopted')).toMatchObject([
      { userId: 'ann', connectionId: connection.id },
    ]);
    const asked = sandbox.journal.calls('Authorize').map(({ request }) => Object(request).MostRecentCached);
    expect(new Set(asked)).toEqual(new Set([true]));
  });

  test('gives no EFT instruction of an asked age where Flinks gives no time', async () => {
    const { clock, sandbox } = startTestServer({ sandbox: { pendingPolls: 0 } });
    const { flinks } = startTestServer({
      beside: { clock, sandbox },
      flinks: {
        fetch: async (request) => {
          const answer = await sandbox.fetch(request);
          return new Response(
            (await answer.text()).replace(/"LastRefresh":"[^"]*"/, '"LastRefresh":null'),
            answer,
          );
        },
      },
    });
    const user = flinks.forUser('ann');
    const { loginId } = sandbox.login({ username: 'greatday_nomfa' });
    const { id } = await user.adoptLogin({ loginId, language: 'en' });
    const { accounts, asOf } = await user.getAccounts(id);
    const accountId = accounts.find(({ title }) => title === 'Chequing CAD')?.id ?? '';
    const request = { connectionId: id, accountId };
    expect([asOf, (await user.getEftInstruction(request)).asOf]).toEqual([null, null]);
    await expect(
      user.getEftInstruction({ ...request, maxAgeMs: Number.MAX_SAFE_INTEGER }),
    ).rejects.toMatchObject({ code: 'data-too-old' });
  });

  test('the same again is the same connection, whose selection stays, and Flinks is not asked', async () => {
    const { clientOf, sandbox, audit, accountIds, adopt, loginId } = startWithOldLogin();
    const first = await adopt('ann', { accountIds: accountIds.slice(0, 2) });
    await clientOf('ann').getAccounts(first.id);
    const asked = sandbox.journal.entries().length;
    const again = await adopt('ann', { loginId: loginId.toUpperCase() });
    expect(again.id).toBe(first.id);
    expect((await clientOf('ann').getAccounts(first.id)).accounts).toHaveLength(2);
    expect(sandbox.journal.entries()).toHaveLength(asked);
    expect(audit.filter(({ action }) => action === 'login-adopted')).toHaveLength(1);
  });

  test('another language or other accounts correct an earlier call', async () => {
    const { clientOf, sandbox, audit, accountIds, adopt } = startWithOldLogin();
    const { id } = await adopt('ann', { accountIds: accountIds.slice(0, 2), language: 'fr' });
    await clientOf('ann').getAccounts(id);
    const corrected = await adopt('ann', { accountIds: accountIds.slice(1, 4), language: 'en' });
    expect(corrected).toMatchObject({ id, health: { status: 'pending' } });
    const { accounts } = await clientOf('ann').getAccounts(id);
    expect(accounts.map((account) => account.id)).toEqual(accountIds.slice(1, 4));
    const languages = sandbox.journal.calls('Authorize').map(({ request }) => Object(request).Language);
    expect([languages[0], languages.at(-1)]).toEqual(['fr', 'en']);
    expect(audit.filter(({ action }) => action === 'login-adopted')).toHaveLength(2);
    const asked = sandbox.journal.entries().length;
    await adopt('ann', { accountIds: accountIds.slice(1, 4).toReversed() });
    expect(sandbox.journal.entries()).toHaveLength(asked);
  });

  test('the accounts that the user chose since stay, whatever a later call gives', async () => {
    const { clientOf, clock, loginId, accountIds, adopt } = startWithOldLogin();
    const client = clientOf('ann');
    const { id } = await adopt('ann', { accountIds: accountIds.slice(0, 2) });
    const { sessionId } = await client.openSession({ connectionId: id, chooseAccounts: true });
    clock.advance(60_000);
    await client.linkConnection({ sessionId, loginId, accountIds: accountIds.slice(0, 1) });
    await adopt('ann', { accountIds: accountIds.slice(0, 4), language: 'fr' });
    const { accounts } = await client.getAccounts(id);
    expect(accounts.map((account) => account.id)).toEqual(accountIds.slice(0, 1));
  });

  test('the accounts that the user chose before stay where the app gives none, also of an unverified login', async () => {
    const { clientOf, adopt, clock, sandbox } = startWithOldLogin({
      server: { freshness: 'webhook', webhook: { secrets: ['a-secret-of-the-test'] } },
    });
    const client = clientOf('ann');
    const { sessionId } = await client.openSession({});
    const { loginId, accountIds } = sandbox.login({ username: 'greatday_nomfa' });
    const chosen = accountIds.slice(0, 2);
    const { id, verification } = await client.linkConnection({ sessionId, loginId, accountIds: chosen });
    expect(verification).toBe('unverified');
    clock.advance(day / 2);
    expect(await adopt('ann', { loginId })).toMatchObject({ id, verification: 'verified' });
    const { accounts } = await client.getAccounts(id);
    expect(accounts.map((account) => account.id)).toEqual(chosen);
  });

  test.each<[string, Partial<LoginToAdopt> | null]>([
    ['a first call', null],
    ['a call with other accounts', { language: 'fr' }],
  ])('%s that breaks off is finished by the next', async (_name, earlier) => {
    let finished = 0;
    for (let writes = 0; writes < 12; writes += 1) {
      const store = createMemoryStore();
      const server = startWithOldLogin({ server: { store } });
      const { adopt, clientOf, loginId, accountIds, audit } = server;
      if (earlier !== null) {
        const { id } = await adopt('ann', { accountIds: accountIds.slice(0, 2), ...earlier });
        await clientOf('ann').getAccounts(id);
      }
      const given = { language: 'en' as const, accountIds: accountIds.slice(1, 4) };
      const dying = startTestServer({ beside: server, server: { store: killAfterWrites(store, writes) } });
      const broken = dying.flinks.forUser('ann').adoptLogin({ loginId, ...given });
      finished += await broken.then(
        () => 1,
        () => 0,
      );
      const { id } = await adopt('ann', given);
      const { accounts } = await clientOf('ann').getAccounts(id);
      const ids = accounts.map((account) => account.id);
      expect({ writes, ids }).toEqual({ writes, ids: given.accountIds });
      const adopted = [...audit, ...dying.audit].filter(({ action }) => action === 'login-adopted');
      expect(adopted.length).toBeGreaterThan(earlier === null ? 0 : 1);
    }
    expect(finished).toBeGreaterThan(0);
  });

  test.each<[string, Partial<LoginToAdopt>, string]>([
    ['an id that is no GUID', { loginId: 'abc' }, 'request-invalid'],
    ['a login that Flinks does not know', { loginId: crypto.randomUUID() }, 'login-unknown'],
    ['an empty list of accounts', { accountIds: [] }, 'selection-empty'],
  ])('%s is refused, and nothing is stored', async (_name, more, code) => {
    const { clientOf, adopt } = startWithOldLogin();
    await expect(adopt('ann', more)).rejects.toMatchObject({ code });
    expect(await clientOf('ann').listConnections()).toEqual([]);
  });

  test.each(['cut', 'throttle'] as const)(
    'a Flinks that gives no answer about the login is refused, and may be asked again: %s',
    async (kind) => {
      const { sandbox, adopt } = startWithOldLogin();
      sandbox.faults.add({ kind, endpoint: 'Authorize', times: 1 });
      await expect(adopt('ann')).rejects.toMatchObject({ code: 'unavailable', retry: true });
      expect(await adopt('ann')).toMatchObject({ verification: 'verified' });
    },
  );

  test('a login that another user has is audited as shared, and refused where the app allows one user', async () => {
    const { adopt, audit } = startWithOldLogin();
    await adopt('ann');
    expect(await adopt('bob')).toMatchObject({ verification: 'verified' });
    expect(audit).toContainEqual(expect.objectContaining({ userId: 'bob', action: 'login-shared' }));
    const strict = startWithOldLogin({ server: { onSharedLogin: 'deny' } });
    await strict.adopt('ann');
    await expect(strict.adopt('bob')).rejects.toMatchObject({ code: 'login-shared' });
  });

  test('another user who links the adopted login later sees nothing, and takes nothing from its owner', async () => {
    const { adopt, clientOf, clock, loginId, accountIds } = startWithOldLogin();
    const thief = clientOf('mallory');
    const { sessionId } = await thief.openSession({});
    const early = await thief
      .linkConnection({ sessionId, loginId, accountIds })
      .catch((error: unknown) => error);
    expect(early).toMatchObject({ code: 'login-not-fresh' });
    const { id } = await adopt('ann');
    const later = await thief.openSession({});
    clock.advance(60_000);
    await clientOf('ann').refreshConnection(id);
    const unconfirmed = await thief.linkConnection({ sessionId: later.sessionId, loginId, accountIds });
    await expect(thief.getAccounts(unconfirmed.id)).rejects.toMatchObject({ code: 'login-unconfirmed' });
    expect(await clientOf('ann').getConnection(id)).toMatchObject({ verification: 'verified' });
  });

  test('an adopted login is deleted as any other', async () => {
    const { adopt, clientOf, sandbox } = startWithOldLogin();
    const { id } = await adopt('ann');
    expect(await clientOf('ann').deleteConnection(id)).toEqual({ status: 'deleted' });
    expect(sandbox.logins()).toEqual([]);
    await expect(adopt('ann')).rejects.toMatchObject({ code: 'login-unknown' });
  });

  test('no route adopts a login', async () => {
    const { flinks, clientOf, loginId } = startWithOldLogin();
    const post = (path: string) =>
      flinks.handler(
        new Request(`${testOrigin}/api/flinks${path}`, {
          method: 'POST',
          headers: { 'content-type': 'application/json', [clientHeader]: '1', 'x-test-user': 'ann' },
          body: JSON.stringify({ loginId, language: 'en', accountIds: [] }),
        }),
      );
    for (const path of ['/connections', '/connections/adopt', '/logins', '/adopt-login', '/adoptLogin']) {
      expect((await post(path)).status).toBeGreaterThanOrEqual(400);
    }
    expect(await clientOf('ann').listConnections()).toEqual([]);
  });
});

describe('adoptLogins', () => {
  test('adopts many, one outcome for each in order; one that is refused stops no other', async () => {
    const { flinks, sandbox, clock } = startTestServer({ server: { rateLimit: () => true } });
    const logins = Array.from({ length: 6 }, (_none, index) => ({
      userId: `user-${index}`,
      loginId:
        index === 2
          ? crypto.randomUUID()
          : sandbox.login({ username: ['greatday_nomfa', 'Greatday'][index % 2] ?? '' }).loginId,
      language: 'en' as const,
    }));
    clock.advance(30 * day);
    const run = async () => {
      const outcomes = [];
      for await (const outcome of adoptLogins(flinks, logins)) outcomes.push(outcome);
      return outcomes;
    };
    const first = await run();
    expect(first.map(({ userId, status }) => `${userId} ${status}`)).toEqual(
      logins.map(({ userId }, index) => `${userId} ${index === 2 ? 'refused' : 'adopted'}`),
    );
    expect(first[2]).toMatchObject({ error: { code: 'login-unknown' } });
    expect(JSON.stringify(first)).not.toContain(logins[0]?.loginId);
    const asked = sandbox.journal.calls('Authorize').length;
    const again = await run();
    expect(again.map((outcome) => 'connection' in outcome && outcome.connection.id)).toEqual(
      first.map((outcome) => 'connection' in outcome && outcome.connection.id),
    );
    expect(sandbox.journal.calls('Authorize')).toHaveLength(asked + 1);
  });

  test('reports a login whose adoption broke off, and continues with the others', async () => {
    const store = createMemoryStore();
    const lost = new Error('The connection to the database was lost.');
    let isDown = false;
    const { flinks, sandbox } = startTestServer({
      server: {
        rateLimit: () => true,
        store: { ...store, insert: (row) => (isDown ? Promise.reject(lost) : store.insert(row)) },
      },
    });
    const outcomes = [];
    const logins = Array.from({ length: 6 }, (_none, index) => ({
      userId: `user-${index}`,
      loginId: sandbox.login({ username: index % 2 ? 'Greatday' : 'greatday_nomfa' }).loginId,
      language: 'en' as const,
    }));
    function* readLogins() {
      for (const [index, login] of logins.entries()) {
        isDown = index < 4;
        yield login;
      }
      isDown = false;
    }
    isDown = true;
    for await (const outcome of adoptLogins(flinks, readLogins())) outcomes.push(outcome);
    expect(outcomes.map(({ status }) => status)).toEqual([...Array(4).fill('failed'), 'adopted', 'adopted']);
    expect(outcomes[0]).toMatchObject({ userId: 'user-0', error: lost });
  });
});
