import { readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';

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
});
