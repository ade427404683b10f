import { describe, expect, test } from 'vitest';
import { testKey } from '../../test/startTestServer.ts';
import { createVault } from '../crypto/createVault.ts';
import { Sealed } from '../crypto/Sealed.ts';
import { createMemoryStore } from './createMemoryStore.ts';
import { createRecords } from './createRecords.ts';

interface Note {
  readonly id: string;
  readonly count: number;
  readonly secret: Sealed;
}

const note: Note = { id: 'a', count: 0, secret: new Sealed('planted-canary') };

function open() {
  const store = createMemoryStore();
  // Two views of one store, as two processes have.
  const view = () => {
    const vault = createVault([testKey]);
    const kept = { store, vault, warn: () => undefined };
    return createRecords<Note>(kept, 'session', ({ count }) => ({ dueAt: count }));
  };
  return { store, one: view(), other: view() };
}

describe('createRecords', () => {
  test('a record comes back whole, with its secrets still sealed', async () => {
    const { one, other, store } = open();
    expect(await one.insert(note)).toBe(true);
    expect(await one.insert(note)).toBe(false);
    const read = await other.get('a');
    expect(read?.secret.reveal()).toBe('planted-canary');
    expect(JSON.stringify(read)).not.toContain('planted-canary');
    expect(JSON.stringify(await store.get('session', 'a'))).not.toContain('planted-canary');
  });

  test('concurrent changes are all kept, and every reader gets the last', async () => {
    const { one, other } = open();
    await one.insert(note);
    const increment = (current: Note): Note => ({ ...current, count: current.count + 1 });
    await Promise.all(
      Array.from({ length: 10 }, (_, i) => (i % 2 === 0 ? one : other).update('a', increment)),
    );
    expect((await one.get('a'))?.count).toBe(10);
    expect((await other.get('a'))?.count).toBe(10);
    expect((await other.list({ dueBefore: 11, limit: 9 })).map(({ count }) => count)).toEqual([10]);
  });

  test('a change that changes nothing writes nothing, and a record that is gone stays gone', async () => {
    const { one, other, store } = open();
    await one.insert(note);
    await one.update('a', (current) => current);
    expect((await store.get('session', 'a'))?.version).toBe(1);
    await other.remove('a');
    expect(await one.get('a')).toBeNull();
    expect(await one.update('a', (current) => ({ ...current, count: 1 }))).toBeNull();
  });

  test('what one process wrote it does not open again, and another process does', async () => {
    const { store } = open();
    const vault = createVault([testKey]);
    let openings = 0;
    const counting = {
      ...vault,
      open: (...args: Parameters<typeof vault.open>) => ((openings += 1), vault.open(...args)),
    };
    const view = () =>
      createRecords<Note>({ store, vault: counting, warn: () => undefined }, 'session', () => ({}));
    const one = view();
    await one.insert(note);
    await one.update('a', (current) => ({ ...current, count: 1 }));
    expect((await one.get('a'))?.count).toBe(1);
    expect(openings).toBe(0);
    const other = view();
    await other.update('a', (current) => ({ ...current, count: current.count + 1 }));
    expect((await one.get('a'))?.count).toBe(2);
    expect(openings).toBe(2);
  });
});
