import { createHmac } from 'node:crypto';
import type { HttpFlinksClient } from '@flinks-kit/core';
import { describe, expect, test } from 'vitest';
import type { FlinksServerOptions } from '../../src/index.ts';
import { startTestServer, testOrigin } from '../startTestServer.ts';

const minute = 60_000;
const secret = 'webhook-secret';

/** Ann signs in at the bank while Mallory, who reads what Ann's widget returns, has a session open, too. */
async function startOneSignIn(options: Partial<FlinksServerOptions> = {}) {
  const server = startTestServer({
    sandbox: { pendingPolls: 0 },
    server: { webhook: { secrets: [secret] }, rateLimit: () => true, ...options },
  });
  const [ann, mallory] = [server.clientOf('ann'), server.clientOf('mallory')];
  const requestId = crypto.randomUUID();
  const theSession = await mallory.openSession({});
  const opened = await ann.openSession({});
  const tag = new URL(opened.connectUrl).searchParams.get('tag') ?? '';
  server.clock.advance(1_000);
  const login = server.sandbox.login({ username: 'greatday_nomfa' });
  return {
    server,
    ann,
    mallory,
    login,
    tag,
    linkAnn: () => ann.linkConnection({ sessionId: opened.sessionId, ...login, requestId }),
    linkMallory: () => mallory.linkConnection({ sessionId: theSession.sessionId, ...login, requestId }),
    async deliver(deliveredTag?: string, deliveredId = requestId): Promise<void> {
      const [saved] = server.sandbox.logins();
      const body = JSON.stringify({
        ResponseType: 'KYC',
        HttpStatusCode: 200,
        Login: { Id: login.loginId, LastRefresh: saved?.lastRefresh.replace('Z', '0000') },
        RequestId: deliveredId,
        ...(deliveredTag === undefined ? {} : { Tag: deliveredTag }),
      });
      const signature = createHmac('sha256', secret).update(body).digest('base64');
      const headers = { 'flinks-authenticity-key': signature };
      const request = new Request(`${testOrigin}/api/flinks/webhook`, { method: 'POST', headers, body });
      expect((await server.flinks.handler(request)).status).toBe(200);
    },
  };
}

async function accountsSeenBy(client: HttpFlinksClient): Promise<number> {
  const connections = await client.listConnections();
  const seen = await Promise.all(
    connections.map(async ({ id }) =>
      client.getAccounts(id).then(
        ({ accounts }) => accounts.length,
        () => 0,
      ),
    ),
  );
  return seen.reduce((sum, count) => sum + count, 0);
}

/** A sign-in of Ann's alone. */
async function signInAgain({ server, ann }: Awaited<ReturnType<typeof startOneSignIn>>) {
  server.clock.advance(5 * minute);
  const { sessionId } = await ann.openSession({});
  server.clock.advance(1_000);
  return ann.linkConnection({ sessionId, ...server.sandbox.login({ username: 'greatday_nomfa' }) });
}

describe('one sign-in, two users', () => {
  describe('a thief who links a sign-in before its owner does', () => {
    test('keeps nothing by a live refresh that moves LastRefresh', async () => {
      const world = await startOneSignIn();
      expect(await world.linkMallory()).toMatchObject({ verification: 'verified' });
      const [stolen] = await world.mallory.listConnections();
      world.server.clock.advance(10_000);
      await world.mallory.refreshConnection(stolen?.id ?? '');
      world.server.clock.advance(10_000);
      expect(await world.linkAnn()).toMatchObject({ verification: 'unverified' });
      expect(await accountsSeenBy(world.mallory)).toBe(0);
      expect(await signInAgain(world)).toMatchObject({ verification: 'verified' });
      expect(await accountsSeenBy(world.ann)).toBe(9);
      expect(await accountsSeenBy(world.mallory)).toBe(0);
    });

    test('keeps nothing where a login may have one user only', async () => {
      const world = await startOneSignIn({ onSharedLogin: 'deny' });
      await world.linkMallory();
      await world.linkAnn().catch(() => undefined);
      expect(await accountsSeenBy(world.mallory)).toBe(0);
      expect(await signInAgain(world)).toMatchObject({ verification: 'verified' });
      expect(await accountsSeenBy(world.ann)).toBe(9);
      expect(await accountsSeenBy(world.mallory)).toBe(0);
    });

    test('keeps nothing where the owner’s delivery arrives, and a login may have one user only', async () => {
      const world = await startOneSignIn({ onSharedLogin: 'deny' });
      await world.linkMallory();
      await world.deliver(world.tag);
      await world.linkAnn().catch(() => undefined);
      expect(await accountsSeenBy(world.mallory)).toBe(0);
      expect(await accountsSeenBy(world.ann)).toBe(9);
    });
  });

  describe.each(['enforce', 'webhook'] as const)(
    'a RequestId that two users’ sessions brought, with %s',
    (freshness) => {
      const orders = [
        ['before both links', ['deliver', 'linkMallory', 'linkAnn']],
        ['before both links, the owner first', ['deliver', 'linkAnn', 'linkMallory']],
        ['between them', ['linkMallory', 'deliver', 'linkAnn']],
        ['between them, the owner first', ['linkAnn', 'deliver', 'linkMallory']],
        ['after both', ['linkMallory', 'linkAnn', 'deliver']],
        ['after both, the owner first', ['linkAnn', 'linkMallory', 'deliver']],
      ] as const;

      test.each(orders)('binds neither: an untagged delivery %s', async (_name, steps) => {
        const world = await startOneSignIn({ freshness });
        for (const step of steps) await world[step]().catch(() => undefined);
        expect(await accountsSeenBy(world.mallory)).toBe(0);
      });

      test.each(orders)('does not keep a tagged delivery from its owner: %s', async (name, steps) => {
        const world = await startOneSignIn({ freshness });
        for (const step of steps) {
          await (step === 'deliver' ? world.deliver(world.tag) : world[step]()).catch(() => undefined);
        }
        expect(await accountsSeenBy(world.mallory)).toBe(0);
        // Without a connection of the login, only the mode that waits for deliveries keeps one.
        if (freshness === 'webhook' || !name.startsWith('before'))
          expect(await accountsSeenBy(world.ann)).toBe(9);
      });
    },
  );

  describe('a sign-in that two users linked', () => {
    test.each([
      ['the owner first', ['linkAnn', 'linkMallory']],
      ['the thief first', ['linkMallory', 'linkAnn']],
    ] as const)('is not settled by a later answer to either: %s', async (_name, steps) => {
      const world = await startOneSignIn();
      for (const step of steps) await world[step]();
      for (const client of [world.mallory, world.ann, world.mallory]) {
        const [connection] = await client.listConnections();
        world.server.clock.advance(6 * minute);
        await client.refreshConnection(connection?.id ?? '');
        expect(await accountsSeenBy(world.mallory)).toBe(0);
      }
      expect(await signInAgain(world)).toMatchObject({ verification: 'verified' });
      expect(await accountsSeenBy(world.ann)).toBe(9);
      expect(await accountsSeenBy(world.mallory)).toBe(0);
    });

    test('stays in doubt when its owner deletes', async () => {
      const world = await startOneSignIn();
      await world.linkAnn();
      await world.linkMallory();
      const [own] = await world.ann.listConnections();
      const [stolen] = await world.mallory.listConnections();
      await world.ann.deleteConnection(own?.id ?? '');
      world.server.clock.advance(6 * minute);
      await world.mallory.refreshConnection(stolen?.id ?? '');
      expect(await accountsSeenBy(world.mallory)).toBe(0);
    });
  });

  test('a thief who deletes a contested login does not delete the card when the owner’s connection is gone', async () => {
    const world = await startOneSignIn();
    await world.linkAnn();
    await world.linkMallory();
    const [stolen] = await world.mallory.listConnections();
    await world.mallory.deleteConnection(stolen?.id ?? '');
    for (let hours = 0; hours < 30; hours += 1) {
      world.server.clock.advance(60 * minute);
      await world.server.flinks.maintain();
    }
    expect(await world.ann.listConnections()).toEqual([]);
    expect(world.server.sandbox.journal.calls('DeleteCard')).toEqual([]);
  });

  describe('a thief who links first and deletes, where only deliveries verify', () => {
    test.each([
      ['before the delivery', ['linkMallory', 'deleteMallory', 'deliver', 'linkAnn']],
      ['after the delivery', ['linkMallory', 'deliver', 'deleteMallory', 'linkAnn']],
      ['before the link, and the delivery is last', ['linkMallory', 'deleteMallory', 'linkAnn', 'deliver']],
    ] as const)('takes neither the card nor the delivery from the owner: %s', async (_name, steps) => {
      const world = await startOneSignIn({ freshness: 'webhook' });
      const deleteMallory = async () => {
        const [stolen] = await world.mallory.listConnections();
        await world.mallory.deleteConnection(stolen?.id ?? '');
      };
      const deliver = () => world.deliver(world.tag);
      for (const step of steps) await { ...world, deleteMallory, deliver }[step]();
      expect(world.server.sandbox.journal.calls('DeleteCard')).toEqual([]);
      expect(await accountsSeenBy(world.ann)).toBe(9);
      for (let hours = 0; hours < 30; hours += 1) {
        world.server.clock.advance(60 * minute);
        await world.server.flinks.maintain();
      }
      expect(world.server.sandbox.logins()).toHaveLength(1);
    });
  });

  test('a user who deletes takes no delivery from another who is about to link', async () => {
    const world = await startOneSignIn({ freshness: 'webhook' });
    for (const user of ['bob', 'carol']) {
      const client = world.server.clientOf(user);
      const { sessionId, connectUrl } = await client.openSession({});
      await client.linkConnection({ sessionId, ...world.login });
      await world.deliver(new URL(connectUrl).searchParams.get('tag') ?? '', crypto.randomUUID());
    }
    await world.deliver(world.tag);
    const bob = world.server.clientOf('bob');
    const [bobs] = await bob.listConnections();
    expect(bobs).toMatchObject({ verification: 'verified' });
    expect(await bob.deleteConnection(bobs?.id ?? '')).toEqual({ status: 'shared' });
    expect(await world.linkAnn()).toMatchObject({ verification: 'verified' });
  });

  test('an owner whose sign-ins a thief contests is not limited', async () => {
    const world = await startOneSignIn();
    await world.linkAnn();
    expect(await world.linkMallory()).toMatchObject({ verification: 'unverified' });
    const codes: unknown[] = [];
    for (let round = 0; round < 7; round += 1) {
      world.server.clock.advance(5 * minute);
      const { sessionId } = await world.mallory.openSession({});
      expect(await signInAgain(world)).toMatchObject({ verification: 'verified' });
      const { login } = world;
      const stolen = await world.mallory
        .linkConnection({ sessionId, ...login })
        .catch((error: unknown) => error);
      codes.push(stolen instanceof Error ? Reflect.get(stolen, 'code') : 'linked');
      expect(await accountsSeenBy(world.mallory)).toBe(0);
    }
    expect(codes).toEqual([
      ...Array.from({ length: 4 }, () => 'linked'),
      ...Array.from({ length: 3 }, () => 'too-many-links'),
    ]);
    expect(world.server.audit.filter(({ action }) => action === 'login-contested').length).toBeGreaterThan(8);
    expect(await accountsSeenBy(world.ann)).toBe(9);
  });

  test.each([
    ['the owner first', ['ann', 'mallory', 'moe']],
    ['the owner between', ['mallory', 'ann', 'moe']],
    ['the owner last', ['mallory', 'moe', 'ann']],
  ])('a thief with two accounts sees no account: %s', async (_name, order) => {
    const server = startTestServer({ sandbox: { pendingPolls: 0 } });
    const sessions = new Map<string, string>();
    for (const user of ['mallory', 'moe', 'ann']) {
      sessions.set(user, (await server.clientOf(user).openSession({})).sessionId ?? '');
    }
    server.clock.advance(1_000);
    const login = server.sandbox.login({ username: 'greatday_nomfa' });
    for (const user of order) {
      const link = { sessionId: sessions.get(user) ?? '', ...login };
      await server.clientOf(user).linkConnection(link);
    }
    for (const user of ['mallory', 'moe']) expect(await accountsSeenBy(server.clientOf(user))).toBe(0);
    server.clock.advance(5 * minute);
    const { connection } = await server.link('ann');
    expect(connection).toMatchObject({ verification: 'verified' });
    expect(await accountsSeenBy(server.clientOf('ann'))).toBe(9);
    for (const user of ['mallory', 'moe']) expect(await accountsSeenBy(server.clientOf(user))).toBe(0);
  });

  test('an owner whose sign-ins a thief links first in each round is not limited, and the thief is', async () => {
    const world = await startOneSignIn();
    const { server, ann, mallory } = world;
    const codes: string[] = [];
    const outcomes: unknown[] = [];
    for (let round = 0; round < 8; round += 1) {
      server.clock.advance(5 * minute);
      const waiting = await mallory.openSession({});
      server.clock.advance(1_000);
      const { sessionId } = await ann.openSession({});
      server.clock.advance(1_000);
      const login = server.sandbox.login({ username: 'greatday_nomfa' });
      const stolen = await mallory
        .linkConnection({ ...login, sessionId: waiting.sessionId })
        .catch((error: unknown) => error);
      codes.push(stolen instanceof Error ? String(Reflect.get(stolen, 'code')) : 'linked');
      outcomes.push((await ann.linkConnection({ sessionId, ...login })).verification);
      expect(await accountsSeenBy(mallory)).toBe(0);
    }
    // While the thief may link, no fact shows whose sign-in it was; then the owner alone is left.
    expect(codes).toEqual([
      ...Array.from({ length: 5 }, () => 'linked'),
      ...Array.from({ length: 3 }, () => 'too-many-links'),
    ]);
    expect(outcomes.slice(0, 5)).not.toContain('verified');
    expect(outcomes.slice(5)).toEqual(['verified', 'verified', 'verified']);
    expect(await accountsSeenBy(ann)).toBe(9);
  });

  test('an owner is not limited by a thief who opens sessions all the time, and links by the newest', async () => {
    const server = startTestServer({ sandbox: { pendingPolls: 0 }, server: { rateLimit: () => true } });
    const [ann, mallory] = [server.clientOf('ann'), server.clientOf('mallory')];
    const codes: string[] = [];
    const outcomes: unknown[] = [];
    for (let round = 0; round < 7; round += 1) {
      for (let opened = 0; opened < 10; opened += 1) {
        server.clock.advance(30_000);
        await mallory.openSession({});
      }
      const { sessionId } = await ann.openSession({});
      server.clock.advance(30_000);
      const newest = await mallory.openSession({});
      server.clock.advance(1_000);
      const login = server.sandbox.login({ username: 'greatday_nomfa' });
      const stolen = await mallory
        .linkConnection({ ...login, sessionId: newest.sessionId })
        .catch((error: unknown) => error);
      codes.push(stolen instanceof Error ? String(Reflect.get(stolen, 'code')) : 'linked');
      const own = await ann.linkConnection({ sessionId, ...login }).catch((error: unknown) => error);
      outcomes.push(
        own instanceof Error ? Reflect.get(own, 'code') : Reflect.get(Object(own), 'verification'),
      );
      expect(await accountsSeenBy(mallory)).toBe(0);
    }
    expect(codes.slice(5)).toEqual(['too-many-links', 'too-many-links']);
    expect(outcomes).not.toContain('too-many-links');
    expect(outcomes.slice(5)).toEqual(['verified', 'verified']);
  });

  test('a later answer that names another login rejects the link', async () => {
    let named: string | null = null;
    const server = startTestServer({
      sandbox: { pendingPolls: 0 },
      flinks: {
        fetch: async (request) => {
          const response = await server.sandbox.fetch(request);
          if (named === null || !request.url.endsWith('/Authorize')) return response;
          const body = await response.json();
          return Response.json({ ...body, Login: { ...body.Login, Id: named } });
        },
      },
    });
    const client = server.clientOf('mallory');
    const { sessionId } = await client.openSession({});
    const login = server.sandbox.login({ username: 'greatday_nomfa' });
    server.sandbox.faults.add({ kind: 'cut', endpoint: 'Authorize', times: 1 });
    expect(await client.linkConnection({ sessionId, ...login })).toMatchObject({
      verification: 'unverified',
    });
    named = crypto.randomUUID();
    server.clock.advance(minute);
    expect(await accountsSeenBy(client)).toBe(0);
    expect(await client.listConnections()).toMatchObject([{ verification: 'rejected' }]);
  });
});
