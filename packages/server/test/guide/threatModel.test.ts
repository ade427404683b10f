import { readdirSync, readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { describe, expect, test } from 'vitest';

const read = (path: string) => readFileSync(fileURLToPath(new URL(path, import.meta.url)), 'utf8');
const page = read('../../../../docs/server/threat-model.md');

/** The last column of every row: titles of tests, and files of them. */
const named = page
  .split('\n')
  .filter((line) => line.startsWith('| **'))
  .flatMap((row) =>
    [...(row.split(' | ').at(-1) ?? '').matchAll(/`([^`]+)`/g)].map(([, title = '']) => title),
  );

const packageRoot = fileURLToPath(new URL('../..', import.meta.url));
const tests = readdirSync(packageRoot, { recursive: true, encoding: 'utf8' }).filter(
  (path) => path.endsWith('.test.ts') && !path.includes('node_modules') && !path.includes('guide/'),
);
const sources = tests.map((path) => readFileSync(`${packageRoot}/${path}`, 'utf8')).join('\n');

describe('docs/server/threat-model.md', () => {
  test('the threat model names tests', () => {
    expect(named.length).toBeGreaterThan(15);
  });

  test.each(named)('the threat model names “%s”, and there is such a test', (title) => {
    const isFile = tests.some((path) => path.endsWith(`/${title}`));
    expect(isFile || sources.includes(title)).toBe(true);
  });

  // The database restarts one day, and an unhandled rejection ends a Node process.
  test('no page and no example leaves what maintain() rejects with unhandled', () => {
    const root = fileURLToPath(new URL('../../../..', import.meta.url));
    const files = ['docs', 'apps/examples', 'packages/cli'].flatMap((folder) =>
      readdirSync(`${root}/${folder}`, { recursive: true, encoding: 'utf8' })
        .filter((path) => /\.(md|ts|tsx|js)$/.test(path) && !/node_modules|dist\//.test(path))
        .map((path) => `${root}/${folder}/${path}`),
    );
    expect(files.length).toBeGreaterThan(50);
    expect(files.filter((path) => /void \w+\.maintain\(\)/.test(readFileSync(path, 'utf8')))).toEqual([]);
  });
});
