import { readdirSync, readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { describe, expect, test } from 'vitest';

const root = fileURLToPath(new URL('..', import.meta.url));
const sources = readdirSync(root, { recursive: true, encoding: 'utf8' }).filter(
  (path) => path.endsWith('.ts') && !path.endsWith('.test.ts') && path !== 'common/timing.ts',
);

describe('timing', () => {
  test('every duration of the server stands here', () => {
    expect(sources.length).toBeGreaterThan(80);
    const stated = sources.filter((path) =>
      /\b60_000\b|3_600_000 \*|\w+Ms = \d|\+ \d+_000\b/.test(readFileSync(`${root}/${path}`, 'utf8')),
    );
    // A sentence that counts minutes.
    expect(stated).toEqual(['setup/checkSetup.ts']);
  });
});
