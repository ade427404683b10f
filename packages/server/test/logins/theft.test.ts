import { createHmac } from 'node:crypto';
import type { HttpFlinksClient } from '@flinks-kit/core';
import { describe, expect, test } from 'vitest';
import type { FreshnessRule } from '../../src/index.ts';
import { startTestServer, testOrigin, type TestServer } from '../startTestServer.ts';

const minute = 60_000;
const hour = 60 * minute;
const secret = 'webhook-secret';

/** Posts a signed delivery about the login, as of its last refresh. */
async function deliver(server: TestServer, loginId: string, tag?: string): Promise<void> {
  const [saved] = server.sandbox.logins();
  const body = JSON.stringify({
    ResponseType: 'KYC',
    HttpStatusCode: 200,
    Login: { Id: loginId, LastRefresh: saved?.lastRefresh.replace('Z', '0000') },
    RequestId: crypto.randomUUID(),
    ...(tag === undefined ? {} : { Tag: tag }),
  });
  const signature = createHmac('sha256', secret).update(body).digest('base64');
  const request = new Request(`${testOrigin}/api/flinks/webhook`, {
    method: 'POST',
    headers: { 'flinks-authenticity-key': signature },
    body,
  });
  expect((await server.flinks.handler(request)).status).toBe(200);
}

/** A user signs in at the bank in the widget, and the page links it. Flinks echoes the tag afterwards. */
async function signIn(server: TestServer, client: HttpFlinksClient, connectionId?: string) {
  const { sessionId, connectUrl } = await client.openSession(
    connectionId === undefined ? {} : { connectionId },
  );
  server.clock.advance(1_000);
  const login = server.sandbox.login({ username: 'greatday_nomfa' });
  const connection = await client.linkConnection({ sessionId, ...login });
  const tag = new URL(connectUrl).searchParams.get('tag') ?? '';
  return { ...login, connection, tag };
}

/** Ann and Bob share a bank login, both verified; Mallory got hold of its LoginId and has a session open. */
async function startTheft(freshness: FreshnessRule, { nightly = false } = {}) {
  const server = startTestServer({
    sandbox: { pendingPolls: 0 },
    server: { webhook: { secrets: [secret] }, freshness, rateLimit: () => true },
  });
  const ann = server.clientOf('ann');
  const owner = await signIn(server, ann);
  await deliver(server, owner.loginId, owner.tag);
  server.clock.advance(10 * minute);
  const bob = server.clientOf('bob');
  const joint = await signIn(server, bob);
  await deliver(server, joint.loginId, joint.tag);
  if (nightly) await ann.setNightlyRefresh(owner.connection.id, true);
  server.clock.advance(hour);

  const thief = server.clientOf('mallory');
  let session = (await thief.openSession({})).sessionId;
  let used = session;
  let lastTag = joint.tag;
  return {
    /** The session of the last `steal()`. */
    usedSession: () => used ?? expect.unreachable(),
    server,
    ann,
    bob,
    owner,
    joint,
    thief,
    async steal() {
      const { loginId, accountIds } = owner;
      const sent = { sessionId: session, loginId, accountIds };
      const outcome = await thief.linkConnection(sent).catch((error: unknown) => error);
      used = session;
      session = (await thief.openSession({})).sessionId;
      return outcome;
    },
    actions: {
      'live refresh': () => ann.refreshConnection(owner.connection.id),
      'nightly run': async () => server.sandbox.refreshNightly(),
      reconnect: async () => void ({ tag: lastTag } = await signIn(server, ann, owner.connection.id)),
      'tagged delivery': () => deliver(server, owner.loginId, lastTag),
      'untagged delivery': () => deliver(server, owner.loginId),
      'delivery of another session': () => deliver(server, owner.loginId, 'the-tag-of-another-session'),
    },
    async thiefSees(): Promise<number> {
      let seen = 0;
      for (const { id, verification } of await thief.listConnections()) {
        const accounts = await thief.getAccounts(id).then(
          (snapshot) => snapshot.accounts.length,
          () => 0,
        );
        const instructions = await Promise.allSettled(
          owner.accountIds.map((accountId) =>
            server.flinks.forUser('mallory').getEftInstruction({ connectionId: id, accountId }),
          ),
        );
        seen += accounts + instructions.filter(({ status }) => status === 'fulfilled').length;
        if (verification === 'verified') seen += 1;
      }
      return seen;
    },
  };
}

type Theft = Awaited<ReturnType<typeof startTheft>>;

function permutations<Item>(items: readonly Item[]): readonly (readonly Item[])[] {
  if (items.length < 2) return [items];
  return items.flatMap((item, index) =>
    permutations(items.filter((_, other) => other !== index)).map((rest) => [item, ...rest]),
  );
}

const deliveries = ['tagged delivery', 'untagged delivery', 'delivery of another session'] as const;
const orders = permutations(['live refresh', 'nightly run', 'reconnect', 'delivery', 'theft'] as const);

async function play(theft: Theft, order: (typeof orders)[number], delivery: (typeof deliveries)[number]) {
  for (const event of order) {
    if (event === 'theft') await theft.steal();
    else await theft.actions[event === 'delivery' ? delivery : event]();
    theft.server.clock.advance(minute);
    expect(await theft.thiefSees(), `after ${event} in ${order.join(', ')}`).toBe(0);
  }
  await theft.steal();
  expect(await theft.thiefSees(), `after ${order.join(', ')}`).toBe(0);
}

describe('theft of a login', () => {
  describe.each(['enforce', 'webhook'] as const)('a leaked LoginId with %s', (rule) => {
    test.each(deliveries.flatMap((delivery) => [false, true].map((nightly) => [delivery, nightly] as const)))(
      'in every order of the owner’s refresh, reconnect, nightly run and delivery: no account and no instruction (%s, nightly refresh %s)',
      async (delivery, nightly) => {
        const start = deliveries.indexOf(delivery) * 2 + Number(nightly);
        for (const order of orders.filter((_, index) => index % 6 === start)) {
          const theft = await startTheft(rule, { nightly });
          await play(theft, order, delivery);
          // Neither the owner nor the joint user is hurt.
          for (const [client, { connection }] of [
            [theft.ann, theft.owner],
            [theft.bob, theft.joint],
          ] as const) {
            expect(await client.getConnection(connection.id)).toMatchObject({ verification: 'verified' });
            expect((await client.getAccounts(connection.id)).accounts).toHaveLength(9);
          }
        }
      },
      60_000,
    );
  });

  test('freshness: audit lets the thief pass, and the audit trail records it', async () => {
    const theft = await startTheft('audit');
    await theft.actions['live refresh']();
    await theft.steal();
    expect(await theft.thiefSees()).toBeGreaterThan(0);
    expect(theft.server.audit).toContainEqual(
      expect.objectContaining({ userId: 'mallory', action: 'login-unconfirmed' }),
    );
  });

  describe('an unconfirmed link', () => {
    test('shows no bank, balance, mask, title, count or time', async () => {
      const theft = await startTheft('enforce');
      await theft.actions['live refresh']();
      const connection = await theft.steal();
      expect(connection).toMatchObject({
        verification: 'unverified',
        institution: null,
        institutionName: null,
        accounts: null,
        lastRefreshAt: null,
        nightlyRefresh: null,
        health: { status: 'needs-user', flinksCode: null },
      });
      const id = (await theft.thief.listConnections())[0]?.id ?? '';
      await expect(theft.thief.getAccounts(id)).rejects.toMatchObject({
        status: 409,
        code: 'login-unconfirmed',
      });
      expect(await theft.thief.refreshConnection(id)).toMatchObject({ status: 'action-required' });
    });

    test('shows no bank in the address of a reconnect either', async () => {
      const theft = await startTheft('enforce');
      await theft.actions['live refresh']();
      await theft.steal();
      const connectionId = (await theft.thief.listConnections())[0]?.id ?? '';
      const opened = await theft.thief.openSession({ connectionId });
      const choosing = await theft.thief.openSession({ connectionId, chooseAccounts: true });
      for (const { connectUrl } of [opened, choosing]) expect(connectUrl).not.toContain('/Credential');
      expect(choosing.connectUrl).toContain('accountSelectorEnable=true');
    });

    test('is removed after 24 hours, and the card at Flinks stays', async () => {
      const theft = await startTheft('enforce');
      await theft.actions['live refresh']();
      await theft.steal();
      theft.server.clock.advance(24 * hour);
      expect(await theft.server.flinks.maintain()).toMatchObject({ unverifiedExpired: 1, failed: [] });
      expect(await theft.thief.listConnections()).toEqual([]);
      // Not even a sealed row of it: the session held the login.
      await expect(theft.thief.getSession(theft.usedSession())).rejects.toMatchObject({ status: 404 });
      expect(theft.server.sandbox.journal.calls('DeleteCard')).toEqual([]);
      expect((await theft.ann.getAccounts(theft.owner.connection.id)).accounts).toHaveLength(9);
    });

    test('of a joint user is settled by one more sign-in', async () => {
      const server = startTestServer({ sandbox: { pendingPolls: 0 } });
      const ann = await server.link('ann');
      const bob = server.clientOf('bob');
      const { sessionId } = await bob.openSession({});
      server.clock.advance(5 * minute);
      await ann.client.refreshConnection(ann.connection.id);
      const { loginId, accountIds } = ann.link;
      const unconfirmed = await bob.linkConnection({ sessionId, loginId, accountIds });
      expect(unconfirmed).toMatchObject({ verification: 'unverified' });
      const { connection } = await server.linkJoint('bob');
      expect(connection).toMatchObject({ id: unconfirmed.id, verification: 'verified' });
      expect((await bob.getAccounts(connection.id)).accounts).toHaveLength(9);
    });
  });

  test('the sixth link of a login that was not verified is refused, and its owner is not limited', async () => {
    const theft = await startTheft('enforce');
    const codes: unknown[] = [];
    for (let link = 0; link < 6; link += 1) {
      const outcome = await theft.steal();
      codes.push(outcome instanceof Error ? Reflect.get(outcome, 'code') : 'linked');
    }
    expect(codes).toEqual([...Array.from({ length: 5 }, () => 'login-not-fresh'), 'too-many-links']);
    // Another login of the same user, and the owner, are not limited.
    const own = theft.server.sandbox.login({ username: 'Greatday' });
    const { sessionId } = await theft.thief.openSession({});
    expect(await theft.thief.linkConnection({ sessionId, ...own })).toMatchObject({
      verification: 'verified',
    });
    expect(await signIn(theft.server, theft.ann)).toMatchObject({ connection: { verification: 'verified' } });
    theft.server.clock.advance(24 * hour);
    await theft.thief.openSession({});
    expect(await theft.steal()).toMatchObject({ code: 'session-expired' });
    expect(await theft.steal()).toMatchObject({ code: 'login-not-fresh' });
  });

  describe('two users who link one sign-in', () => {
    const linkBoth = async (first: string, second: string) => {
      const server = startTestServer({ sandbox: { pendingPolls: 0 } });
      const sessions = await Promise.all(
        [first, second].map(async (user) => ({ user, ...(await server.clientOf(user).openSession({})) })),
      );
      const login = server.sandbox.login({ username: 'greatday_nomfa' });
      for (const { user, sessionId } of sessions) {
        await server.clientOf(user).linkConnection({ sessionId, ...login });
      }
      return server;
    };

    test.each([
      ['the thief', 'mallory', 'ann'],
      ['the owner', 'ann', 'mallory'],
    ])(
      'are both unverified, also where %s was first; a new sign-in settles it',
      async (_name, first, second) => {
        const server = await linkBoth(first, second);
        for (const user of [first, second]) {
          const [connection] = await server.clientOf(user).listConnections();
          expect(connection).toMatchObject({ verification: 'unverified', accounts: null });
          await expect(server.clientOf(user).getAccounts(connection?.id ?? '')).rejects.toMatchObject({
            code: 'login-unconfirmed',
          });
        }
        expect(server.audit.filter(({ action }) => action === 'login-contested')).toHaveLength(2);
        const { client, connection } = await server.linkJoint('ann');
        expect((await client.getAccounts(connection.id)).accounts).toHaveLength(9);
        const [thiefs] = await server.clientOf('mallory').listConnections();
        await expect(server.clientOf('mallory').getAccounts(thiefs?.id ?? '')).rejects.toMatchObject({
          code: 'login-unconfirmed',
        });
      },
    );
  });

  test('an unverified connection that shows accounts shows none as soon as another user is verified', async () => {
    const server = startTestServer({ sandbox: { pendingPolls: 0 } });
    const client = server.clientOf('mallory');
    const { sessionId } = await client.openSession({});
    const login = server.sandbox.login({ username: 'greatday_nomfa' });
    // Flinks does not answer in time, so nothing is known of the refresh.
    server.sandbox.faults.add({ kind: 'cut', endpoint: 'Authorize', times: 1 });
    const { id, verification } = await client.linkConnection({ sessionId, ...login });
    expect(verification).toBe('unverified');
    await server.linkJoint('ann');
    await expect(client.getAccounts(id)).rejects.toMatchObject({ code: 'login-unconfirmed' });
  });

  describe('a late link', () => {
    test.each([
      ['two hours after the opening, of a sign-in just now', 2 * hour, 0, 'verified'],
      ['two hours after the opening, of a sign-in 14 minutes ago', 2 * hour, 14 * minute, 'verified'],
      ['two hours after the opening, of a sign-in 16 minutes ago', 2 * hour, 16 * minute, 'session-expired'],
      ['eight hours after the opening', 8 * hour, 0, 'session-expired'],
    ])('%s', async (_name, afterMs, agoMs, expected) => {
      const server = startTestServer();
      const client = server.clientOf('ann');
      const { sessionId } = await client.openSession({});
      server.clock.advance(afterMs - agoMs);
      const login = server.sandbox.login({ username: 'greatday_nomfa' });
      server.clock.advance(agoMs);
      const outcome = await client.linkConnection({ sessionId, ...login }).catch((error: unknown) => error);
      expect(outcome).toMatchObject(
        expected === 'verified' ? { verification: expected } : { code: expected },
      );
    });
  });
});
