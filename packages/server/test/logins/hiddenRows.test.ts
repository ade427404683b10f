import { describe, expect, test } from 'vitest';
import { createMemoryStore, type FlinksStore, type StoredRow } from '../../src/index.ts';
import { startTestServer, testKey } from '../startTestServer.ts';

const minute = 60_000;
const newKey = btoa('flinks-kit new key, still public');

const damages: Readonly<Record<string, (row: StoredRow) => string>> = {
  altered: ({ sealed }) => {
    const at = sealed.length - 30;
    return sealed.slice(0, at) + (sealed[at] === 'A' ? 'B' : 'A') + sealed.slice(at + 1);
  },
  'sealed by a lost key': ({ sealed }) => sealed.replace(/^1\.[^.]+/, '1.lostlost'),
};

async function damage(store: FlinksStore, kind: string, how: (row: StoredRow) => string, userId: string) {
  for (const row of await store.list({ kind, userId, limit: 99 })) {
    await store.replace({ ...row, version: row.version + 1, sealed: how(row) });
  }
}

/** Mallory has a session open while Ann, whose login is verified, signs in again. */
async function startTheft(damageRows: (store: FlinksStore) => Promise<void>, annsKeys = [testKey]) {
  const store = createMemoryStore();
  const server = startTestServer({ sandbox: { pendingPolls: 0 }, server: { store } });
  await server.link('ann');
  server.clock.advance(60 * minute);
  const thief = server.clientOf('mallory');
  const waiting = await thief.openSession({});
  server.clock.advance(minute);
  const other = startTestServer({ beside: server, server: { store, encryption: { keys: annsKeys } } });
  await other.clientOf('ann').openSession({});
  server.clock.advance(minute);
  const login = server.sandbox.login({ username: 'greatday_nomfa' });
  await damageRows(store);
  return thief.linkConnection({ ...login, sessionId: waiting.sessionId ?? '' });
}

const unverified = { verification: 'unverified', health: { status: 'needs-user' } };

describe('a thief who links a sign-in of the owner, a row of whom does not open', () => {
  test.each(Object.entries(damages))('sees no account where Ann’s session is %s', async (_name, how) => {
    const stolen = await startTheft((store) => damage(store, 'session', how, 'ann'));
    expect(stolen).toMatchObject(unverified);
  });

  test('sees no account where a process with a newer key opened the session', async () => {
    const stolen = await startTheft(async () => undefined, [newKey, testKey]);
    expect(stolen).toMatchObject(unverified);
  });

  test.each(Object.entries(damages))('sees no account where Ann’s connection is %s', async (_name, how) => {
    const stolen = await startTheft((store) => damage(store, 'connection', how, 'ann'));
    expect(stolen).toMatchObject(unverified);
  });
});
