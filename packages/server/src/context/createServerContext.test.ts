import { readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { testKey } from '../../test/startTestServer.ts';
import { createMemoryStore } from '../store/createMemoryStore.ts';
import { createServerContext } from './createServerContext.ts';

const source = readFileSync(new URL('createServerContext.ts', import.meta.url), 'utf8');
const mebibytes = (name: string): number =>
  Number(
    new RegExp(`const ${name} = \\{ cachedBytes: (\\d+) \\* 1024 \\* 1024 \\}`).exec(source)?.[1] ?? NaN,
  );

describe('the memory of a server', () => {
  test('has less than 32 MiB of opened rows, of all kinds together', () => {
    const kinds = source.split('createRecords<').slice(1);
    expect(kinds.length).toBeGreaterThan(9);
    const kept = kinds.map((kind) => {
      const [call = ''] = kind.split(/createRecords<|beginsViewing/);
      if (call.includes('cachedBytes: 0')) return 0;
      const named = ['mostRead', 'sessionsKept'].find(
        (name) => call.includes(`, ${name})`) || call.includes(`      ${name},`),
      );
      // 1 MiB unless given.
      return named === undefined ? 1 : mebibytes(named);
    });
    const sum = kept.reduce((total, size) => total + size, 0);
    console.log(`opened rows: ${sum} MiB in ${kinds.length} kinds`);
    expect(sum).toBeLessThan(32);
    expect(sum).toBeGreaterThan(20);
  });

  test('has no opened delivery, which may be megabytes and is read once', async () => {
    const { inbox, returns } = createServerContext({
      endpoint: '/api/flinks',
      flinks: { instance: 'example', customerId: 'customer', secretKey: 'secret', apiKey: 'key' },
      encryption: { keys: [testKey] },
      store: createMemoryStore(),
      identify: () => null,
    });
    const at = { receivedAt: 0, lastRefreshAt: 0, expiresAt: 0 };
    await inbox.insert({ ...at, id: 'one', loginKey: 'login', tag: null, requestId: null, body: '{}' });
    await returns.insert({ ...at, id: 'one', userId: 'ann', sessionId: 'session', used: false });
    expect(await inbox.get('one')).not.toBe(await inbox.get('one'));
    expect(await returns.get('one')).toBe(await returns.get('one'));
  });
});
